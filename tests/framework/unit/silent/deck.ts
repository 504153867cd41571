import type { Fault } from '../../../../addon/lib/deck/faults.ts'
import type { DeckNames } from '../../../../addon/lib/deck/names.ts'
import { fullKit } from '../../../../addon/kit.ts'
import { checkPages } from '../../../../addon/lib/deck/check-pages.ts'
import { readNames } from '../../../../addon/lib/deck/names.ts'

const HEAD = '---\ntheme: none\ntitle: A sound deck\n---\n\n# A sound deck\n\nHello\n'
const LAST = '\n---\nrouteAlias: recap\n---\n\n# Recap\n\nThe end\n'

/** What a deck without a configuration says of itself. */
export const PLAIN = { sources: [], notes: false, kit: fullKit(), origins: {} }

/** What a deck may name that has nothing of its own but two files and a component. */
const EMPTY = readNames('/nowhere')
export const NAMES: DeckNames = {
  ...EMPTY,
  components: new Set([...EMPTY.components, 'Verdict']),
  files: new Set(['paper.pdf', 'cat.png', 'demo/index.html']),
  isFile: path => path === 'pages/own.png',
  words: () => new Set(['numeral']),
}

/** A sound deck with one page among others: `pages/a.md`. */
export function withPage(page: string): { path: string, text: string }[] {
  return [
    { path: 'slides.md', text: `${HEAD}\n---\nsrc: ./pages/a.md\n---\n${LAST}` },
    { path: 'pages/a.md', text: page },
  ]
}

/** What `lectern check` says of a page in a sound deck. */
export function faultsOf(page: string, config: Partial<Parameters<typeof checkPages>[1]> = {}): Fault[] {
  return checkPages(withPage(page), { ...PLAIN, ...config }, NAMES)
}

/** What it says of a deck of one file with this front matter. */
export function faultsOfHead(head: string): Fault[] {
  return checkPages([{ path: 'slides.md', text: `---\n${head}\n---\n\n# Hello\n` }], PLAIN, NAMES)
}

/** One slide with this front matter. */
export function slide(frontmatter: string, content = '# Hello'): string {
  return `---\n${frontmatter}\n---\n\n${content}\n`
}
