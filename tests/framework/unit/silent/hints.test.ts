// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { headHints, slideHints } from '../../../../addon/lib/deck/hints.ts'

const of = (content: string) => slideHints({ path: 'pages/a.md', line: 1, title: 'Hi', frontmatter: {}, content, source: content })

describe('what goes away is told', () => {
  it.each(['<div v-click.hide>x</div>', '<v-switch><template #1>x</template></v-switch>', '🚀 Launch', '<p v-click.fade.hide>x</p>', '<VSwitch />', '<div v-click-hide>x</div>', '<v-click hide>x</v-click>', '<v-clicks at="2" hide>x</v-clicks>', '<div v-after.hide>x</div>', '✈️ now', '1️⃣', '👩🏽‍💻'.slice(0, 2)])('%s', (text) => {
    expect(of(`# Hi\n\n${text}`)).toEqual([expect.objectContaining({ file: 'pages/a.md', entry: expect.stringMatching(/^line 3/) as string, mend: expect.stringMatching(/\.$/) as string })])
  })
  it.each(['<div v-click>x</div>', '`v-click.hide`', '```vue\n<v-switch />\n```', '© 2026 ™ → ✓', '<v-clicks>\n\n- a\n\n</v-clicks>'])('%s: nothing to tell', text => expect(of(`# Hi\n\n${text}`)).toEqual([]))
})

describe('what the headmatter costs', () => {
  const calm = { drawings: { enabled: false }, record: false, wakeLock: false, editor: false, mcp: false, contextMenu: false, favicon: '/favicon.svg', selectable: true }
  it('nothing where all is said', () => expect(headHints({ ...calm, fonts: { provider: 'none', sans: 'Inter' }, monaco: false })).toEqual([]))
  it.each([
    ['fonts.provider', { fonts: { sans: 'Inter' } }],
    ['drawings', { drawings: {} }],
    ['transition', { transition: 'slide-left' }],
    ['record', { record: true }],
    ['wakeLock', { wakeLock: true }],
    ['editor', { editor: true }],
    ['mcp', { mcp: true }],
    ['remoteAssets', { remoteAssets: 'build' }],
    ['favicon', { favicon: 'https://a.example/x.png' }],
    ['monaco', { monaco: true }],
    ['pwa', { pwa: true }],
  ])('%s', (key, head) => expect(headHints({ ...calm, ...head })).toEqual([expect.objectContaining({ file: 'slides.md', entry: `line 1 ${key}` })]))
  it('by the line', () => expect(headHints({ ...calm, editor: true }, '---\ntitle: x\neditor: true\n---\n')).toEqual([expect.objectContaining({ entry: 'line 3 editor' })]))
})
