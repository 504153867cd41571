import type { DeckEvent } from '../../../addon/config.ts'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { loadConfig } from '../../../addon/lib/deck/config.ts'
import { chooseEvent } from '../../../addon/lib/event/chosen.ts'
import { ROOM } from '../../../addon/lib/event/schema.ts'
import { ROOT } from '../../../addon/lib/paths.ts'

const told = vi.hoisted(() => ({ event: {} as Record<string, unknown> }))
vi.mock('virtual:deck', () => told)

const EVIL = '<img src=x onerror="evil()">{{ 1 + 1 }}</script>'
const ALL: DeckEvent = {
  event: EVIL,
  customer: `Acme ${EVIL}`,
  date: '18 February 2027',
  place: EVIL,
  speaker: { name: EVIL, role: EVIL, contact: 'javascript:evil()' },
  address: 'https://example.org/talk/',
  action: EVIL,
  logo: 'data:image/svg+xml,x',
  accent: { light: '#0a5c9e', onLight: '#ffffff', dark: '#4a9be0', onDark: '#000000' },
}

/** A layout of the talk as it is drawn for an event. */
async function drawn(layout: 'cover' | 'closing', event: DeckEvent): Promise<HTMLElement> {
  vi.resetModules()
  told.event = event as Record<string, unknown>
  const { default: component } = await (layout === 'cover' ? import('../../../layouts/cover.vue') : import('../../../layouts/closing.vue'))
  return mount(component, { slots: { default: '<h1>Title</h1>' }, global: { stubs: { Cite: true } } }).element as HTMLElement
}

describe('an event on the slides', () => {
  it.each(['cover', 'closing'] as const)('what looks like markup on the %s is text', async (layout) => {
    const slide = await drawn(layout, ALL)
    expect(slide.textContent).toContain(EVIL)
    expect(slide.querySelectorAll('script, [onerror], [src="x"]')).toHaveLength(0)
    expect([...slide.querySelectorAll('a')].map(link => link.getAttribute('href'))).toEqual(layout === 'cover' ? [] : ['https://example.org/talk/'])
    expect(slide.querySelector('.event-logo')!.getAttribute('alt')).toBe(`Logo of Acme ${EVIL}`)
    expect(slide.querySelector<HTMLElement>('.accented')!.style.getPropertyValue('--accent-dark')).toBe('#4a9be0')
  })

  it('without one there is nothing of it', async () => {
    expect((await drawn('cover', {})).querySelector('.occasion, .event-logo, .accented')).toBeNull()
    const close = await drawn('closing', {})
    expect(close.querySelector('.address, .next, .event-logo, .accented')).toBeNull()
    expect(close.classList.contains('with-event')).toBe(false)
  })
})

describe('the events of this talk', () => {
  afterEach(() => chooseEvent(undefined))

  it('an accent is looked at on the grounds that the styles have', async () => {
    const css = readFileSync(join(ROOT, 'styles/tokens.css'), 'utf8')
    const [page, field] = ['page', 'field'].map(name => [...css.matchAll(new RegExp(`--deck-${name}: (#[\\da-f]{6})`, 'g'))].map(([, hex]) => hex!)) as [string[], string[]]
    // A field is dark in both schemes.
    expect((await loadConfig(ROOT)).grounds).toEqual({ light: [page[0]], dark: [page[1], ...field] })
  })

  it('git has an example and one of the longest texts, which are sound', async () => {
    const files = execFileSync('git', ['ls-files', 'events'], { cwd: ROOT, encoding: 'utf8' }).trim().split('\n')
    expect(files).toEqual(['events/example.svg', 'events/example.yaml', 'events/longest.yaml'])
    expect(execFileSync('git', ['check-ignore', 'events/acme.local.yaml', 'events/acme.local.svg'], { cwd: ROOT, encoding: 'utf8' }).trim().split('\n')).toHaveLength(2)
    chooseEvent('example')
    const { event } = await loadConfig(ROOT)
    expect(event).toMatchObject({ name: 'example', event: 'Example Evening', logo: 'events/example.svg' })
    expect(event.customer).toBeUndefined()
    chooseEvent('longest')
    const { event: longest } = await loadConfig(ROOT)
    const texts = { ...longest, ...longest.speaker } as unknown as Record<keyof typeof ROOM, string>
    // Near the most that the schema lets through, or looking at it shows nothing.
    for (const key of ['event', 'customer', 'place', 'name', 'role', 'contact', 'address', 'action'] as const)
      expect(texts[key].length / ROOM[key], key).toBeGreaterThan(0.95)
  })

  it('without a choice the deck is neutral', async () => expect((await loadConfig(ROOT)).event).toEqual({}))
})
