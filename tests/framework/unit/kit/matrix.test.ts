import type { MatrixFacts, MatrixView } from '../../../../addon/composables/matrixView.ts'
import { mount } from '@vue/test-utils'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import ComparisonMatrix from '../../../../addon/components/kit/matrix/ComparisonMatrix.vue'
import { arithmetic, equalWeights, formatScore, rank, score, sortRows, termsOf } from '../../../../addon/composables/matrixRanking.ts'
import { changeWeight, DEFAULT_VIEW_TEXT, defaultView, formatView, MAX_WEIGHT, parseView, toggleCriterion, toggleSort, toggleTechnique } from '../../../../addon/composables/matrixView.ts'
import { comparison, criteria, roles, techniques } from '../../../fixtures/decks/kit/facts.ts'

const facts: MatrixFacts = { criteria, techniques, roles }
const plain = defaultView(facts)
const DIGITS = 2

const anyWeights = fc.tuple(...criteria.map(() => fc.integer({ min: 0, max: MAX_WEIGHT })))
  .map(values => Object.fromEntries(criteria.map(({ id }, index) => [id, values[index]])) as MatrixView['weights'])

/** Views as hands make them: a row of presses. */
const anyView = fc.array(fc.oneof(
  fc.constantFrom(...techniques).map(({ id }) => (view: MatrixView) => toggleTechnique(view, id, facts)),
  fc.constantFrom(...criteria).map(({ id }) => (view: MatrixView) => toggleCriterion(view, id, facts)),
  fc.constantFrom(...techniques).map(({ id }) => (view: MatrixView) => view.hiddenTechniques.includes(id) ? view : toggleSort(view, id)),
  fc.tuple(fc.constantFrom(...criteria), fc.constantFrom(-1, 1)).map(([{ id }, by]) => (view: MatrixView) => changeWeight(view, id, by)),
  fc.constantFrom(...roles).map(({ id, weights }) => (view: MatrixView) => ({ ...view, role: id, weights })),
  fc.boolean().map(byRank => (view: MatrixView) => ({ ...view, byRank })),
  fc.tuple(fc.constantFrom(...criteria), fc.constantFrom(...techniques)).map(([criterion, technique]) => (view: MatrixView) =>
    view.hiddenCriteria.includes(criterion.id) || view.hiddenTechniques.includes(technique.id)
      ? view
      : { ...view, opened: { criterion: criterion.id, technique: technique.id } }),
), { maxLength: 30 }).map(presses => presses.reduce((view, press) => press(view), plain))

/** What a reader of the sum would do with it, by hand. */
function evaluate(sum: string): number {
  const [, products, total] = /^\((.*)\) ÷ (\d+) = /.exec(sum)!
  const added = products!.split(' + ').reduce((whole, product) => {
    const [weight, rating] = product.split('×').map(Number)
    return whole + weight! * rating!
  }, 0)
  return added / Number(total)
}

describe('ranking', () => {
  it('is the plain mean with equal weights', () => {
    for (const { technique, score } of rank(comparison, criteria, techniques, equalWeights(criteria))) {
      const ratings = comparison.filter(cell => cell.technique === technique).map(cell => cell.rating as number)
      expect(score).toBeCloseTo(ratings.reduce((a, b) => a + b) / ratings.length, 10)
    }
  })

  it('shares a rank between equal scores and skips the next', () => {
    const ranks = rank(comparison, criteria, techniques, equalWeights(criteria)).map(standing => standing.rank)
    expect(ranks).toEqual([1, 3, 1])
  })

  it('turns over with the role', () => {
    const first = (weights: MatrixView['weights']) => rank(comparison, criteria, techniques, weights).find(({ rank }) => rank === 1)?.technique
    expect(roles.map(({ weights }) => first(weights))).toEqual(['drip', 'drip', 'press'])
  })

  it('shows the arithmetic that it does, whatever the weights and the criteria', () => {
    fc.assert(fc.property(anyWeights, fc.constantFrom(...techniques), fc.subarray([...criteria], { minLength: 1 }), (weights, { id }, shown) => {
      const terms = termsOf(comparison, shown, weights, id)
      const ranked = rank(comparison, shown, techniques, weights).find(({ technique }) => technique === id)!
      const text = arithmetic(terms)
      expect(score(terms)).toBe(ranked.score)
      if (ranked.score === undefined) {
        expect(text).toContain('no mean')
        return
      }
      expect(terms).toHaveLength(shown.length)
      expect(evaluate(text)).toBe(ranked.score)
      expect(text.endsWith(` = ${ranked.score.toFixed(DIGITS)}`)).toBe(true)
    }))
  })

  it('has no mean and no rank if all weights are 0', () => {
    const weights = Object.fromEntries(criteria.map(({ id }) => [id, 0]))
    for (const standing of rank(comparison, criteria, techniques, weights))
      expect([standing.rank, standing.score, formatScore(standing.score)]).toEqual([undefined, undefined, '–'])
  })

  it('says which cell is missing', () => {
    expect(() => rank(comparison.slice(1), criteria, techniques, equalWeights(criteria))).toThrow('no cell for taste and press')
  })
})

