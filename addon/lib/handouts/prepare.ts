/** What `preparePage` tells of a page. */
interface Prepared {
  /** Links that lead nowhere, with the number of their slide. */
  dead: { no?: number, what: string }[]
  /** Pictures that are not there, and the slides that want them. */
  broken: { no: number, picture: string }[]
  /** Texts of the headings. */
  headings: string[]
  /** Level of the headings of slides. */
  top: number
}

/**
 * Runs inside the page, just before it is printed: headings get their level, links lead into the page.
 * It is serialized, so it names nothing outside itself.
 *
 * @param site where the site is
 * @param site.base path under which it is served
 * @param site.address where it is hosted, with a slash at its end; empty where nobody said
 */
export async function preparePage({ base, address }: { base: string, address: string }): Promise<Prepared> {
  const dead: { no?: number, what: string }[] = []
  const sections = [...document.querySelectorAll<HTMLElement>('section.entry')]
  const byAlias = new Map(sections.map(section => [section.dataset.alias, section.id]))
  const byNumber = new Map([...document.querySelectorAll<HTMLElement>('.sources [data-number]')].map(item => [item.dataset.number, item.id]))

  /** Where a link goes that stays inside the deck; `undefined` for one that leaves it. */
  function inside(link: HTMLAnchorElement): string | undefined {
    const href = link.getAttribute('href')!
    // `#/5` is the slide 5, as Slidev's own addresses are where they stand behind the `#`. On paper its links have one `#` more.
    if (href.startsWith('#'))
      return href.replace(/^#+\/?/, '').replace(/[?#].*$/, '').replace(/\/$/, '') || '1'
    const url = new URL(href, location.href)
    // On paper Slidev has links lead to its page of export.
    return url.origin === location.origin ? url.pathname.replace(base, '').replace(/^\/?(?:export\/|presenter\/)?/, '').replace(/\/$/, '') || '1' : undefined
  }

  /** Is there such a file on the site? An address of the deck has no extension, and the application answers it whatever it says. */
  async function isFile(name: string): Promise<boolean> {
    return /\.\w+$/.test(name) && (await fetch(`${base}${name}`, { method: 'HEAD' })).ok
  }
  for (const link of document.querySelectorAll<HTMLAnchorElement>('main a[href]')) {
    // A file beside the deck is on the web, where the deck has an address; else its name must do.
    if (link.dataset.file !== undefined) {
      if (address)
        link.href = new URL(link.dataset.file, address).href
      else
        link.removeAttribute('href')
      continue
    }
    const name = inside(link)
    if (name === undefined)
      continue
    const target = [name, byAlias.get(name), byNumber.get(link.textContent.trim())].find(id => id && document.getElementById(id))
    if (target)
      link.setAttribute('href', `#${target}`)
    else if (!await isFile(name))
      dead.push({ no: Number(link.closest('section.entry')?.id) || undefined, what: `${link.textContent.trim()} -> ${link.getAttribute('href')}` })
    // A file of the site is there for whoever knows where the site is.
    else if (address)
      link.setAttribute('href', new URL(name, address).href)
    else
      link.removeAttribute('href')
    link.removeAttribute('target')
  }

  // A slide stands under its part, or under the title of the document. Its first heading is that of the slide, whatever its level;
  // none goes down by more than one. Later steps of a slide are not bookmarks again.
  const top = document.querySelector('main .part, main > header h1') ? 2 : 1
  for (const drawing of document.querySelectorAll<HTMLElement>('.print-slide-container')) {
    const headings = [...drawing.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6')]
    if (Number(drawing.closest<HTMLElement>('.sheet')?.dataset.step ?? 0) > 0) {
      headings.forEach(heading => heading.setAttribute('role', 'paragraph'))
      continue
    }
    const first = Number(headings[0]?.tagName.slice(1) ?? 1)
    let last = 0
    // What the script of a slide has for headings stands under it: no bookmark of its own.
    for (const heading of drawing.closest('.entry')?.querySelectorAll<HTMLElement>('.script :is(h1, h2, h3, h4, h5, h6)') ?? [])
      heading.setAttribute('aria-level', String(Math.min(6, top + Math.max(1, Number(heading.tagName.slice(1)) - 2))))
    for (const heading of headings) {
      last = Math.min(Math.max(1, Number(heading.tagName.slice(1)) - first + 1), last + 1)
      heading.setAttribute('aria-level', String(top - 1 + last + Number(heading.closest<HTMLElement>('[data-heading-shift]')?.dataset.headingShift ?? 0)))
    }
    // A slide of pictures alone is found by its number.
    const entry = headings.length ? null : drawing.closest<HTMLElement>('section.entry')
    if (entry) {
      const heading = document.createElement('h2')
      heading.className = 'part unnamed'
      heading.textContent = `Slide ${entry.id}`
      heading.setAttribute('aria-level', String(top))
      drawing.closest('.sheet')!.before(heading)
    }
  }
  // KaTeX hides what is seen of a formula from those who listen, and what they hear from paper: such a heading would be no bookmark.
  for (const formula of document.querySelectorAll('main :is(h1, h2, h3, h4, h5, h6) .katex')) {
    formula.querySelector('.katex-html')?.removeAttribute('aria-hidden')
    formula.querySelector('.katex-mathml')?.remove()
  }
  // A figure that holds a table or text is no picture.
  for (const figure of document.querySelectorAll('figure:not([role])'))
    figure.setAttribute('role', 'group')
  // Part and number of a slide are furniture, not text.
  for (const foot of document.querySelectorAll('.print-slide-container .foot'))
    foot.setAttribute('aria-hidden', 'true')

  const headings = [...document.querySelectorAll<HTMLElement>('main :is(h1, h2, h3, h4, h5, h6)')]
    .map(heading => heading.textContent.replace(/\s+/g, ' ').trim())
  const broken = [...document.querySelectorAll<HTMLImageElement>('.print-slide-container img')].filter(picture => picture.getAttribute('src') && !picture.naturalWidth).map(picture => ({
    no: Number(picture.closest('section.entry')?.id),
    picture: picture.src.startsWith(location.origin) ? picture.src.slice(location.origin.length) : picture.src.slice(0, 100),
  }))
  return { dead, broken, headings, top }
}

/**
 * Runs inside the page: what it still waits for, in words, and of which slide; nothing once every slide, font, picture and diagram
 * is there, and nothing of the page's first picture: while its fonts stand beside the whole ones, letters are taken from either.
 */
export function missing(): { what: string, no?: number } | undefined {
  // Only what is laid out asks for its fonts.
  document.body.getBoundingClientRect()
  if (document.querySelector('#first-paint, #first-styles'))
    return { what: 'the application did not take over from the picture of the page' }
  if (!document.querySelector('main.handout'))
    return { what: 'the document was not drawn' }
  for (const drawing of document.querySelectorAll('.print-slide-container')) {
    const page = drawing.querySelector<HTMLElement & { isDrawn?: boolean }>('.slidev-page')
    const no = Number(page?.dataset.slidevNo)
    if (!page?.isDrawn || drawing.querySelector('.slidev-slide-loading'))
      return { what: 'the slide was not drawn', no }
    const what = (globalThis as { unfinished?: (slide: Element) => string | undefined }).unfinished?.(drawing)
    if (what)
      return { what, no }
    for (const picture of drawing.querySelectorAll('img')) {
      // One that waits to be scrolled to would wait for ever.
      picture.loading = 'eager'
      if (!picture.complete)
        return { what: `the picture ${picture.src.slice(0, 100)} did not come`, no }
    }
  }
  // What an event brings beside the slides.
  if ([...document.querySelectorAll<HTMLImageElement>('.event-logo')].some(({ complete }) => !complete))
    return { what: 'the logo did not come' }
  return document.fonts.status === 'loaded' ? undefined : { what: 'a font did not come' }
}
