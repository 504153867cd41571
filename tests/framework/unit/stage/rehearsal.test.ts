import { beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, ref } from 'vue'
import { followTalk } from '../../../../addon/composables/stage/followTalk.ts'
import { newRecording, readRecording, record } from '../../../../addon/composables/stage/rehearsal.ts'
import { useRehearsal } from '../../../../addon/composables/stage/useRehearsal.ts'
import { useTalkClock } from '../../../../addon/composables/stage/useTalkClock.ts'

const BEGIN = Date.UTC(2026, 10, 27, 19)
const slides = [1, 2, 3].map(no => ({ no, frontmatter: { minutes: 1 } }))
const RUN = 'meetup-2026-11-27-1930'

let scope = effectScope()
let isDown = false
const sent = vi.fn<(seconds: readonly number[]) => void>()

/** A window of a rehearsal; a second one is what a reload makes. */
function open(at: number, run = RUN) {
  scope.stop()
  scope = effectScope()
  const current = ref(at)
  return scope.run(() => {
    const clock = useTalkClock({ key: 'clock', storage: localStorage })
    followTalk({ slides, current, clock })
    const send = (seconds: readonly number[]) => isDown ? Promise.reject(new Error('down')) : Promise.resolve(sent(seconds))
    return { clock, current, isKept: useRehearsal({ run, since: BEGIN, slides: 3, current, clock, send, storage: localStorage }) }
  })!
}

const wait = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000)

beforeEach(() => {
  vi.useFakeTimers({ now: BEGIN })
  localStorage.clear()
  sent.mockClear()
  isDown = false
})

describe('a recording', () => {
  it('counts what the clock has gone for the slide that was shown', () => {
    let recording = record(newRecording(RUN, 3), 1, 60_000)
    recording = record(recording, 2, 90_000)
    recording = record(recording, 1, 95_000)
    expect(recording).toEqual({ run: RUN, counted: 95_000, times: [65_000, 30_000, 0] })
    // The clock was reset.
    expect(record(recording, 3, 2000)).toEqual({ run: RUN, counted: 2000, times: [0, 0, 2000] })
  })

  it.each([null, '', '{', '{}', 'null', JSON.stringify(newRecording(RUN, 2)), JSON.stringify(newRecording('other', 3)), JSON.stringify({ ...newRecording(RUN, 3), counted: -1 }), '{"run":"meetup-2026-11-27-1930","counted":0,"times":["a",1,1]}'])('is not taken from %j', (text) => {
    expect(readRecording(text, RUN, 3)).toBeUndefined()
  })
})

describe('a rehearsal', () => {
  it('that is recorded only after the first move leaves the cover what was said over it', async () => {
    scope.stop()
    scope = effectScope()
    const current = ref(1)
    scope.run(() => {
      const clock = useTalkClock({ key: 'clock', storage: localStorage })
      followTalk({ slides, current, clock })
      current.value = 2
      vi.advanceTimersByTime(4000)
      useRehearsal({ run: RUN, since: BEGIN, slides: 3, current, clock, send: async seconds => sent(seconds), storage: localStorage })
    })
    await wait(5)
    expect(sent).toHaveBeenLastCalledWith([60, 9, 0])
  })

  it('records the time on each slide, through a pause, a reload and a server that is gone', async () => {
    let { clock, current, isKept } = open(1)
    await wait(30)
    // Before the first move nothing is there to be recorded.
    expect(sent).not.toHaveBeenCalled()
    current.value = 2
    await wait(4)
    expect(sent).toHaveBeenLastCalledWith([60, 0, 0])
    await wait(36)
    expect(sent).toHaveBeenLastCalledWith([60, 40, 0])
    expect(isKept.value).toBe(true)

    clock.pause()
    await wait(100)
    clock.start()
    isDown = true
    current.value = 3
    await wait(10)
    expect(isKept.value).toBe(false);

    ({ clock, current, isKept } = open(3))
    isDown = false
    await wait(20)
    expect(sent).toHaveBeenLastCalledWith([60, 40, 30])
    expect(isKept.value).toBe(true)
    window.dispatchEvent(new Event('pagehide'))
    await wait(3)
    window.dispatchEvent(new Event('pagehide'))
    expect(sent).toHaveBeenLastCalledWith([60, 40, 33])
  })

  it('begins with a clock at zero', async () => {
    localStorage.setItem('clock', JSON.stringify({ banked: 0, since: BEGIN - 600_000, begun: BEGIN - 600_000 }))
    const { clock, current } = open(1)
    expect(clock.state.value).toBe('zero')
    current.value = 2
    await wait(10)
    expect(sent).toHaveBeenLastCalledWith([60, 10, 0])
  })

  it('ends with its window', async () => {
    open(1)
    scope.stop()
    expect(vi.getTimerCount()).toBe(0)
  })
})