describe('order of the criteria', () => {
  it('goes by one technique, and equal ratings keep their order', () => {
    const sorted = sortRows(comparison, criteria, { technique: 'moka', direction: 'descending' }).map(({ id }) => id)
    expect(sorted).toEqual(['cost', 'taste', 'time', 'cleanup'])
  })

  it('goes down, up, and back to the order of the data', () => {
    const down = toggleSort(plain, 'drip')
    const up = toggleSort(down, 'drip')
    expect([down.sort?.direction, up.sort?.direction, toggleSort(up, 'drip').sort]).toEqual(['descending', 'ascending', undefined])
  })
})

describe('view in the address', () => {
  it('is empty for the default view', () => {
    expect(formatView(plain, facts)).toBe('')
    expect(parseView(DEFAULT_VIEW_TEXT, facts)).toEqual(plain)
  })

  it('is readable', () => {
    const view: MatrixView = { ...plain, role: 'owner', weights: roles[2].weights, byRank: true, opened: { criterion: 'time', technique: 'drip' } }
    expect(formatView(view, facts)).toBe('role:owner,rank,open:time:drip')
  })

  it('comes back as it went, from any row of presses', () => {
    fc.assert(fc.property(anyView, (view) => {
      const text = formatView(view, facts)
      expect(encodeURI(text)).toBe(text)
      expect(text).not.toContain('~')
      expect(parseView(text || DEFAULT_VIEW_TEXT, facts)).toEqual(view)
    }))
  })

  it.each([
    '',
    ',',
    'rank,rank',
    'rank:yes',
    'role:king',
    'role:owner:guest',
    'role:owner,weights:5101',
    'weights:9111',
    'weights:NaN',
    'weights:111',
    'weights:11111',
    'weights:-111',
    'sort:drip',
    'sort:drip:sideways',
    'sort:tea:ascending',
    'sort:drip:ascending,techniques:drip',
    'techniques:',
    'techniques:drip:drip',
    'techniques:taste',
    'techniques:toString',
    `techniques:${techniques.map(({ id }) => id).join(':')}`,
    `criteria:${criteria.map(({ id }) => id).join(':')}`,
    'open:taste',
    'open:taste:tea',
    'open:taste:drip,criteria:taste',
    'criteria:taste,open:taste:drip',
    '__proto__:x',
    'rank,tea:milk',
    'x~y'.repeat(4000),
  ])('is refused as a whole if malformed: %#', (text) => {
    expect(parseView(text, facts)).toBeUndefined()
  })

  it('never throws, and never gives a view that it would not have written', () => {
    const part = fc.constantFrom('role', 'rank', 'sort', 'open', 'weights', 'techniques', 'criteria', ':', ',', '~', 'drip', 'taste', 'ascending', '0000', '12')
    fc.assert(fc.property(fc.oneof(fc.string(), fc.array(part).map(parts => parts.join(''))), (text) => {
      const view = parseView(text, facts)
      expect(view === undefined || text === DEFAULT_VIEW_TEXT || formatView(view, facts) === text).toBe(true)
    }))
  })
})

