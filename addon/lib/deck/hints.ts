import type { Fault } from './faults.ts'
import type { PageSlide } from './pages.ts'
import { codeBlocks } from './code-blocks.ts'
import { ENTRY } from './pages.ts'
import { placeOf } from './place.ts'

/** What Slidev does unless told otherwise, or is told, what it costs, and what to write. */
const COSTS: readonly (readonly [key: string, isOn: (head: Record<string, unknown>) => boolean, cost: string, mend: string])[] = [
  ['fonts.provider', ({ fonts = {} }) => (fonts as { provider?: string }).provider !== 'none' && namesFont(fonts as Record<string, unknown>), 'the fonts come from another host, which hears of every visit: without a network they are not there', 'Write provider: none under fonts, and bring them along as packages of Fontsource.'],
  ['drawings', ({ drawings = {} }) => inBuild((drawings as { enabled?: unknown }).enabled), 'every visitor loads the drawing tools, some 40 KB', 'Write enabled: false under drawings, if you do not draw.'],
  ['transition', ({ transition }) => Boolean(transition) && transition !== 'none', 'at every step the browser lays out two slides, and what moves is not told from what matters', 'Remove it.'],
  ['record', ({ record }) => inBuild(record ?? 'dev'), 'every visitor loads the recorder', 'Write record: false.'],
  ['wakeLock', ({ wakeLock }) => inBuild(wakeLock), 'Slidev\'s lock throws where a browser refuses it, and the framework keeps the screen on already', 'Write wakeLock: false.'],
  ['editor', ({ editor }) => editor !== false, 'while you write, everybody on the network who reaches the server can change the slides', 'Write editor: false.'],
  ['mcp', ({ mcp }) => mcp !== false, 'the server has an end point that reads and writes the slides without a password', 'Write mcp: false.'],
  ['remoteAssets', ({ remoteAssets }) => Boolean(remoteAssets), 'the build needs a network, and two builds may differ', 'Remove it, and put the files into public/.'],
  ['favicon', ({ favicon }) => typeof favicon !== 'string' || /^https?:/.test(favicon), 'the sign of the deck comes from another host', 'Write favicon: /favicon.svg, and put the file into public/.'],
  ['contextMenu', ({ contextMenu }) => inBuild(contextMenu), 'the right mouse button opens Slidev\'s menu, and every visitor loads it', 'Write contextMenu: false.'],
  ['monaco', ({ monaco }) => monaco === true || monaco === 'build', 'the editor of code is several MB, and no single file can hold it', 'Write monaco: false.'],
  ['pwa', ({ pwa }) => Boolean(pwa), 'two service workers keep the same site: the framework has its own', 'Remove it.'],
  ['selectable', ({ selectable }) => selectable !== true, 'nobody can copy a word or a command from a slide', 'Write selectable: true.'],
]

function inBuild(value: unknown): boolean {
  return value === undefined || value === null || value === true || value === 'build'
}

function namesFont(fonts: Record<string, unknown>): boolean {
  return ['sans', 'serif', 'mono', 'custom'].some(key => fonts[key])
}

/** What the headmatter could say for the better: nothing of it is wrong. */
export function headHints(headmatter: Record<string, unknown>, text = ''): Fault[] {
  return COSTS.filter(([, isOn]) => isOn(headmatter)).map(([key, , cost, mend]) => {
    const line = text.split('\n').findIndex(line => line.startsWith(`${key.split('.')[0]!}:`)) + 1
    return { file: ENTRY, entry: `line ${line || 1} ${key}`, problem: cost, mend }
  })
}

const RE_GOES = /<v-switch|<VSwitch|\bv-click(?:\.\w+)*\.hide|\bv-click-hide|<(?:v-click|VClick)s?\b[^>]*\shide\b|<v-after[^>]*\shide\b|\bv-after\.hide/gi
const RE_EMOJI = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F|\u20E3/u

/** What stands on a slide and does not stand on paper. */
export function slideHints(slide: PageSlide): Fault[] {
  const lines = slide.content.split('\n')
  const { isCode } = codeBlocks(lines)
  const text = lines.filter((_, index) => !isCode[index]).join('\n').replace(/`[^`\n]*`/g, '')
  const goes = [...new Set(text.match(RE_GOES) ?? [])].map((found): Fault => ({
    ...placeOf(slide, found),
    problem: 'what goes away at a click is in no PDF, in no reading view and on no page without scripts: they show the last step',
    mend: 'Say it in the note as well, give the slide handoutSteps (with --steps each has a page), or let it stay.',
  }))
  const emoji = RE_EMOJI.exec(slide.content)?.[0]
  return emoji
    ? [...goes, { ...placeOf(slide, emoji), problem: `${emoji} is drawn by whatever font the machine has: a box where it has none, as in the PDFs of a server`, mend: 'Take an icon, as in <carbon-idea />, or bring a font that has it.' }]
    : goes
}
