import { mount } from '@vue/test-utils'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import FactList from '../../../addon/components/lists/FactList.vue'
import { matching, partOf } from '../../../addon/composables/factList.ts'

describe('a list over several slides', () => {
  it('the parts together are the list, in order', () => {
    fc.assert(fc.property(fc.array(fc.nat()), fc.integer({ min: 1, max: 12 }), (rows, parts) => {
      expect(Array.from({ length: parts }, (_, i) => partOf(rows, i + 1, parts)).flat()).toEqual(rows)
    }))
  })
})

describe('the search', () => {
  const rows = ['Xen shows 2003', 'KVM 2007', 'OpenVZ'].map(words => ({ key: words, words, row: words }))

  it('finds rows with all words, in any case and order', () => {
    expect(matching(rows, '2003 xen').map(({ key }) => key)).toEqual(['Xen shows 2003'])
    expect(matching(rows, ' ')).toEqual(rows)
    expect(matching(rows, 'docker')).toEqual([])
  })

  it('looks through all parts, and is not there in print', async () => {
    const list = mount(FactList, {
      props: { rows, part: 1, parts: 3, name: 'timeline', isPrint: false },
      slots: { row: ({ row }: { row: unknown }) => String(row) },
    })
    expect(list.findAll('.row').map(row => row.text())).toEqual(['Xen shows 2003'])
    await list.get('input').setValue('openvz')
    expect(list.findAll('.row').map(row => row.text())).toEqual(['OpenVZ'])
    expect(list.get('[role=status]').text()).toBe('1 of 3 match')
    await list.setProps({ isPrint: true })
    expect(list.find('input').exists()).toBe(false)
  })
})
