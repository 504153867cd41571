import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, useTemplateRef } from 'vue'
import { useMoves } from '../../../addon/composables/useMoves.ts'

const Row = defineComponent({
  props: { order: { type: String, required: true }, clock: { type: Number, required: true } },
  setup(props) {
    useMoves(useTemplateRef<HTMLElement>('row'), 'li', () => props.order)
    return () => h('ul', { 'ref': 'row', 'data-clock': props.clock }, [...props.order].map(id => h('li', { key: id }, id)))
  },
})

describe('what changes its place goes there', () => {
  afterEach(() => vi.restoreAllMocks())

  it('and for a clock that ticks nothing is measured', async () => {
    vi.spyOn(Element.prototype, 'checkVisibility').mockReturnValue(true)
    const measured = vi.spyOn(Element.prototype, 'getBoundingClientRect')
    const row = mount(Row, { props: { order: 'abc', clock: 0 } })
    for (let clock = 1; clock <= 5; clock++)
      await row.setProps({ clock })
    expect(measured).not.toHaveBeenCalled()
    await row.setProps({ order: 'bca' })
    expect(measured).toHaveBeenCalled()
  })
})
