import type { Fault, Ids } from '../addon/lib/deck/faults.ts'
import type { Facts } from '../data/types.ts'
import { unknownIds } from '../addon/lib/deck/faults.ts'
import { techniqueIds } from './kit-facts.ts'

/** Memory is told in GB in all and MB for each; what a division may differ by. */
const MB_PER_GB = 1000

/** Steps of `docker run` between programs that do not take part. */
export function dockerRunFaults({ dockerRun: { participants, steps } }: Facts): Fault[] {
  const known: Ids = { what: 'participant', file: 'data/docker-run.ts', known: new Set(participants.map(({ id }) => id)) }
  return steps.flatMap(({ from, to, what }, index) => unknownIds({ file: 'data/docker-run.ts', entry: `step ${index + 1} "${what}"` }, [from, to], known))
}

/** Flaws of the page cache that the talk does not know. */
export function pageCacheFaults({ pageCache, vulnerabilities }: Facts): Fault[] {
  const known: Ids = { what: 'vulnerability', file: 'data/vulnerabilities.ts', known: new Set(vulnerabilities.map(({ id }) => id)) }
  return unknownIds({ file: 'data/page-cache.ts', entry: 'flaws' }, pageCache.flaws, known)
}

/** Guests of the picture of density whose figures do not exist, or say something else. */
export function densityFaults(facts: Facts): Fault[] {
  const { density, figures } = facts
  const known: Ids = { what: 'figure', file: 'data/figures.ts', known: new Set(figures.map(({ id }) => id)) }
  return density.guests.flatMap(({ id, figure: name, totalGB, perGuestMB, technique }) => {
    const place = { file: 'data/density.ts', entry: id }
    const figure = figures.find(figure => figure.id === name)
    if (!figure)
      return unknownIds(place, [name], known)
    const faults: Fault[] = technique ? unknownIds(place, [technique], techniqueIds(facts)) : []
    if (figure.unit !== 'GB' || figure.value !== totalGB)
      faults.push({ ...place, problem: `the total is ${totalGB} GB here and ${figure.value} ${figure.unit} in "${name}"`, mend: 'Give both the number of the source.' })
    if (figure.source !== density.source)
      faults.push({ ...place, problem: `its figure "${name}" comes from "${figure.source}" and not from "${density.source}"`, mend: 'Name figures of one test only.' })
    if (!(perGuestMB > 0 && perGuestMB * 1000 <= totalGB * MB_PER_GB))
      faults.push({ ...place, problem: `1,000 times ${perGuestMB} MB is more than ${totalGB} GB`, mend: 'Correct the memory of one guest.' })
    return faults
  })
}

/** Techniques without exactly one line on where they run, and hosts that a line names not once. */
export function runsOnFaults(facts: Facts): Fault[] {
  const { runsOn, techniques } = facts
  const file = 'data/runs-on.ts'
  const hosts = [...new Set(runsOn.flatMap(({ hosts }) => hosts.map(({ host }) => host)))]
  return [
    ...runsOn.flatMap(({ technique }) => unknownIds({ file, entry: technique }, [technique], techniqueIds(facts))),
    ...techniques.flatMap(({ id }) => once({ file, entry: id, what: 'the technique' }, runsOn.filter(({ technique }) => technique === id).length)),
    ...runsOn.flatMap(entry => hosts.flatMap(host => once({ file, entry: `${entry.technique} / ${host}`, what: 'the host' }, entry.hosts.filter(other => other.host === host).length))),
  ]
}

function once({ file, entry, what }: { file: string, entry: string, what: string }, times: number): Fault[] {
  if (times === 1)
    return []
  return [{ file, entry, problem: times ? `${what} stands ${times} times` : `${what} is missing`, mend: times ? 'Remove all but one of them.' : 'Add it.' }]
}

/** Vulnerabilities that broke a layer which their technique does not have. */
export function brokenLayerFaults(facts: Facts): Fault[] {
  const techniques = techniqueIds(facts)
  return facts.vulnerabilities.flatMap(({ id, technique, layer }) => {
    const place = { file: 'data/vulnerabilities.ts', entry: id }
    const stack = facts.layers.find(stack => stack.technique === technique)
    return stack
      ? unknownIds(place, [layer], { what: 'layer', file: `the stack of ${technique} in data/layers.ts`, known: new Set(stack.layers.map(({ id }) => id)) })
      : unknownIds(place, [technique], techniques)
  })
}
