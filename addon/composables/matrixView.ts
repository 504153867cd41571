import type { Criterion, Role, Technique } from '../kit.ts'
import type { Sort, Weights } from './matrixRanking.ts'
import { equalWeights } from './matrixRanking.ts'

/** What can be compared: the facts that a view of the matrix points into. */
export interface MatrixFacts {
  criteria: readonly Criterion[]
  techniques: readonly Technique[]
  roles: readonly Role[]
}

/** Everything that a hand can change about the matrix. */
export interface MatrixView {
  /** Order of the criteria: by the ratings of one shown technique. */
  sort?: Sort
  /** Techniques stand in the order of their rank, not of the data. */
  byRank: boolean
  hiddenTechniques: readonly string[]
  hiddenCriteria: readonly string[]
  /** 0 (ignored) to MAX_WEIGHT. Equals the role's weights while `role` is set. */
  weights: Weights
  role?: string
  /** The shown cell whose detail is open. */
  opened?: { criterion: string, technique: string }
}

export const MAX_WEIGHT = 5

/** Stands for the default view where an empty text would mean `no view`. */
export const DEFAULT_VIEW_TEXT = 'equal'

const LONGEST_TEXT = 400

/** Everything shown, in the order of the data, weighed the same. */
export function defaultView({ criteria }: Pick<MatrixFacts, 'criteria'>): MatrixView {
  return {
    byRank: false,
    hiddenTechniques: [],
    hiddenCriteria: [],
    weights: equalWeights(criteria),
  }
}

/** Adds the id, or takes it out. */
function toggled<Id>(ids: readonly Id[], id: Id): Id[] {
  return ids.includes(id)
    ? ids.filter(other => other !== id)
    : [...ids, id]
}

/** Hides or shows a technique, and lets go of a sort or a cell that hangs on it. The last one stays. */
export function toggleTechnique(view: MatrixView, id: string, { techniques }: MatrixFacts): MatrixView {
  const hiddenTechniques = toggled(view.hiddenTechniques, id)
  return hiddenTechniques.length === techniques.length
    ? view
    : {
        ...view,
        hiddenTechniques,
        sort: view.sort?.technique === id
          ? undefined
          : view.sort,
        opened: view.opened?.technique === id
          ? undefined
          : view.opened,
      }
}

/** Hides or shows a criterion, and lets go of a cell that hangs on it. The last one stays. */
export function toggleCriterion(view: MatrixView, id: string, { criteria }: MatrixFacts): MatrixView {
  const hiddenCriteria = toggled(view.hiddenCriteria, id)
  return hiddenCriteria.length === criteria.length
    ? view
    : {
        ...view,
        hiddenCriteria,
        opened: view.opened?.criterion === id
          ? undefined
          : view.opened,
      }
}

/** Descending first, then ascending, then the order of the data. */
export function toggleSort(view: MatrixView, technique: string): MatrixView {
  const current = view.sort?.technique === technique
    ? view.sort.direction
    : undefined
  if (current === 'ascending')
    return { ...view, sort: undefined }
  return {
    ...view,
    sort: {
      technique,
      direction: current ? 'ascending' : 'descending',
    },
  }
}

/** One more or one less for a criterion, within the bounds. The weights are nobody's role any more. */
export function changeWeight(view: MatrixView, criterion: string, by: number): MatrixView {
  const weight = Math.min(MAX_WEIGHT, Math.max(0, view.weights[criterion] + by))
  return {
    ...view,
    role: undefined,
    weights: { ...view.weights, [criterion]: weight },
  }
}

/**
 * A view as the text of an address: what is hidden, sorted and opened, and the weights; for example `role:barista,rank,sort:press:ascending,criteria:cost,open:time:press`.
 * Weights set by hand are digits in the order of the criteria: `weights:5101110`. Empty for the default view.
 */
export function formatView(view: MatrixView, { criteria }: MatrixFacts): string {
  const weights = criteria.map(({ id }) => view.weights[id]).join('')
  const isEqual = weights === '1'.repeat(criteria.length)
  return [
    view.role && `role:${view.role}`,
    !view.role && !isEqual && `weights:${weights}`,
    view.byRank && 'rank',
    view.sort && `sort:${view.sort.technique}:${view.sort.direction}`,
    view.hiddenTechniques.length && `techniques:${view.hiddenTechniques.join(':')}`,
    view.hiddenCriteria.length && `criteria:${view.hiddenCriteria.join(':')}`,
    view.opened && `open:${view.opened.criterion}:${view.opened.technique}`,
  ].filter(Boolean).join(',')
}

/** The view that a text of `formatView` (or DEFAULT_VIEW_TEXT) stands for. Anything else is undefined as a whole: no view is half right. */
export function parseView(text: string, facts: MatrixFacts): MatrixView | undefined {
  const fallback = defaultView(facts)
  if (text === DEFAULT_VIEW_TEXT)
    return fallback
  if (!text || text.length > LONGEST_TEXT)
    return undefined

  const parts = new Map(text.split(',').map((part) => {
    const [key, ...values] = part.split(':')
    return [key, values]
  }))
  const [digits] = parts.get('weights') ?? []
  const [technique, direction] = parts.get('sort') ?? []
  const opened = parts.get('open')
  const role = facts.roles.find(({ id }) => id === parts.get('role')?.[0])
  const view = {
    byRank: parts.has('rank'),
    hiddenTechniques: parts.get('techniques') ?? [],
    hiddenCriteria: parts.get('criteria') ?? [],
    weights: role?.weights ?? (digits
      ? Object.fromEntries(facts.criteria.map(({ id }, index) => [
          id,
          Number(digits[index]),
        ]))
      : fallback.weights),
    ...role && { role: role.id },
    ...technique && {
      sort: { technique, direction },
    },
    ...opened && {
      opened: { criterion: opened[0], technique: opened[1] },
    },
  } as MatrixView
  // Written back, a text with an unknown part, a part twice or a value too much is not the same text.
  return isSound(view, facts) && formatView(view, facts) === text
    ? view
    : undefined
}

/** Whether all ids are known, none is hidden twice, something stays shown, and what is sorted by or open is shown. */
function isSound(view: MatrixView, { criteria, techniques }: MatrixFacts): boolean {
  const isHideable = (items: readonly { id: string }[], hidden: readonly string[]) =>
    hidden.length < items.length && new Set(hidden).size === hidden.length && hidden.every(id => items.some(item => item.id === id))
  const isShown = (items: readonly { id: string }[], hidden: readonly string[], id: string) =>
    items.some(item => item.id === id) && !hidden.includes(id)
  const { sort, opened, hiddenTechniques, hiddenCriteria, weights } = view
  return isHideable(techniques, hiddenTechniques)
    && isHideable(criteria, hiddenCriteria)
    && criteria.every(({ id }) => weights[id] >= 0 && weights[id] <= MAX_WEIGHT)
    && (!sort || (isShown(techniques, hiddenTechniques, sort.technique) && ['descending', 'ascending'].includes(sort.direction)))
    && (!opened || (isShown(criteria, hiddenCriteria, opened.criterion) && isShown(techniques, hiddenTechniques, opened.technique)))
}
