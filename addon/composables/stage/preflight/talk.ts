import type { Audience, Cut, DeckEvent } from '../../../config.ts'
import type { Plan } from '../pacing.ts'
import type { Item } from './item.ts'
import { sayClock, sayMinutes } from '../pacing.ts'
import { count } from './item.ts'

/** Is it the right build? `version`: `git describe`; empty without git. */
export function versionItem(version: string): Item {
  const name = 'Version'
  if (!version)
    return { name, state: 'unknown', says: 'The deck was built outside of git.' }
  return version.endsWith('-dirty')
    ? { name, state: 'look', says: `${version.replace(/-dirty$/, '')}, with changes that are not committed.`, mend: 'Commit them, or look through the slides once more.' }
    : { name, state: 'ready', says: `${version}.` }
}

/** Is it for this occasion? The page may stand on the projector, so it says what the event is called and when it is, and nothing else of it. */
export function eventItem({ name, event, date }: Pick<DeckEvent, 'name' | 'event' | 'date'>): Item {
  const what = [event, date].filter(Boolean).join(', ')
  const says = [name, what].filter(Boolean).join(': ')
  return says ? { name: 'Event', state: 'ready', says: `${says}.` } : { name: 'Event', state: 'none', says: 'No event: the cover names no occasion.' }
}

/** Is it the right length? */
export function cutItem(cut: Cut | undefined, audience: Pick<Audience, 'name'> | undefined): Item {
  const says = [cut && `${cut.name}, ${sayMinutes(cut.minutes)}`, audience && `for the audience ${audience.name}`].filter(Boolean).join('; ')
  return says
    ? { name: 'Cut', state: 'ready', says: `${says}.` }
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
