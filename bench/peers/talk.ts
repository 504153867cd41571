/**
 * One talk in the formats of several makers, so that they say the same. It is written in plain Markdown with two agreements:
 * a line of `---` is between two slides, and an item of a list that begins with `+` is a step.
 */

/** Between two slides. */
const RE_BETWEEN = /^---$/m
/** A block of code, which is not looked into. */
const RE_CODE = /(^```[\s\S]+?^```$)/m
/** A list of steps, from its first item to its last. */
const RE_STEPS = /(?:^\+ .*\n?)+/gm
const RE_STEP = /^\+ /gm
/** A picture that lies beside the talk. */
const RE_PICTURE = /(!\[[^\]]*\]\()(?=[\w-]+\.svg\))/g

/** The slides of a talk, in order. */
export function slidesOf(talk: string): string[] {
  return talk.split(RE_BETWEEN).map(slide => slide.trim())
}

/** The heading of a slide. */
export function headingOf(slide: string): string {
  return /^# (.+)$/m.exec(slide)?.[1] ?? ''
}

/**
 * Number of the slide with a heading.
 *
 * @throws if there is none, so that no other slide is measured in its place
 */
export function numberOf(slides: readonly string[], heading: string): number {
  const index = slides.findIndex(slide => headingOf(slide) === heading)
  if (index < 0)
    throw new Error(`no slide of the talk is called ${heading}`)
  return index + 1
}

/**
 * The talk as a deck of Slidev: steps are what `<v-clicks>` holds, pictures lie in `public/`.
 *
 * @param slides as `slidesOf` gives them
 * @param more lines for the headmatter
 */
export function toSlidev(slides: readonly string[], more: readonly string[] = []): string {
  // No fonts of other hosts and no icon of another host: a bench would measure its own network.
  const head = ['theme: default', ...more, `title: ${headingOf(slides[0]!)}`, 'fonts:', '  provider: none', 'favicon: /town.svg'].join('\n')
  const bodies = slides.map(slide => outsideCode(slide, text => text
    .replace(RE_STEPS, list => `<v-clicks>\n\n${list.replace(RE_STEP, '- ').trimEnd()}\n\n</v-clicks>\n`)
    .replace(RE_PICTURE, '$1/')))
  return `---\n${head}\n---\n\n${bodies.join('\n\n---\n\n')}\n`
}

/** The talk for Marp: an item that begins with a star is a step there. */
export function toMarp(slides: readonly string[]): string {
  const bodies = slides.map(slide => outsideCode(slide, text => text.replace(RE_STEP, '* ')))
  return `---\nmarp: true\ntitle: ${headingOf(slides[0]!)}\n---\n\n${bodies.join('\n\n---\n\n')}\n`
}

/**
 * The talk as the page of reveal.js, as the page that comes with it is: its black theme, code in colours, notes.
 *
 * @param slides as `slidesOf` gives them
 * @param render makes HTML of Markdown; an item of a list of steps has to have the class `fragment`
 */
export function toReveal(slides: readonly string[], render: (markdown: string) => string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1.0, maximum-scale=1.0, user-scalable=no">
    <title>${headingOf(slides[0]!)}</title>
    <link rel="stylesheet" href="dist/reset.css">
    <link rel="stylesheet" href="dist/reveal.css">
    <link rel="stylesheet" href="dist/theme/black.css">
    <link rel="stylesheet" href="plugin/highlight/monokai.css">
  </head>
  <body>
    <div class="reveal">
      <div class="slides">
${slides.map(slide => `<section>\n${render(slide).trim()}\n</section>`).join('\n')}
      </div>
    </div>
    <script src="dist/reveal.js"></script>
    <script src="plugin/notes/notes.js"></script>
    <script src="plugin/highlight/highlight.js"></script>
    <script>
      Reveal.initialize({ hash: true, plugins: [RevealHighlight, RevealNotes] })
    </script>
  </body>
</html>
`
}

/** Changes a text, but not its code. */
function outsideCode(text: string, change: (text: string) => string): string {
  return text.split(RE_CODE).map((part, index) => index % 2 ? part : change(part)).join('')
}
