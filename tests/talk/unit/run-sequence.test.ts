import { mount } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import DockerRun from '../../../components/pictures/DockerRun.vue'
import { runSequence, sequenceText } from '../../../composables/runSequence.ts'
import { dockerRun } from '../../../data/docker-run.ts'

const slide = vi.hoisted(() => ({ step: 0, isPrint: false }))
vi.mock('../../../addon/composables/useSlideBinding.ts', async () => {
  const { ref } = await import('vue')
  return { useSlideBinding: () => ({ step: ref(slide.step), isPrint: ref(slide.isPrint) }) }
})

function draw(step: number, isPrint = false) {
  Object.assign(slide, { step, isPrint })
  return mount(DockerRun, { global: { stubs: { Cite: true } } })
}

describe('the sequence of docker run', () => {
  const { turns, players } = runSequence(dockerRun)
  const last = turns.length - 1

  it('has every step of the data in a turn, in order, and a turn has one who acts', () => {
    expect(turns.flatMap(({ steps }) => steps)).toEqual(dockerRun.steps)
    for (const { from, steps } of turns)
      expect(steps.every(step => step.from === from)).toBe(true)
    expect(turns.slice(1).every(({ from }, index) => from !== turns[index]!.from)).toBe(true)
  })

  it('lets runc go where the data says that it exits, and nobody else', () => {
    expect(players.filter(({ gone }) => gone !== undefined).map(({ id }) => id)).toEqual(['runc'])
    const calls = turns.findIndex(({ steps }) => steps.some(step => step.repeats))
    expect(players.find(({ id }) => id === 'runc')!.gone, 'the program calls when runc is gone').toBe(calls)
  })

  it('says in each turn what the data says, and draws everybody at the end', () => {
    for (const [turn, { steps }] of turns.entries())
      expect(draw(turn).findAll('[data-step]').map(step => step.text())).toEqual(steps.map(({ what }) => what))
    const end = draw(last)
    expect(end.findAll('[data-participant]').map(box => box.attributes('data-participant')).sort()).toEqual(dockerRun.participants.map(({ id }) => id as string).sort())
    for (const { id, label } of dockerRun.participants)
      expect(end.find(`[data-participant="${id}"]`).text()).toBe(label)
    expect(end.find('[data-participant="runc"]').attributes('data-ends')).toBe('true')
    expect(draw(0).find('[data-participant="runc"]').attributes('data-show')).toBe('false')
  })

  it('leaves in the kernel what runc has it set up, and in print says all steps', () => {
    const keys = dockerRun.steps.filter(({ from, to }) => from === 'runc' && to === 'kernel').flatMap(({ what }) => what.split(', '))
    expect(draw(last).findAll('.keys li').map(key => key.text())).toEqual(keys)
    const print = draw(last, true)
    expect(print.findAll('[data-step]')).toHaveLength(dockerRun.steps.length)
    for (const { what } of dockerRun.steps)
      expect(print.text()).toContain(what)
    for (const note of dockerRun.notes)
      expect(print.text()).toContain(note)
  })

  it('says everything in words', () => {
    const text = sequenceText(dockerRun)
    expect(draw(last).find('[role=img]').attributes('aria-label')).toBe(text)
    for (const { what } of dockerRun.steps)
      expect(text).toContain(what)
    for (const { label } of dockerRun.participants)
      expect(text).toContain(label)
  })
})
