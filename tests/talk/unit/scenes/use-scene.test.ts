import type { Scene } from '../../../../composables/useScene.ts'
import { mount } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import { defineComponent, h, nextTick, reactive } from 'vue'
import SceneFrame from '../../../../components/stage/SceneFrame.vue'
import { useScene } from '../../../../composables/useScene.ts'

const slide = vi.hoisted(() => ({ step: 0, isPrint: false, route: undefined as unknown as { query: Record<string, string | undefined> }, binding: undefined as unknown as { step: number } }))
vi.mock('../../../../addon/composables/useSlideBinding.ts', async () => {
  const { computed, reactive } = await import('vue')
  return {
    useSlideBinding: () => {
      slide.binding = reactive({ step: slide.step })
      return { step: computed(() => slide.binding.step), isPrint: computed(() => slide.isPrint), isActive: computed(() => true), isTooSmall: computed(() => false) }
    },
  }
})
vi.mock('vue-router', () => ({
  useRoute: () => slide.route,
  useRouter: () => ({ replace: ({ query }: { query: Record<string, string | undefined> }) => Object.assign(slide.route.query, query) }),
}))

let scene: Scene<number>

/** A scene that counts: each step shows ten times its number, `a` adds one, as the arrow does. */
function counting(last = 3) {
  const Counting = defineComponent(() => {
    const add = (state: number) => state + 1
    scene = useScene({
      id: 'count',
      at: step => step * 10,
      last,
      codec: { parse: text => /^\d*$/.test(text) ? Number(text) : undefined, format: state => state ? String(state) : '' },
      keys: { a: add, ArrowRight: add, Enter: add },
    })
    return () => h(SceneFrame as never, { scene, label: 'Counting' }, { default: () => String(scene.state.value), controls: () => h('button', { onClick: () => scene.state.value++ }, 'add') })
  })
  return mount(Counting, { attachTo: document.body })
}

beforeEach(() => {
  document.body.innerHTML = ''
  slide.step = 0
  slide.isPrint = false
  slide.route = reactive({ query: { clicks: '1' } })
})

it('shows what the step shows, and after a hand what the hand has made', async () => {
  slide.step = 2
  const root = counting()
  expect(root.text()).toContain('20')
  expect(scene.isPlayed.value).toBe(false)
  await root.find('button').trigger('click')
  expect(root.text()).toContain('21')
  expect(slide.route.query).toEqual({ clicks: '1', view: 'count~21' })
  scene.state.value = 20
  expect(slide.route.query.view).toBeUndefined()
})

it('the next click shows its step again', async () => {
  const root = counting()
  scene.state.value = 7
  slide.binding.step = 1
  await nextTick()
  expect(scene.state.value).toBe(10)
  expect(slide.route.query.view).toBeUndefined()
  slide.binding.step = 9
  await nextTick()
  expect(root.text(), 'beyond the last').toContain('30')
})

it('keeps a state whose text is empty', () => {
  slide.step = 1
  counting()
  scene.state.value = 0
  expect(slide.route.query.view).toBe('count~-')
  expect(scene.state.value).toBe(0)
})

it('reads a state from the address, and takes nothing malformed', () => {
  slide.route.query.view = 'count~5'
  counting()
  expect(scene.state.value).toBe(5)
  slide.route.query.view = 'count~x'
  expect(scene.state.value).toBe(0)
  slide.route.query.view = 'other~5'
  expect(scene.state.value).toBe(0)
})

it('has its keys while it has the focus, and the deck does not hear them', async () => {
  const root = counting()
  const deck = vi.fn()
  window.addEventListener('keydown', deck)
  await root.trigger('keydown', { key: 'A' })
  await root.trigger('keydown', { key: 'ArrowRight' })
  expect(scene.state.value).toBe(2)
  expect(deck).not.toHaveBeenCalled()
  await root.trigger('keydown', { key: 'PageDown' })
  await root.trigger('keydown', { key: 'a', ctrlKey: true })
  await root.find('button').trigger('keydown', { key: 'Enter' })
  expect(scene.state.value).toBe(2)
  expect(deck).toHaveBeenCalledTimes(3)
  window.removeEventListener('keydown', deck)
  expect(root.element.getAttribute('data-own-keys')).toBe('a ArrowRight Enter')
})

it('is opened by the focus, and Escape gives it back', async () => {
  const root = counting()
  const element = root.element as HTMLElement
  expect([scene.isOpen.value, scene.isFree.value]).toEqual([false, false])
  element.focus()
  expect([scene.isOpen.value, scene.isFree.value]).toEqual([true, true])
  await root.trigger('keydown', { key: 'Escape' })
  expect(document.activeElement).not.toBe(element)
  expect(scene.isOpen.value).toBe(false)
})

it('is opened by a pointer, until it leaves or the speaker goes on; a finger leaves it open', async () => {
  const root = counting()
  await root.trigger('pointermove')
  expect(scene.isOpen.value).toBe(true)
  await root.trigger('pointerleave', { pointerType: 'mouse' })
  expect(scene.isOpen.value).toBe(false)
  await root.trigger('pointerdown')
  await root.trigger('pointerleave', { pointerType: 'touch' })
  expect(scene.isOpen.value).toBe(true)
  slide.binding.step = 1
  await nextTick()
  expect(scene.isOpen.value).toBe(false)
})

it('is free after its last step, and a playground always', () => {
  slide.step = 3
  counting()
  expect([scene.isOpen.value, scene.isFree.value]).toEqual([false, true])
  slide.step = 0
  counting(0)
  expect([scene.isOpen.value, scene.isFree.value]).toEqual([true, true])
})

it('in print shows the step, without handles and without the focus', () => {
  slide.isPrint = true
  slide.step = 3
  slide.route.query.view = 'count~5'
  const root = counting()
  expect(root.text()).toBe('30')
  expect(root.attributes('tabindex')).toBeUndefined()
  expect([scene.isOpen.value, scene.isFree.value, scene.isPlayed.value]).toEqual([false, false, false])
})
