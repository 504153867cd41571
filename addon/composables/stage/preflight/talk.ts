import type { Plan } from '../pacing.ts'
import type { Item } from './item.ts'
import { sayClock, sayMinutes } from '../pacing.ts'
import { count } from './item.ts'

/** What is presented: the build, and the occasion. */
export interface Built {
  /** `git describe`; empty without git. */
  version: string
  /** Name of the cut; empty where the deck has one talk only. */
  cut: string
  /** What it is tailored to; empty where it is to nobody. */
  audience: string
}

/** Is it the right build? */
export function versionItem({ version }: Built): Item {
  const name = 'Version'
  if (!version)
    return { name, state: 'unknown', says: 'The deck was built outside of git.' }
  return version.endsWith('-dirty')
    ? { name, state: 'look', says: `${version.replace(/-dirty$/, '')}, with changes that are not committed.`, mend: 'Commit them, or look through the slides once more.' }
    : { name, state: 'ready', says: `${version}.` }
}

/** Is it for this occasion? */
export function eventItem({ occasion, date }: { occasion?: string, date?: string }): Item {
  const says = [occasion, date].filter(Boolean).join(', ')
  return says ? { name: 'Event', state: 'ready', says: `${says}.` } : { name: 'Event', state: 'none', says: 'No event: the cover names no occasion.' }
}

/** Is it the right length? */
export function cutItem({ cut, audience }: Built): Item {
  return cut
    ? { name: 'Cut', state: 'ready', says: `${cut}${audience ? `, for the audience ${audience}` : ''}.` }
    : { name: 'Cut', state: 'none', says: 'The deck has one version.' }
}

/** How long is it? */
export function budgetItem(plan: Plan | undefined): Item {
  const name = 'Time budget'
  if (!plan)
    return { name, state: 'none', says: 'No slide says how many minutes it takes, so there is no pace.' }
  const spare = plan.slides.filter(({ skippable, minutes }) => skippable && minutes)
  const saved = spare.reduce((sum, { minutes }) => sum + minutes, 0)
  return { name, state: 'ready', says: `${sayMinutes(plan.minutes)} over ${count(plan.slides.length, 'slide')}; ${spare.length ? `${spare.length} of them (${sayMinutes(saved)}) can be skipped` : 'none can be skipped'}.` }
}

/** Does the clock begin at zero? */
export function clockItem(state: 'zero' | 'running' | 'paused', gone: number): Item {
  return state === 'zero'
    ? { name: 'Clock', state: 'ready', says: 'At zero; it starts with the first move off the cover.' }
    : { name: 'Clock', state: 'look', says: `${state === 'running' ? 'It runs and shows' : 'It stands at'} ${sayClock(gone)}.`, mend: 'Reset it before you begin.' }
}
