import type { Figure } from '../../../../data/types.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { figuresOfTest } from '../../../../addon/composables/figuresOfTest.ts'
import { besideStep, between, RACE_STEPS, raceCodec, raceStep, raceView } from '../../../../composables/scenes/race.ts'
import { figures } from '../../../../data/figures.ts'
import { randomly } from './randomly.ts'

const all: readonly Figure[] = figures
const runners = figuresOfTest(all, 'lightvm-start')
const slowest = Math.max(...runners.map(({ value }) => value))

describe('the steps', () => {
  it('names come without numbers, in an order that gives nothing away', () => {
    const lanes = raceView(runners, 'names')
    expect(lanes).toHaveLength(6)
    expect(lanes.map(({ label }) => label)).toEqual(runners.map(({ label }) => label!).sort((a, b) => a.localeCompare(b, 'en')))
    for (const lane of lanes)
      expect([lane.starts, lane.ms, lane.place, lane.above, lane.context]).toEqual([undefined, undefined, undefined, undefined, undefined])
  })

  it('the counters run in true time and end at whole starts', () => {
    const starts = (elapsed: number) => Object.fromEntries(raceView(runners, 'run', elapsed).map(({ id, starts }) => [id, starts]))
    expect(Object.values(starts(0)).every(count => count === 0)).toBe(true)
    expect(Object.values(starts(slowest)).sort((a, b) => a! - b!)).toEqual([1, 3, 10, 24, 571, 869])
    expect(starts(slowest * 10)).toEqual(starts(slowest))
  })

  it('the standings are sorted by the time of one start', () => {
    const lanes = raceView(runners, 'standings')
    expect(lanes.map(({ ms }) => ms)).toEqual(runners.map(({ value }) => value).sort((a, b) => a - b))
    expect(lanes.map(({ place }) => place)).toEqual([1, 2, 3, 4, 5, 6])
    expect(lanes.map(({ starts }) => starts)).toEqual([869, 571, 24, 10, 3, 1])
  })

  it('the differences are told in ms above the fastest, and in the words of the data', () => {
    for (const { id, above, context } of raceView(runners, 'differences')) {
      const figure = runners.find(figure => figure.id === id)!
      expect(above).toBe(figure.value - Math.min(...runners.map(({ value }) => value)))
      expect(context).toBe(figure.context)
    }
    expect(between(runners, 'start-process', 'start-docker-manco')).toBe(196.5)
    expect(() => between(runners, 'start-process', 'start-docker')).toThrow(/no lane "start-docker"/)
  })

  it('a step has its neighbours, and a text in an address', () => {
    for (const [index, step] of RACE_STEPS.entries()) {
      expect(besideStep(step, 1)).toBe(RACE_STEPS[Math.min(index + 1, RACE_STEPS.length - 1)])
      expect(besideStep(step, -1)).toBe(RACE_STEPS[Math.max(index - 1, 0)])
      expect(raceCodec.parse(raceCodec.format(step))).toBe(step)
    }
    for (const text of ['', 'RUN', 'run ', '1'])
      expect(raceCodec.parse(text)).toBeUndefined()
  })

  it('what a start consists of has no number that its conditions do not have', () => {
    for (const { id, note, context, unit } of runners) {
      expect(note, id).toBeTruthy()
      for (const [number] of note!.matchAll(/\d[\d.]* ?m?s/g))
        expect(context, `${id}, ${unit}`).toContain(number)
    }
  })

  it('refuses what is no duration', () => {
    expect(() => raceView([{ ...runners[0]!, unit: 'GB' }], 'names')).toThrow(/GB, and a lane needs ms/)
    expect(() => raceView([{ ...runners[0]!, value: 0 }], 'run')).toThrow(/above 0/)
  })
})

describe('the model', () => {
  const runner = fc.record({ id: fc.uuid(), value: fc.double({ min: 0.1, max: 1e4, noNaN: true }), unit: fc.constant('ms'), context: fc.string() })
  const field = fc.uniqueArray(runner, { minLength: 1, maxLength: 8, selector: ({ id }) => id })

  it('shows every lane once in every step', () => {
    fc.assert(fc.property(field, fc.constantFrom(...RACE_STEPS), fc.double({ noNaN: true }), (runners, step, elapsed) => {
      expect(raceView(runners, step, elapsed).map(({ id }) => id).sort()).toEqual(runners.map(({ id }) => id).sort())
    }))
  })

  it('a lane that is faster never has fewer starts, nor a worse place', () => {
    fc.assert(fc.property(field, (runners) => {
      const lanes = raceView(runners, 'standings')
      for (const [index, lane] of lanes.slice(1).entries()) {
        expect(lane.starts).toBeLessThanOrEqual(lanes[index]!.starts!)
        expect(lane.place).toBeGreaterThanOrEqual(lanes[index]!.place!)
      }
    }))
  })

  it('bears random clicks and frames', () => {
    let click = 0
    let elapsed = 0
    randomly('race', ({ pick, below }) => {
      click = pick([click + 1, click - 1, 0, 99, -5])
      elapsed = pick([0, elapsed + below(40), -below(100), 1e9])
      const lanes = raceView(runners, raceStep(click), elapsed)
      const wrong = lanes.find(({ starts = 0, progress = 0 }) => !(Number.isInteger(starts) && starts >= 0 && progress >= 0 && progress < 1))
      if (wrong || lanes.length !== runners.length)
        expect.fail(`impossible: ${JSON.stringify({ click, elapsed, wrong })}`)
    })
  })
})
