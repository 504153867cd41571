import type { Ref } from 'vue'
import type { Item } from './preflight/item.ts'
import type { Machine } from './preflight/machine.ts'
import type { TalkClock } from './useTalkClock.ts'
import { configs } from '@slidev/client'
import { slideAspect } from '@slidev/client/env.ts'
import { version } from 'virtual:built'
import { audience, cut, event } from 'virtual:deck'
import { remoteDevices } from 'virtual:remote'
import { onScopeDispose, shallowRef } from 'vue'
import { slides } from '#slidev/slides'
import { planOf } from './pacing.ts'
import { fontsItem } from './preflight/fonts.ts'
import { batteryItem, screenLockItem } from './preflight/machine.ts'
import { remoteItem } from './preflight/remote.ts'
import { screenItem } from './preflight/screen.ts'
import { budgetItem, clockItem, cutItem, eventItem, versionItem } from './preflight/talk.ts'
import { windowsItem } from './preflight/windows.ts'
import { askPresence } from './presence.ts'
import { clockKey, useTalkClock } from './useTalkClock.ts'

/** How often everything is looked at again, in ms: windows are opened and cables plugged in meanwhile. */
const AGAIN = 3000
const MINUTE = 60_000

function machineOf(): Machine {
  const { wakeLock } = navigator
  const getBattery = (navigator as Navigator & Machine).getBattery?.bind(navigator)
  return { wakeLock, getBattery }
}

async function look(clock: TalkClock): Promise<Item[]> {
  const machine = machineOf()
  const families = [...new Set([configs.fonts.sans[0], configs.fonts.mono[0]].filter(Boolean).map(family => family!.replaceAll(/["']/g, '')))]
  const plan = planOf(slides.value.map(({ no, meta }) => ({ no, title: meta.slide?.title, frontmatter: (meta.slide?.frontmatter ?? {}) as Record<string, unknown> })))
  const [fonts, windows, remote, awake, battery] = await Promise.all([
    fontsItem({
      families,
      load: async family => (await document.fonts.load(`1em "${family}"`, 'Aa1')).length,
      fetched: performance.getEntriesByType('resource').map(({ name }) => name),
      page: location.href,
    }),
    askPresence(configs.title ?? ''),
    remoteDevices(),
    screenLockItem(machine),
    batteryItem(machine),
  ])
  return [
    windowsItem(windows, version),
    screenItem({ width: innerWidth, height: innerHeight, screenHeight: screen.height, density: devicePixelRatio }, slideAspect.value),
    fonts,
    awake,
    battery,
    remoteItem(remote),
    versionItem(version),
    eventItem(event),
    cutItem(cut, audience),
    budgetItem(plan),
    ...plan ? [clockItem(clock.state.value, clock.look() / MINUTE)] : [],
  ]
}

/** Everything to look at before a talk, looked at again and again; empty until the first look. */
export function usePreflight(): { items: Readonly<Ref<readonly Item[]>>, clock: TalkClock, again: () => Promise<void> } {
  const clock = useTalkClock({ key: clockKey(configs.title ?? '') })
  const items = shallowRef<readonly Item[]>([])
  async function again(): Promise<void> {
    const found = await look(clock)
    // What has not changed is not drawn anew, nor told again.
    if (JSON.stringify(found) !== JSON.stringify(items.value))
      items.value = found
  }
  void again()
  const timer = setInterval(() => void again(), AGAIN)
  onScopeDispose(() => clearInterval(timer))
  return { items, clock, again }
}
