import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import Scorecard from '../../../components/verdicts/Scorecard.vue'
import { filteredClaims, totalsOf } from '../../../composables/scorecard.ts'
import { claimParts, claims } from '../../../data/claims.ts'
import { verdicts } from '../../../data/verdicts.ts'

const global = { stubs: { VerdictBadge: true } }

it('every claim counts once, under its verdict and in its part', () => {
  const totals = totalsOf(claims, verdicts)
  expect(totals.reduce((sum, { count }) => sum + count, 0)).toBe(claims.length)
  for (const { id, count } of totals)
    expect(claimParts.flatMap(part => filteredClaims(claims, { verdict: id, part: part.id }))).toHaveLength(count)
})

it('filters by verdict and part, shows some at a time, and takes a choice back', async () => {
  const card = mount(Scorecard, { props: { claims, part: 2, parts: 9, isPrint: false }, global })
  const rows = () => card.findAll('tbody tr').map(row => row.attributes('data-claim'))
  const own = rows()
  const press = (text: string) => card.findAll('button').find(button => button.text().includes(text))!.trigger('click')
  await press('with a nuance')
  const nuanced = filteredClaims(claims, { verdict: 'holds-with-nuance' }).map(({ id }) => id)
  const seen = rows()
  while (card.findAll('button').find(button => button.text() === 'More')!.attributes('disabled') === undefined) {
    await press('More')
    seen.push(...rows())
  }
  expect(seen).toEqual(nuanced)
  await press('Security')
  expect(rows()).toEqual(filteredClaims(claims, { verdict: 'holds-with-nuance', part: 'security' }).map(({ id }) => id).slice(0, own.length))
  await press('Security')
  await press('with a nuance')
  expect(rows()).toEqual(own)
})

it('in print there is nothing to press, and the parts together are all claims', () => {
  const printed = Array.from({ length: 9 }, (_, i) => mount(Scorecard, { props: { claims, part: i + 1, parts: 9, isPrint: true }, global }))
  expect(printed.flatMap(card => card.findAll('button'))).toEqual([])
  expect(printed.flatMap(card => card.findAll('tbody tr').map(row => row.attributes('data-claim')))).toEqual(claims.map(({ id }) => id))
})
