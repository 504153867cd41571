import type { Finding } from '../../../addon/gate/inspect.ts'

/** One fault to plant into a copy of the deck: replace `from` by `to` in a file, and the rule that must find it. */
export interface PlantedFault {
  name: string
  rule: Finding['rule']
  file: string
  from: string
  to: string
}

/** The slide, by its `routeAlias`, on which all of them show. It has two verdicts, citations, links and two clicks. */
export const SLIDE = 'host-and-guest'

const PAGE = 'pages/02-techniques.md'
const AT = '<Verdict claim="host-guest-common" :at="1" />'
const VERDICT = 'components/verdicts/Verdict.vue'
const BASE = 'styles/base.css'

/** Puts a line of markup before the first verdict. */
const markup = (html: string) => ({ file: PAGE, from: AT, to: `${html}\n\n${AT}` })
/** Adds a rule to the base styles. */
const css = (rule: string) => ({ file: BASE, from: '.slidev-layout {', to: `${rule}\n.slidev-layout {` })
/** Adds a line to the script of every verdict. */
const script = (line: string) => ({ file: VERDICT, from: 'const { step }', to: `${line}\nconst { step }` })

export const FAULTS: readonly PlantedFault[] = [
  { name: 'a text that is too long', rule: 'off-canvas', file: 'data/claims.ts', from: 'A useful picture, but', to: `${'A useful picture, but '.repeat(60)}` },
  { name: 'an element outside the canvas', rule: 'off-canvas', ...markup('<p style="position: absolute; left: 900px; white-space: nowrap">This runs out on the right</p>') },
  { name: 'a text that its parent clips', rule: 'clipped', ...css('.verdict { height: 60px; overflow: hidden; }') },
  { name: 'texts over each other', rule: 'overlap', ...css('.verdict + .verdict { margin-top: -70px; }') },
  { name: 'body text under 20 px', rule: 'text-size', file: 'styles/tokens.css', from: '--deck-size-body: 20px', to: '--deck-size-body: 18px' },
  { name: 'an undersized label', rule: 'text-size', ...markup('<p data-text="label" style="font-size: 13px">A label</p>') },
  { name: 'an undersized citation', rule: 'text-size', file: 'styles/tokens.css', from: '--deck-size-cite: 12px', to: '--deck-size-cite: 10px' },
  { name: 'a contrast that is too low', rule: 'axe', file: 'styles/tokens.css', from: '--deck-text-quiet: #4b5966', to: '--deck-text-quiet: #a8b2bb' },
  { name: 'a button without a name', rule: 'axe', ...markup('<button type="button" style="width: 30px; height: 30px"></button>') },
  { name: 'an error on the console', rule: 'console', ...script('console.error(\'planted\')') },
  { name: 'an uncaught error', rule: 'console', ...script('setTimeout(() => { throw new Error(\'planted\') })') },
  { name: 'an external image', rule: 'request', ...markup('<img src="https://elsewhere.invalid/a.png" alt="A picture" width="40" />') },
  { name: 'an image that is not there', rule: 'picture', ...markup('<img :src="\'/no-such.png\'" alt="A picture" width="40" />') },
  { name: 'an image without an alternative', rule: 'alternative', ...markup('<img :src="\'/favicon.svg\'" width="40" />') },
  { name: 'a dead link', rule: 'link', ...markup('<p><a href="/no-such-slide">more</a></p>') },
  { name: 'an unknown citation', rule: 'citation', ...markup('<p><Cite id="nobody-2016" /></p>') },
  // A comment that is not the last thing on its slide is not a note.
  { name: 'a missing note', rule: 'note', file: PAGE, from: 'that you never see.\n-->', to: 'that you never see.\n-->\n\n<span></span>' },
  { name: 'a note with a mark too few', rule: 'note', file: PAGE, from: '[click] As a picture that holds.', to: 'As a picture that holds.' },
  { name: 'a skipped heading level', rule: 'headings', ...markup('#### A heading') },
  { name: 'a slide without a title', rule: 'slide-heading', file: PAGE, from: '# Host and guest: a useful picture, two different words', to: '' },
  { name: 'a focus that cannot be seen', rule: 'focus', ...css('.slidev-layout a:focus-visible { outline: none !important; }') },
  { name: 'a tabindex that jumps the order', rule: 'focus', ...markup('<p tabindex="3">First</p>') },
  { name: 'an animation that never ends', rule: 'motion', ...css('@keyframes planted { to { opacity: 0.9; } } .verdict-badge svg { animation: planted 1s infinite; }') },
  { name: 'the same window title on every slide', rule: 'title', file: 'addon/global-bottom.vue', from: 'useSlideTitle(computed', to: 'void (computed' },
  { name: 'a wrong language', rule: 'language', file: 'slides.md', from: 'lang: en', to: 'lang: de' },
]
