import type { Fault, Ids } from '../addon/lib/deck/faults.ts'
import type { Cell, Facts } from '../data/types.ts'
import { unknownIds } from '../addon/lib/deck/faults.ts'

const FILE = 'data/comparison.ts'
const RATINGS = { least: 1, most: 5 }
const WEIGHTS = { least: 0, most: 5 }

/** The ids of all techniques, for {@link unknownIds}. */
export function techniqueIds(facts: Facts): Ids {
  return {
    what: 'technique',
    file: 'data/techniques.ts',
    known: new Set(facts.techniques.map(({ id }) => id)),
  }
}

function criterionIds(facts: Facts): Ids {
  return {
    what: 'criterion',
    file: 'data/criteria.ts',
    known: new Set(facts.criteria.map(({ id }) => id)),
  }
}

/** Cells that are missing, double, of an unknown criterion or technique, or rated out of range. */
export function matrixFaults(facts: Facts): Fault[] {
  const techniques = techniqueIds(facts)
  const criteria = criterionIds(facts)
  const entryOf = ({ criterion, technique }: Pick<Cell, 'criterion' | 'technique'>): string => `${criterion} / ${technique}`
  const wanted = facts.criteria.flatMap(criterion =>
    facts.techniques.map(technique => entryOf({ criterion: criterion.id, technique: technique.id })))
  const found = facts.comparison.map(entryOf)

  return [
    ...wanted.filter(entry => !found.includes(entry)).map(entry =>
      ({
        file: FILE,
        entry,
        problem: 'the cell is missing',
        mend: 'Add a cell for this criterion and this technique.',
      })),
    ...[
      ...new Set(found.filter((entry, index) => found.indexOf(entry) !== index)),
    ].map(entry =>
      ({
        file: FILE,
        entry,
        problem: 'the cell stands twice',
        mend: 'Remove all but one of the cells.',
      })),
    ...facts.comparison.flatMap((cell) => {
      const place = {
        file: FILE,
        entry: entryOf(cell),
      }
      return [
        ...unknownIds(place, [cell.criterion], criteria),
        ...unknownIds(place, [cell.technique], techniques),
        ...inRange(cell.rating, RATINGS)
          ? []
          : [
              { ...place, problem: `rating ${cell.rating} is not a whole number from 1 to 5`, mend: 'Rate the cell from 1 to 5.' },
            ],
      ]
    }),
  ]
}

/** Weights of roles that are missing, out of range, or of an unknown criterion. */
export function roleFaults(facts: Facts): Fault[] {
  const criteria = criterionIds(facts)
  return facts.roles.flatMap(({ id, weights }) => [
    ...unknownIds({ file: 'data/roles.ts', entry: id }, Object.keys(weights), criteria),
    ...facts.criteria.flatMap((criterion) => {
      const weight: number | undefined = weights[criterion.id]
      const place = { file: 'data/roles.ts', entry: `${id} / ${criterion.id}` }
      if (weight === undefined) {
        return [
          { ...place, problem: 'the weight is missing', mend: 'Add a weight from 0 to 5.' },
        ]
      }
      return inRange(weight, WEIGHTS)
        ? []
        : [
            { ...place, problem: `weight ${weight} is not a whole number from 0 to 5`, mend: 'Write a weight from 0 to 5.' },
          ]
    }),
  ])
}

function inRange(value: number, { least, most }: { least: number, most: number }): boolean {
  return Number.isInteger(value) && value >= least && value <= most
}