describe('matrix on the page', () => {
  /** A matrix whose view is kept, as a slide keeps it. */
  function mountMatrix(start: Partial<MatrixView> = {}, more: { roles?: typeof roles | [], static?: boolean } = {}) {
    const wrapper = mount(ComparisonMatrix, {
      props: {
        criteria,
        techniques,
        roles,
        'cells': comparison,
        'view': { ...plain, ...start },
        'onUpdate:view': (view: MatrixView) => wrapper.setProps({ view }),
        ...more,
      },
      slots: { cite: '<template #cite="{ sources }"><cite>{{ sources.join(" ") }}</cite></template>' },
      global: { stubs: { TransitionGroup: false } },
    })
    return wrapper
  }

  const cellSelector = 'td[data-criterion][data-technique][data-rating]'

  it('is a table with headers, a caption and a cell for each pair', () => {
    const wrapper = mountMatrix()
    expect(wrapper.findAll(cellSelector)).toHaveLength(criteria.length * techniques.length)
    expect(wrapper.findAll('thead th[scope=col]')).toHaveLength(techniques.length + 1)
    expect(wrapper.findAll('tbody th[scope=row]')).toHaveLength(criteria.length)
    expect(wrapper.find('caption').text()).toContain('editorial')
    expect(wrapper.findAll('td[data-score]').map(cell => cell.attributes('data-score'))).toEqual(['3.50', '3.25', '3.50'])
    expect(wrapper.find('td[data-score][data-best]').text()).toContain('1st')
  })

  it('names its cells and its controls', () => {
    const wrapper = mountMatrix()
    expect(wrapper.find(`${cellSelector} button`).attributes('aria-label')).toBe('Taste, French press: 4 of 5. Full, and a little muddy')
    expect(wrapper.findAll('input, select, [tabindex]')).toHaveLength(0)
  })

  it('sorts by a technique and says so', async () => {
    const wrapper = mountMatrix()
    const header = 'th[data-technique=drip]'
    const sorts: (string | undefined)[] = []
    for (let press = 0; press < 3; press++) {
      await wrapper.find(`${header} button`).trigger('click')
      sorts.push(wrapper.find(header).attributes('aria-sort'))
      if (!press)
        expect(wrapper.find('tbody tr').attributes('data-criterion')).toBe('taste')
    }
    expect(sorts).toEqual(['descending', 'ascending', undefined])
  })

  it('weighs for a role, says why, and puts the columns by rank', async () => {
    const wrapper = mountMatrix()
    await wrapper.find('[data-role=owner]').trigger('click')
    expect(wrapper.find('[data-role=owner]').attributes('aria-pressed')).toBe('true')
    expect(wrapper.text()).toContain('Pays for it.')
    await wrapper.find('[data-action=rank]').trigger('click')
    expect(wrapper.findAll('td[data-score]').map(cell => cell.attributes('data-technique')).at(0)).toBe('press')
    expect(wrapper.findAll('thead th[data-technique]').at(-1)!.attributes('data-technique')).toBe('drip')
    expect(wrapper.find('.matrix-arithmetic').text()).toContain('(1×4 + 2×3 + 5×5 + 1×2) ÷ 9 = 4.11')
  })

  it('takes a weight by hand within its bounds, and is nobody\'s role then', async () => {
    const wrapper = mountMatrix({ role: 'owner', weights: roles[2].weights })
    const [less, more] = wrapper.find('tr[data-criterion=cost]').findAll('[role=group] button')
    await more!.trigger('click')
    expect(wrapper.props('view').weights.cost).toBe(MAX_WEIGHT)
    await less!.trigger('click')
    expect(wrapper.props('view').weights.cost).toBe(MAX_WEIGHT - 1)
    expect(wrapper.props('view').role).toBeUndefined()
  })

  it('opens a cell with its reasons and sources, and closes it', async () => {
    const wrapper = mountMatrix()
    const button = wrapper.find('td[data-criterion=taste][data-technique=drip] button')
    const region = wrapper.find(`[id="${button.attributes('aria-controls')}"]`)
    await button.trigger('click')
    expect(button.attributes('aria-expanded')).toBe('true')
    expect(region.text()).toContain('Paper keeps the fines')
    expect(region.find('cite').text()).toBe('brew-book kitchen-2012')
    expect(region.find('.matrix-arithmetic').attributes('data-technique')).toBe('drip')
    await button.trigger('click')
    expect(button.attributes('aria-expanded')).toBe('false')
    expect(region.text()).not.toContain('Paper keeps')
  })

  it('hides techniques and criteria, but never the last', async () => {
    // The open cell goes with its technique; the list of switches must not go with it.
    const wrapper = mountMatrix({ opened: { criterion: 'time', technique: 'press' } })
    await wrapper.find('[data-action=choose]').trigger('click')
    for (const { id } of [...techniques, ...criteria]) {
      await wrapper.find(`[data-hide=${id}]`).trigger('click')
      await nextTick()
    }
    expect(wrapper.findAll(cellSelector)).toHaveLength(1)
    expect(wrapper.find(cellSelector).text()).toContain('The paper takes it all')
    expect(wrapper.find('[data-hide=drip]').attributes('aria-pressed')).toBe('true')
    expect(wrapper.find('[data-action=choose]').text()).toBe(`${techniques.length + criteria.length - 2} hidden`)
  })

  it('says that there is no mean when nothing weighs', () => {
    const wrapper = mountMatrix({ weights: Object.fromEntries(criteria.map(({ id }) => [id, 0])) as MatrixView['weights'], byRank: true })
    expect(wrapper.findAll('td[data-score="–"]')).toHaveLength(techniques.length)
    expect(wrapper.text()).toContain('All weights are 0')
    expect(wrapper.text()).not.toContain('NaN')
  })

  it('without roles compares and does not rank', () => {
    const wrapper = mountMatrix({}, { roles: [] })
    expect(wrapper.findAll('[data-score], [data-role], [data-action]')).toHaveLength(0)
  })

  it('in print has no controls and ranks for everybody', () => {
    const wrapper = mountMatrix({ hiddenTechniques: ['drip'] }, { static: true })
    expect(wrapper.findAll('button')).toHaveLength(0)
    expect(wrapper.findAll(cellSelector)).toHaveLength(criteria.length * techniques.length)
    expect(wrapper.findAll('.matrix-ranking tr')).toHaveLength(roles.length + 1)
    for (const role of roles)
      expect(wrapper.text()).toContain(role.because)
  })
})
