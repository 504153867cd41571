import type { Judging } from '../composables/judgedUpTo.ts'

const RE_CLAIM = /<(?:Claim|Verdict)\b([^>]*)>/g
const RE_ATTRIBUTE = /\s:?([a-z]+)="([^"]*)"/g

/** The claims that a slide judges, each with the click at which its verdict shows, in reading order. */
export function judgingsIn(content: string): Judging[] {
  return [...content.matchAll(RE_CLAIM)].flatMap(([, attributes]) => {
    const { claim, at = '0' } = Object.fromEntries([...attributes!.matchAll(RE_ATTRIBUTE)].map(([, key, value]) => [key, value]))
    return claim ? [{ claim, at: Number(at) }] : []
  })
}
