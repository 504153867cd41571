// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { readableScript } from '../../../../addon/composables/readableScript.ts'
import { textOfNote } from '../../../../addon/lib/deck/note-text.ts'
import { treatPrivate } from '../../../../addon/lib/deck/private-notes.ts'
import { faultsOf } from './deck.ts'

const SECRET = 'the customer is late'

/** Marks that hide what is between them, and nothing is wrong. */
const HIDDEN = [
  `[Private] ${SECRET} [/Private]`,
  `[PRIVATE]${SECRET}[/private]`,
  `[ private ] ${SECRET} [ / private ]`,
  `- a\n- [private] ${SECRET} [/private]\n- b`,
  `\`\`\`\n[private] ${SECRET} [/private]\n\`\`\``,
  `\`[private] ${SECRET} [/private]\``,
  `| a |\n| --- |\n| [private] ${SECRET} [/private] |`,
  `> [private] ${SECRET}\n>\n> ${SECRET} [/private]`,
  `**[private] ${SECRET} [/private]**`,
  `\\[private\\] ${SECRET} \\[/private\\]`,
  `## Heading [private] ${SECRET} [/private]`,
  `[private] <div>${SECRET}</div> ${SECRET} [/private]`,
]
/** Marks that are refused; until they are mended nothing of them leaves either. */
const REFUSED = [
  `[private] ${SECRET}`,
  `[private] a [private] ${SECRET} [/private] ${SECRET} [/private]`,
  `[private] ${SECRET} [private]`,
]
/** Marks that are none: refused, since they hide nothing. */
const LIKE = [`[privat] ${SECRET} [/privat]`, `[private note] ${SECRET} [/private note]`, `<private>${SECRET}</private>`, `{private} ${SECRET} {/private}`, `&#91;private] ${SECRET}`, `${SECRET} [/private]`, `[privte] x [/private]`]

describe('private passages', () => {
  it.each(HIDDEN)('%j leaves no trace', (note) => {
    expect(faultsOf(`# Hi\n\n<!--\nSaid.\n\n${note}\n\nSaid.\n-->\n`)).toEqual([])
    for (const text of [textOfNote(`Said.\n\n${note}\n\nSaid.`), readableScript(textOfNote(`Said.\n\n${note}\n\nSaid.`, { keep: true }))]) {
      expect(text).not.toContain(SECRET)
      expect(text).not.toMatch(/private/i)
    }
  })

  it.each(REFUSED)('%j is refused, and hides what it can', (note) => {
    expect(faultsOf(`# Hi\n\n<!--\n${note}\n-->\n`)).toEqual([expect.objectContaining({ file: 'pages/a.md', entry: 'line 1 "Hi"' })])
    expect(textOfNote(note)).not.toContain(SECRET)
  })

  it.each(LIKE)('%j is refused', note => expect(faultsOf(`# Hi\n\n<!--\n${note}\n-->\n`)).toEqual([expect.objectContaining({ problem: expect.stringMatching(/looks like|counterpart/) as string })]))

  it('what is private is refused on a slide and in its front matter', () => {
    expect(faultsOf(`# Hi\n\n[private] ${SECRET} [/private]\n`)).toEqual([expect.objectContaining({ entry: 'line 3 [private]', problem: expect.stringContaining('everybody') as string })])
    expect(faultsOf(`---\ntitle: "[private] ${SECRET}"\n---\n\n# Hi\n`)).toEqual([expect.objectContaining({ problem: expect.stringContaining('everybody') as string })])
    expect(faultsOf(`# Hi\n\n<!-- [private] ${SECRET} [/private] -->\n\nText\n`)).toEqual([])
  })

  it('other words between brackets are words', () => {
    expect(faultsOf('# Hi\n\n<!-- [[answer:privileged]] and [privileged] and [pirate] and [a private matter](https://example.org) -->\n')).toEqual([])
  })

  it('the presenter of npm start sees it, whatever is in it', () => {
    expect(treatPrivate(`a [Private] <div>x</div> ${SECRET} [/Private] b`, true)).toMatch(/<div class="private-note">[\s\S]*late[\s\S]*<!--\/private-->/)
  })
})
