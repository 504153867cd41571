import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import DockerRun from '../../../components/pictures/DockerRun.vue'
import { runSequence, sequenceText, WIDTH } from '../../../composables/runSequence.ts'
import { dockerRun } from '../../../data/docker-run.ts'

describe('the sequence of docker run', () => {
  const drawn = runSequence(dockerRun)
  const lifeline = (id: string) => drawn.lifelines.find(line => line.id === id)!

  it('shows every participant and every step of the data, in order', () => {
    const wrapper = mount(DockerRun, { global: { stubs: { Cite: true } } })
    expect(wrapper.findAll('[data-participant] text').map(text => text.text())).toEqual(dockerRun.participants.map(({ label }) => label))
    expect(wrapper.findAll('[data-step] text').map(text => text.text())).toEqual(dockerRun.steps.map(({ what }) => what))
    expect(wrapper.findAll('[data-step]').map(step => step.attributes('data-step'))).toEqual(dockerRun.steps.map(({ from, to }) => `${from} ${to}`))
    expect(wrapper.findAll('figcaption span').map(note => note.text())).toEqual(dockerRun.notes)
    expect(wrapper.find('svg').attributes('aria-label')).toBe(sequenceText(dockerRun))
  })

  it('leads each arrow from its participant to its participant, from the top down', () => {
    for (const [index, { from, to, x1, x2, y }] of drawn.arrows.entries()) {
      expect([x1, x2]).toEqual([lifeline(from).x, lifeline(to).x])
      expect(y).toBeGreaterThan(drawn.arrows[index - 1]?.y ?? 0)
      expect(y).toBeLessThan(drawn.height)
    }
  })

  it('ends runc where the data says that it exits, and nobody else', () => {
    expect(drawn.lifelines.filter(({ ends }) => ends).map(({ id }) => id)).toEqual(['runc'])
    const exit = drawn.arrows.find(({ what }) => what.includes('runc exits'))!
    const calls = drawn.arrows.find(({ repeats }) => repeats)!
    expect(lifeline('runc').to).toBe(exit.y)
    expect(calls.y, 'the program calls when runc is gone').toBeGreaterThan(exit.y)
    expect(calls.from).toBe('program')
    expect(calls.to).toBe('kernel')
  })

  it('stays on its drawing', () => {
    for (const { x, width } of drawn.lifelines)
      expect(x - width / 2 >= 0 && x + width / 2 <= WIDTH).toBe(true)
  })

  it('says everything in words', () => {
    const text = sequenceText(dockerRun)
    for (const { what } of dockerRun.steps)
      expect(text).toContain(what)
    for (const { label } of dockerRun.participants)
      expect(text).toContain(label)
  })
})
