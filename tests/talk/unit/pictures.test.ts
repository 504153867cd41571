import type { Place } from '../../../data/places.ts'
import type { Mark } from '../../../data/twelve-months.ts'
import { describe, expect, it } from 'vitest'
import { claims } from '../../../data/claims.ts'
import { places } from '../../../data/places.ts'
import { sources } from '../../../data/sources.ts'
import { timeline } from '../../../data/timeline.ts'
import { twelveMonths } from '../../../data/twelve-months.ts'
import { vulnerabilities } from '../../../data/vulnerabilities.ts'

const marks: readonly Mark[] = twelveMonths.marks
const flawOf = (id: string) => vulnerabilities.find(flaw => flaw.id === id)

describe('the strip of twelve months', () => {
  it.each(marks.map(mark => [mark.flaws.join(' '), mark] as const))('%s has its flaws, all of one side, and its time', (_, { name, flaws, on, date }) => {
    expect(flaws.filter(id => !flawOf(id))).toEqual([])
    expect(new Set(flaws.map(id => flawOf(id)!.side === 'container')).size).toBe(1)
    for (const id of flaws)
      expect(`${flawOf(id)!.summary} ${flawOf(id)!.affected}`).toContain(name)
    const time = date ?? timeline.find(({ source }) => source === on)!.date
    expect(time.slice(0, 7) >= twelveMonths.from && time.slice(0, 7) <= twelveMonths.to).toBe(true)
  })

  it('a day that stands in no timeline stands in the record, a month in the claim', () => {
    expect(marks.filter(({ date }) => date).map(({ date }) => date)).toEqual(['2026-07', '2026-10-12'])
    expect(flawOf('CVE-2026-95837')!.affected).toContain('12 October 2026')
    expect(claims.find(({ id }) => id === 'issues-solved-in-docker')!.corrected).toContain('in mid 2026 containerd')
  })
})

it('a place for an image has sources', () => {
  const known = new Set<string>(sources.map(({ id }) => id))
  expect((places as readonly Place[]).flatMap(place => place.sources).filter(id => !known.has(id))).toEqual([])
})
