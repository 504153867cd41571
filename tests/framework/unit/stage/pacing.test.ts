import { beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'
import { readClock, STOPPED } from '../../../../addon/composables/stage/clock.ts'
import { followTalk } from '../../../../addon/composables/stage/followTalk.ts'
import { paceAt, planOf, sayClock, sayLine, sayPace, saySkip } from '../../../../addon/composables/stage/pacing.ts'
import { useTalkClock } from '../../../../addon/composables/stage/useTalkClock.ts'
import { useToldAtChange } from '../../../../addon/composables/stage/useToldAtChange.ts'

/** A talk of 10 minutes, and an appendix. */
const slides = [
  { no: 1, title: 'Cover', frontmatter: { minutes: 1 } },
  { no: 2, title: 'Press', frontmatter: { minutes: 2, part: 'Brewing' } },
  { no: 3, title: 'Moka', frontmatter: { minutes: 2, skippable: true, part: 'Brewing' } },
  { no: 4, title: 'A pause', frontmatter: { part: 'Brewing' } },
  { no: 5, title: 'Drip', frontmatter: { minutes: 1.5, skippable: true } },
  { no: 6, title: '`Cold`', frontmatter: { minutes: 1.5 } },
  { no: 7, title: 'Close', frontmatter: { minutes: 2 } },
  { no: 8, title: 'Sources', frontmatter: {} },
  { no: 9, title: 'Which water?', frontmatter: { part: 'Appendix: questions', minutes: 3 } },
]
const MINUTE = 60_000
const BEGIN = Date.UTC(2026, 10, 27, 19)
const KEY = 'clock'

let time = BEGIN
let scope = effectScope()

/** A window of the deck; a second one is what a reload makes. */
function open(at: number) {
  scope.stop()
  scope = effectScope()
  const current = ref(at)
  return scope.run(() => {
    const clock = useTalkClock({ key: KEY, now: () => time, storage: localStorage })
    const { pace, plan } = followTalk({ slides, current, clock })
    function standing(): string {
      clock.look()
      return `${clock.state.value}: ${sayClock(pace.value!.gone)} of ${sayClock(pace.value!.planned)}, ${sayPace(pace.value!)}`
    }
    return { clock, current, pace, plan, standing }
  })!
}

beforeEach(() => {
  time = BEGIN
  localStorage.clear()
})

describe('the plan', () => {
  it('is what the slides of the talk say, without appendix and sources', () => {
    const plan = planOf(slides)!
    expect(plan.minutes).toBe(10)
    expect(plan.slides.map(({ no }) => no)).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(plan.slides[3]).toEqual({ no: 4, title: 'A pause', minutes: 0, skippable: false })
    expect(plan.slides[5]!.title).toBe('Cold')
  })

  it('is none where no slide says how long it takes', () => {
    expect(planOf(slides.map(slide => ({ ...slide, frontmatter: {} })))).toBeUndefined()
    expect(planOf([{ no: 1, frontmatter: { minutes: '2' } }, { no: 2, frontmatter: { minutes: -1 } }, { no: 3, frontmatter: { minutes: Number.NaN } }])).toBeUndefined()
    expect(planOf([{ no: 9, frontmatter: { minutes: 2, part: 'Appendix: more' } }])).toBeUndefined()
  })
})

it('is right at twelve moments, through a reload, a pause and a slide jumped over', () => {
  let { clock, current, standing, pace } = open(1)
  const at = (minutes: number) => void (time = BEGIN + minutes * MINUTE)
  // 1: nothing has begun, however long the cover stands there.
  at(-5)
  expect(standing()).toBe('zero: 0:00 of 1:00, on time')
  // 2: off the cover, whose minute is spoken.
  at(0)
  current.value = 2
  expect(standing()).toBe('running: 1:00 of 3:00, on time')
  // 3: within the time of the slide.
  at(1.9)
  expect(standing()).toBe('running: 2:54 of 3:00, on time')
  // 4: too fast: slide 3 begins at 3:00.
  at(0.5)
  current.value = 3
  expect(standing()).toBe('running: 1:30 of 5:00, 2 min ahead')
  // 5: too slow.
  at(5.2)
  expect(standing()).toBe('running: 6:12 of 5:00, 1 min behind')
  expect(saySkip(pace.value!)).toBe('Skip 5 “Drip” (1.5 min).')
  // 6: a reload, some seconds long.
  at(5.5);
  ({ clock, current, standing, pace } = open(3))
  expect(standing()).toBe('running: 6:30 of 5:00, 2 min behind')
  // 7: a pause.
  clock.pause()
  at(25)
  expect(standing()).toBe('paused: 6:30 of 5:00, 2 min behind');
  // 8: which a reload does not end.
  ({ clock, current, standing, pace } = open(3))
  expect(standing()).toBe('paused: 6:30 of 5:00, 2 min behind')
  // 9: and then it goes on.
  clock.start()
  current.value = 4
  at(25.5)
  expect(standing()).toBe('running: 7:00 of 5:00, 2 min behind')
  // 10: slide 5 is jumped over, and that brings it back.
  current.value = 6
  expect(standing()).toBe('running: 7:00 of 8:00, on time')
  // 11: a question in between, with a reload in the appendix: the talk is where it was.
  current.value = 9
  at(26)
  expect(standing()).toBe('running: 7:30 of 8:00, on time');
  ({ clock, current, standing, pace } = open(9))
  expect(standing()).toBe('running: 7:30 of 8:00, on time')
  // 12: over the end.
  current.value = 7
  at(29.5)
  expect(standing()).toBe('running: 11:00 of 10:00, 1 min behind')
  expect(saySkip(pace.value!)).toBe('Nothing to come can be skipped.')
  clock.reset()
  expect(standing()).toMatch(/^zero: 0:00 of 10:00/)
})

describe('the clock', () => {
  it('starts with the move off the cover into the talk, and with no other', () => {
    const { clock, current } = open(1)
    current.value = 9
    expect(clock.state.value).toBe('zero')
    current.value = 1
    current.value = 2
    expect(clock.state.value).toBe('running')
    const late = open(5)
    late.clock.reset()
    late.current.value = 6
    expect(late.clock.state.value).toBe('zero')
    late.clock.start()
    expect(late.standing()).toBe('running: 0:00 of 8:00, 7 min ahead')
  })

  it('is the same in another window', () => {
    const first = open(2)
    localStorage.setItem(KEY, JSON.stringify({ banked: 0, since: BEGIN - MINUTE, begun: BEGIN - MINUTE }))
    window.dispatchEvent(new StorageEvent('storage', { key: KEY }))
    expect(first.standing()).toBe('running: 1:00 of 3:00, on time')
    localStorage.clear()
    window.dispatchEvent(new StorageEvent('storage', { key: null }))
    expect(first.standing()).toMatch(/^zero/)
  })

  it('ticks by itself, and ends with its scope', async () => {
    vi.useFakeTimers()
    const { clock, pace } = open(2)
    clock.start()
    time += 90_000
    await vi.advanceTimersByTimeAsync(1000)
    expect(pace.value!.gone).toBe(1.5)
    scope.stop()
    expect(vi.getTimerCount()).toBe(0)
    vi.useRealTimers()
  })

  it('runs where nothing can be kept', () => {
    function refuse(): never {
      throw new Error('blocked')
    }
    const storage = { getItem: refuse, setItem: refuse, removeItem: refuse }
    scope = effectScope()
    scope.run(() => {
      const clock = useTalkClock({ key: KEY, now: () => time, storage })
      clock.start()
      time += MINUTE
      expect(clock.look()).toBe(MINUTE)
      clock.reset()
      expect(clock.look()).toBe(0)
    })
  })

  it.each(['', '{', 'null', '[]', '{"banked":-1,"begun":1}', '{"banked":"1","begun":1}', '{"banked":0}', `{"banked":0,"begun":${BEGIN},"since":null}`, `{"banked":0,"begun":${BEGIN - 13 * 60 * MINUTE}}`])('is at zero where %j was kept', (text) => {
    expect(readClock(text, BEGIN)).toEqual(STOPPED)
  })

  it('is not turned back by a machine whose own clock is', () => {
    const { clock } = open(2)
    clock.start()
    time -= MINUTE
    expect(clock.look()).toBe(0)
  })
})

it('tells what to skip, and how far that goes', () => {
  const plan = planOf(slides)!
  expect(saySkip(paceAt(plan, 2, 4 * MINUTE))).toBe('Skip 3 “Moka” (2 min).')
  expect(saySkip(paceAt(plan, 2, 6 * MINUTE))).toBe('Skip 3 “Moka” (2 min), then 5.')
  expect(saySkip(paceAt(plan, 2, 9 * MINUTE))).toBe('Skip 3 “Moka” (2 min), then 5; still 3 min behind.')
  expect(saySkip(paceAt(plan, 2, 2 * MINUTE))).toBe('')
})

it('says the pace in one short line for a second device', () => {
  const plan = planOf(slides)!
  expect(sayLine(plan, paceAt(plan, 1, 0), 'zero')).toBe('10 min planned')
  expect(sayLine(plan, paceAt(plan, 2, 2.9 * MINUTE), 'running')).toBe('2 of 10 min, on time')
  expect(sayLine(plan, paceAt(plan, 2, 6 * MINUTE), 'paused')).toBe('paused, 6 of 10 min, 3 min behind')
})

it('a screen reader hears a change of kind, and not every minute', async () => {
  const [kind, text] = [ref('behind'), ref('1 min behind')]
  const told = scope.run(() => useToldAtChange(() => kind.value, () => text.value))!
  text.value = '2 min behind'
  await nextTick()
  expect(told.value).toBe('');
  [kind.value, text.value] = ['on time', 'on time']
  await nextTick()
  expect(told.value).toBe('on time')
})
