import type { Cell } from '../../../kit.ts'
import type { Fault } from '../faults.ts'
import type { KitFacts } from './facts.ts'
import { unknownIds } from '../faults.ts'
import { placeOf } from '../origins.ts'
import { idsOf } from './facts.ts'

const RATINGS = { least: 1, most: 5 }
const WEIGHTS = { least: 0, most: 5 }

/** Cells that are missing, double, of an unknown criterion or technique, or rated out of range. */
export function matrixFaults(facts: KitFacts): Fault[] {
  const { kit, origins } = facts
  if (!kit.comparison.length)
    return []
  const techniques = idsOf(facts, 'techniques')
  const criteria = idsOf(facts, 'criteria')
  const entryOf = ({ criterion, technique }: Pick<Cell, 'criterion' | 'technique'>): string => `${criterion} / ${technique}`
  const wanted = kit.criteria.flatMap(criterion =>
    kit.techniques.map(technique => entryOf({ criterion: criterion.id, technique: technique.id })))
  const found = kit.comparison.map(entryOf)

  return [
    ...wanted.filter(entry => !found.includes(entry)).map(entry =>
      ({
        ...placeOf(origins, 'comparison', entry),
        problem: 'the cell is missing',
        mend: 'Add a cell for this criterion and this technique.',
      })),
    ...[
      ...new Set(found.filter((entry, index) => found.indexOf(entry) !== index)),
    ].map(entry =>
      ({
        ...placeOf(origins, 'comparison', entry),
        problem: 'the cell stands twice',
        mend: 'Remove all but one of the cells.',
      })),
    ...kit.comparison.flatMap((cell) => {
      const place = placeOf(origins, 'comparison', entryOf(cell))
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
export function roleFaults(facts: KitFacts): Fault[] {
  const { kit, origins } = facts
  const criteria = idsOf(facts, 'criteria')
  return kit.roles.flatMap(({ id, weights }) => [
    ...unknownIds(placeOf(origins, 'roles', id), Object.keys(weights), criteria),
    ...kit.criteria.flatMap((criterion) => {
      const weight: number | undefined = weights[criterion.id]
      const place = placeOf(origins, 'roles', `${id} / ${criterion.id}`)
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
