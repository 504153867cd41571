// @vitest-environment node
import { MarkdownExit } from 'markdown-exit'
import { describe, expect, it } from 'vitest'
import { readableScript } from '../../../../addon/composables/readableScript.ts'
import { tagsAsText, textOfNote } from '../../../../addon/lib/deck/note-text.ts'

const markdown = new MarkdownExit({ html: true })
/** A note as Slidev makes HTML of it, for readers. */
const script = (note: string) => readableScript(String(markdown.render(textOfNote(note).replace(/\[click\]/g, '<span class="slidev-note-click-mark" data-clicks="1"></span>'))), to => `#${to}`)

describe('notes are prose', () => {
  it.each([
    ['exec -it <pod> -- sh', '&lt;pod&gt;'],
    ['Array<string> and Map<K, V>', '&lt;string&gt;'],
    ['a </pod> b', '&lt;/pod&gt;'],
    ['<script>alert(1)</script>', '&lt;script&gt;'],
    ['<style>body { display: none }</style>', '&lt;style&gt;'],
    ['<iframe src="x"></iframe>', '&lt;iframe'],
    ['<Verdict />', '&lt;Verdict'],
    ['use <my-element>', '&lt;my-element&gt;'],
    ['a <!-- b', '&lt;!-- b'],
    ['- kubectl get <kind>\n- b', '&lt;kind&gt;'],
    ['| a |\n| --- |\n| <name> |', '&lt;name&gt;'],
    ['a < b and c > d', 'a &lt; b'],
  ])('%s is not lost', (note, says) => expect(script(note)).toContain(says))

  it.each([
    ['<b>bold</b> and <br> and <kbd>x</kbd>', '<b>bold</b> and <br> and <kbd>x</kbd>'],
    ['`exec <pod>`', '<code>exec &lt;pod&gt;</code>'],
    ['```sh\nexec <pod>\n```', 'exec &lt;pod&gt;'],
    ['<https://example.org/a>', '<a href="https://example.org/a">'],
    ['<me@example.org>', 'href="mailto:me@example.org"'],
  ])('%s stays what it is', (note, says) => expect(script(note)).toContain(says))

  it('headings stand under that of the slide', () => {
    expect(script('# One\n\n## Remember\n\n##### Five')).toMatch(/<h3>One<\/h3>[\s\S]*<h4>Remember<\/h4>[\s\S]*<h6>Five<\/h6>/)
  })

  it('a click begins a paragraph, and breaks no list, table or heading', () => {
    expect(script('a\n[click] b')).toBe('<p>a\n</p>\n<p>b</p>\n')
    expect(script('- a\n- [click] b')).toBe('<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n')
    expect(script('## [click] a')).toBe('<h4>a</h4>\n')
    expect(script('| a |\n| --- |\n| [click] b |')).toContain('<td>b</td>')
  })

  it('links of the deck lead to slides', () => {
    expect(readableScript('<p><Link to="/recap">x</Link></p>', to => `#${to.slice(1)}`)).toBe('<p><a href="#recap">x</a></p>')
  })

  it('what is code is left alone', () => {
    for (const code of ['`<pod>`', '```\n<pod>\n```', '~~~\n<pod>\n~~~', '````\n```\n<pod>\n```\n````'])
      expect(tagsAsText(code)).toBe(code)
  })
})
