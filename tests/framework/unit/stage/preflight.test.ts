import { describe, expect, it } from 'vitest'
import { fontsItem } from '../../../../addon/composables/stage/preflight/fonts.ts'
import { batteryItem, screenLockItem } from '../../../../addon/composables/stage/preflight/machine.ts'
import { remoteItem } from '../../../../addon/composables/stage/preflight/remote.ts'
import { screenItem } from '../../../../addon/composables/stage/preflight/screen.ts'
import { budgetItem, clockItem, cutItem, eventItem, versionItem } from '../../../../addon/composables/stage/preflight/talk.ts'
import { windowsItem } from '../../../../addon/composables/stage/preflight/windows.ts'
import { answerPresence, askPresence } from '../../../../addon/composables/stage/presence.ts'

const slides = { view: 'slides', no: 3, clicks: 1, version: 'v1' } as const
const presenter = { ...slides, view: 'presenter' } as const
const fonts = { families: ['Plex'], load: async () => 2, fetched: ['http://localhost:3030/assets/a.woff2', 'data:font/woff2,'], page: 'http://localhost:3030/preflight' }
const refuse = () => Promise.reject(new Error('refused'))
const full = { width: 1920, height: 1080, screenHeight: 1080, density: 1 }
const RATIO = 16 / 9

describe('each item says its state in words, and what to do', () => {
  it.each([
    ['windows in sync', windowsItem([slides, presenter], 'v1'), 'ready', 'The slides and the presenter view answer, both on slide 3.'],
    ['no window', windowsItem([], 'v1'), 'look', 'No answer from the slides and the presenter view.'],
    ['one window', windowsItem([slides], 'v1'), 'look', 'No answer from the presenter view.'],
    ['an old window', windowsItem([slides, { ...presenter, version: 'v0' }], 'v1'), 'look', 'One of the windows shows another build of the deck.'],
    ['windows apart', windowsItem([slides, { ...presenter, no: 4 }], 'v1'), 'look', 'They answer, and show different slides: 3 and 4.'],
    ['no channel', windowsItem(undefined, 'v1'), 'unknown', 'This browser lets no window hear another.'],
    ['a full screen', screenItem(full, RATIO), 'ready', 'This window has 1920 × 1080 pixels, in the shape of the slides.'],
    ['a sharp one', screenItem({ ...full, width: 960, height: 540, screenHeight: 540, density: 2 }, RATIO), 'ready', 'This window has 1920 × 1080 pixels, in the shape of the slides.'],
    ['an old projector', screenItem({ width: 1024, height: 768, screenHeight: 768, density: 1 }, RATIO), 'look', 'This window has 1024 × 768 pixels, and the slides leave bars of 96 px above and below.'],
    ['a wide one', screenItem({ ...full, width: 2560 }, RATIO), 'look', 'This window has 2560 × 1080 pixels, and the slides leave bars of 320 px at the left and the right.'],
    ['a window', screenItem({ ...full, screenHeight: 1200 }, RATIO), 'look', 'This window has 1920 × 1080 pixels, in the shape of the slides.'],
    ['fonts', fontsItem(fonts), 'ready', 'Plex: all from this site.'],
    ['a foreign font', fontsItem({ ...fonts, fetched: ['https://fonts.example/a.woff2'] }), 'look', 'Something comes from fonts.example, which a room without network does not reach.'],
    ['a font that does not come', fontsItem({ ...fonts, load: refuse }), 'look', 'Plex did not come.'],
    ['a font of the machine', fontsItem({ ...fonts, load: async () => 0 }), 'look', 'Plex must be installed on this machine: the deck does not bring it.'],
    ['no font', fontsItem({ ...fonts, families: [] }), 'ready', 'The deck takes those of the machine.'],
    ['a file from a disk', fontsItem({ ...fonts, fetched: [], page: 'file:///media/talk.html' }), 'ready', 'Plex: all from this site.'],
    ['a lock', screenLockItem({ wakeLock: { request: async () => ({ release: async () => {} }) as WakeLockSentinel } }), 'ready', 'The browser keeps the screen on while the slides are shown.'],
    ['a refused lock', screenLockItem({ wakeLock: { request: refuse } }), 'look', 'The browser refuses to keep the screen on; a low battery or a hidden window can be why.'],
    ['no lock', screenLockItem({}), 'unknown', 'This browser cannot keep the screen on.'],
    ['power', batteryItem({ getBattery: async () => ({ charging: true, level: 0.4 }) }), 'ready', 'Plugged in, 40 %.'],
    ['a full battery', batteryItem({ getBattery: async () => ({ charging: false, level: 0.91 }) }), 'ready', '91 %, not plugged in.'],
    ['a low battery', batteryItem({ getBattery: async () => ({ charging: false, level: 0.31 }) }), 'look', '31 %, and not plugged in.'],
    ['Firefox and Safari', batteryItem({}), 'unknown', 'This browser does not tell.'],
    ['a battery that is refused', batteryItem({ getBattery: refuse }), 'unknown', 'This browser does not tell.'],
    ['no remote', remoteItem(undefined), 'none', 'No remote: the deck was started without one.'],
    ['a remote', remoteItem(1), 'ready', '1 connected.'],
    ['a server that is gone', remoteItem('silent'), 'look', 'The server does not answer.'],
    ['a remote that is awaited', remoteItem(0), 'look', 'Nothing is connected.'],
    ['a version', versionItem('v1-3-gabc'), 'ready', 'v1-3-gabc.'],
    ['changes', versionItem('v1-dirty'), 'look', 'v1, with changes that are not committed.'],
    ['no git', versionItem(''), 'unknown', 'The deck was built outside of git.'],
    ['an event', eventItem({ event: 'A meetup', date: '1 May' }), 'ready', 'A meetup, 1 May.'],
    ['an event of a file', eventItem({ name: 'acme', date: '1 May' }), 'ready', 'acme: 1 May.'],
    ['no event', eventItem({}), 'none', 'No event: the cover names no occasion.'],
    ['a cut', cutItem({ name: 'short', minutes: 10 }, { name: 'security' }), 'ready', 'short, 10 min; for the audience security.'],
    ['no cut', cutItem(undefined, undefined), 'none', 'The deck has one version.'],
    ['a budget', budgetItem({ minutes: 30, slides: [{ no: 1, title: 'x', minutes: 28.5, skippable: false }, { no: 2, title: 'y', minutes: 1.5, skippable: true }] }), 'ready', '30 min over 2 slides; 1 of them (1.5 min) can be skipped.'],
    ['no budget', budgetItem(undefined), 'none', 'No slide says how many minutes it takes, so there is no pace.'],
    ['a clock at zero', clockItem('zero', 0), 'ready', 'At zero; it starts with the first move off the cover.'],
    ['a clock of before', clockItem('running', 62.1), 'look', 'It runs and shows 1:02:06.'],
  ] as const)('%s', async (_, found, state, says) => {
    const item = await found
    expect(item).toMatchObject({ state, says })
    expect(item.mend !== undefined).toBe(state === 'look' || (state === 'unknown' && item.name !== 'Version'))
  })
})

it('windows of one deck hear each other, and those of another do not', async () => {
  const ends = [answerPresence('Coffee', () => slides), answerPresence('Coffee', () => presenter), answerPresence('Tea', () => slides)]
  const found = await askPresence('Coffee', 100)
  expect(found!.map(({ view }) => view).sort()).toEqual(['presenter', 'slides'])
  ends.forEach(end => end())
  expect(await askPresence('Coffee', 20)).toEqual([])
})
