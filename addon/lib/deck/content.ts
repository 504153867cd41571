import type { Fault } from './faults.ts'
import type { DeckNames } from './names.ts'
import type { PageSlide } from './pages.ts'
import type { SlideView, Unreadable } from './slide-view.ts'
import { nearest } from './faults.ts'
import { pascal } from './names.ts'
import { placeOf, slidePlace } from './place.ts'

/** Names that every slide knows: of Slidev, of Vue and its router, and of JavaScript where Vue lets them through. */
const KNOWN = ['$slidev', '$nav', '$clicksContext', '$clicks', '$page', '$renderContext', '$frontmatter', '$attrs', '$slots', '$refs', '$emit', '$el', '$props', '$root', '$parent', '$options', '$data', '$watch', '$nextTick', '$forceUpdate', '$router', '$route', '$event', '__DEV__']

/** Layouts that show nothing of their own. */
const BARE = new Set([undefined, null, '', 'default', 'cover', 'center', 'full', 'intro', 'section', 'statement', 'fact', 'quote', 'two-cols'])

/** Layouts that do not exist: Slidev shows the default one in their place. */
export function layoutFaults(slides: readonly PageSlide[], names: DeckNames): Fault[] {
  return slides.flatMap((slide) => {
    const { layout } = slide.frontmatter
    return typeof layout !== 'string' || names.layouts.has(layout)
      ? []
      : [{ ...placeOf(slide, 'layout'), problem: `there is no layout "${layout}"`, mend: `Write ${nearest(layout, names.layouts) ?? 'default'}, or add layouts/${layout}.vue.` }]
  })
}

/**
 * Places that a slide fills and its layout does not have: what stands there is not shown.
 *
 * @param slide the slide
 * @param view what it is made of
 * @param names what the deck has
 * @param layout of the slides that name none
 */
export function slotFaults(slide: PageSlide, view: SlideView, names: DeckNames, layout: string): Fault[] {
  const own = typeof slide.frontmatter.layout === 'string' ? slide.frontmatter.layout : layout
  const known = names.slotsOf(own)
  return view.slots.filter(name => known && !known.has(name)).map(name => ({
    ...placeOf(slide, `::${name}::`),
    problem: `the layout ${own} has no place "${name}", so that what follows would not be shown`,
    mend: known!.size > 1 ? `Write ::${nearest(name, known!)}::.` : `Remove ::${name}::, or give the slide a layout that has it, such as layout: two-cols.`,
  }))
}

function unreadableFault(slide: PageSlide, { what, said, at }: Unreadable): Fault {
  const name = at.replace(/^<\/?/, '')
  const place = placeOf(slide, at, at || '')
  if (what === 'open')
    return { ...place, problem: `${at}> is never closed`, mend: `Write </${name}> after it, or &lt;${name}> if it is no tag.` }
  if (what === 'closed')
    return { ...place, problem: `${at}> closes what is not open`, mend: `Remove it, or write &lt;/${name}> if it is no tag.` }
  return { ...place, problem: `Vue cannot read it: ${said}`, mend: 'Correct it, or write it as code between backticks.' }
}

/** Is it the name of an icon whose collection is installed? */
function isIcon(name: string, { icons }: DeckNames): boolean {
  const [prefix, ...rest] = name.replace(/([a-z\d])([A-Z])/g, '$1-$2').toLowerCase().split(/[-:]/)
  return rest.length > 0 && [prefix!, `${prefix}-${rest[0]}`, `${prefix}-${rest.slice(0, 2).join('-')}`].some(collection => icons.has(collection))
}

/** What stands on a slide and will not be there. */
export function contentFaults(slide: PageSlide, view: SlideView, names: DeckNames): Fault[] {
  const unknown = view.components.filter(name => !names.components.has(pascal(name)) && !isIcon(name, names))
  const components = unknown.map((name): Fault => {
    const near = nearest(pascal(name), names.components)
    const mend = /^[a-z]/.test(name) && !name.includes('-') ? `Write &lt;${name}> or \`<${name}>\` if it is text.` : `Write <${near}>, or add components/${pascal(name)}.vue.`
    return { ...placeOf(slide, `<${name}`, `<${name}>`), problem: `there is no component "${name}"`, mend }
  })
  const directives = view.directives.filter(name => !names.directives.has(name)).map((name): Fault =>
    ({ ...placeOf(slide, `v-${name}`), problem: `there is no directive "v-${name}"`, mend: `Write v-${nearest(name, names.directives)}, or add it in setup/main.ts.` }))
  const expressions = view.names.filter(name => !KNOWN.includes(name)).map((name): Fault =>
    ({ ...placeOf(slide, name, `{{ ${name} }}`), problem: `"${name}" names nothing that the slide knows, so that the slide would stay empty`, mend: name.startsWith('$') ? `Write ${nearest(name, KNOWN)}.` : 'Write it as code between backticks, around it <span v-pre>, or define it in a <script setup> of the slide.' }))
  const unreadable = view.unreadable.filter(({ at }) => !unknown.some(name => at === `<${name}` || at === `</${name}`)).map(found => unreadableFault(slide, found))
  return [...components, ...directives, ...expressions, ...unreadable, ...emptyFaults(slide, view)]
}

function emptyFaults(slide: PageSlide, { isEmpty }: SlideView): Fault[] {
  return isEmpty && BARE.has(slide.frontmatter.layout as string)
    ? [{ ...slidePlace(slide), problem: 'the slide is empty', mend: 'Write something on it, or remove its ---; a slide that is to be empty has layout: none.' }]
    : []
}
