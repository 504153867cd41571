import type { SlideFacts } from './pacing.ts'
import { isQuestion } from '../questionKeys.ts'
import { plainTitle } from './pacing.ts'

/** Something to jump to. */
export interface JumpTarget {
  kind: 'part' | 'slide' | 'question'
  /** Number of the slide; of a part the first. */
  no: number
  /** Title of the slide, or name of the part. */
  title: string
  /** Name in the address; empty where it has none. */
  alias: string
  /** Name of the part in which it stands; empty where there is none. */
  part: string
}

/** Letters as they are typed: without accents, and in lower case. */
function typed(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll(/[‘’]/g, '\'').toLowerCase()
}

/** All that can be jumped to, in the order of the deck: a part stands before its first slide. */
export function jumpTargets(slides: readonly SlideFacts[]): JumpTarget[] {
  let last = ''
  return slides.flatMap(({ no, title, frontmatter }) => {
    const part = typeof frontmatter.part === 'string' ? frontmatter.part : ''
    const alias = typeof frontmatter.routeAlias === 'string' ? frontmatter.routeAlias : ''
    const isNew = part !== '' && part !== last
    last = part
    const target: JumpTarget = { kind: isQuestion(alias) ? 'question' : 'slide', no, title: plainTitle(title, no), alias, part }
    return [...isNew ? [{ kind: 'part', no, title: part, alias: '', part } as const] : [], target]
  })
}

/** How well a target fits what was typed: a lower number fits better; `undefined` if it does not fit. */
function rankOf({ kind, no, title, alias, part }: JumpTarget, words: readonly string[]): number | undefined {
  const whole = words.join(' ')
  const [name, names] = [typed(title), typed(`${alias} ${alias.replaceAll('-', ' ')}`)]
  if (/^\d+$/.test(whole))
    return kind !== 'part' && String(no).startsWith(whole) ? Number(String(no) !== whole) : name.includes(whole) ? 5 : undefined
  if (name === whole || alias === whole)
    return 1
  if (name.startsWith(whole))
    return kind === 'part' ? 2 : 3
  if (words.every(word => name.split(/\W+/).some(found => found.startsWith(word))))
    return 4
  if (words.every(word => name.includes(word) || names.includes(word)))
    return 5
  const all = typed(`${name} ${names} ${part} ${kind}`)
  return words.every(word => all.includes(word)) ? 6 : undefined
}

/**
 * What fits the words that were typed, the best first; everything while nothing is typed. All words have to stand in a title, an
 * alias or the name of a part, in any order, or the number is that of the slide.
 */
export function findTargets(targets: readonly JumpTarget[], text: string): JumpTarget[] {
  const words = typed(text).replace(/^\//, '').split(/\s+/).filter(Boolean)
  if (!words.length)
    return [...targets]
  return targets
    .map(target => ({ target, rank: rankOf(target, words) }))
    .filter(({ rank }) => rank !== undefined)
    .sort((a, b) => a.rank! - b.rank! || a.target.no - b.target.no)
    .map(({ target }) => target)
}
