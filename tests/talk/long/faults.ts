import type { Finding } from '../../../addon/gate/inspect.ts'

/** One fault to plant into a copy of the deck: replace `from` by `to` in a file, and the rule that must find it. */
export interface PlantedFault {
  name: string
  rule: Finding['rule']
  file: string
  from: string
  to: string
}

/** The slide, by its `routeAlias`, on which all of them show. It has sentences, buttons, citations that are links, and a click. */
export const SLIDE = 'defaults'

const PAGE = 'pages/07-security.md'
const AT = '<SwitchPanel :at="1" />'
const PANEL = 'components/hardening/SwitchPanel.vue'
const BASE = 'styles/base.css'

/** Puts a line of markup before the panel. */
const markup = (html: string) => ({ file: PAGE, from: AT, to: `${html}\n\n${AT}` })
/** Adds a rule to the base styles. */
const css = (rule: string) => ({ file: BASE, from: '.slidev-layout {', to: `${rule}\n.slidev-layout {` })
/** Adds a line to the script of the panel. */
const script = (line: string) => ({ file: PANEL, from: 'const { step, isPrint }', to: `${line}\nconst { step, isPrint }` })

export const FAULTS: readonly PlantedFault[] = [
  { name: 'a text that is too long', rule: 'off-canvas', file: 'data/defaults.ts', from: 'A short list of devices', to: `${'A short list of devices '.repeat(60)}` },
  { name: 'an element outside the canvas', rule: 'off-canvas', ...markup('<p style="position: absolute; left: 900px; white-space: nowrap">This runs out on the right</p>') },
  { name: 'a text that its parent clips', rule: 'clipped', ...css('.switch-panel ul { height: 60px; overflow: hidden; }') },
  { name: 'texts over each other', rule: 'overlap', ...css('.switch-panel li + li { margin-top: -50px !important; }') },
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
  { name: 'a missing note', rule: 'note', file: PAGE, from: 'The right column is your homework.\n-->', to: 'The right column is your homework.\n-->\n\n<span></span>' },
  { name: 'a note with a mark too few', rule: 'note', file: PAGE, from: '[click] On the right, what is off', to: 'On the right, what is off' },
  { name: 'a skipped heading level', rule: 'headings', ...markup('#### A heading') },
  { name: 'a slide without a title', rule: 'slide-heading', file: PAGE, from: '# Five switches on. Five off.', to: '' },
  { name: 'a focus that cannot be seen', rule: 'focus', ...css('.slidev-layout a:focus-visible { outline: none !important; }') },
  { name: 'a tabindex that jumps the order', rule: 'focus', ...markup('<p tabindex="3">First</p>') },
  { name: 'an animation that never ends', rule: 'motion', ...css('@keyframes planted { to { opacity: 0.9; } } .switch-panel h2 { animation: planted 1s infinite; }') },
  { name: 'the same window title on every slide', rule: 'title', file: 'addon/global-bottom.vue', from: 'useSlideTitle(computed', to: 'void (computed' },
  { name: 'a wrong language', rule: 'language', file: 'slides.md', from: 'lang: en', to: 'lang: de' },
]
