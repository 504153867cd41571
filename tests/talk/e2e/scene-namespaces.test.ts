import type { Page } from '@playwright/test'
import type { Recording } from '../../../data/recording.ts'
import type { Namespace } from '../../../data/types.ts'
import { expect, test } from '@playwright/test'
import { inspectAxe, press as pressKey, settle, watchPage } from '../../../addon/gate/deck.ts'
import { keysOn, namespaceSteps, press, stillShared, view } from '../../../composables/scenes/namespaces.ts'
import { namespacesRecording } from '../../../data/namespaces-recording.ts'
import { namespaces, withoutNamespace } from '../../../data/namespaces.ts'
import { inspect } from '../../lib/gate.ts'
import { ACTIONS, seededRandom } from '../../lib/random.ts'
import { FINGER, givesKeysBack, openScene, phone, running, smallestHandle, tabToScene } from '../lib/scene.ts'

const all: readonly Namespace[] = namespaces
const recording: Recording = namespacesRecording
const steps = namespaceSteps(all)
/** The click that opens what no key closes. */
const LAST = steps.length
const docker = keysOn(all, 'docker')

/** Turned keys, and both terminals line by line. */
function shown(page: Page) {
  return page.evaluate(() => {
    const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(`#slideshow ${selector}`)].filter(element => element.closest('.slidev-page')!.checkVisibility())
    const texts = (row: Element, side: string) => [...row.querySelectorAll(`[data-screen="${side}"] span`)].map(({ textContent }) => textContent!)
    return {
      on: all('.key[aria-pressed="true"]').map(({ dataset }) => dataset.namespace!),
      lines: Object.fromEntries(all('[data-line]').map(row => [row.dataset.line!, { inside: texts(row, 'inside'), host: texts(row, 'host'), same: row.dataset.same === 'true', sign: row.querySelector('.sign')!.textContent!.slice(0, 1) }])),
      open: all('[data-opening]').filter(element => element.checkVisibility({ visibilityProperty: true })).map(({ dataset }) => dataset.opening!),
    }
  })
}

/** The same, from the recording; a part of the lines where few are shown. */
function expected(on: ReadonlySet<string>, only: readonly string[] = all.map(({ id }) => id)) {
  const seen = (lines: readonly string[]) => lines.length ? [...lines] : ['nothing']
  return {
    on: all.map(({ id }) => id).filter(id => on.has(id)),
    lines: Object.fromEntries(view(recording, on).filter(({ namespace }) => only.includes(namespace)).map(({ namespace, inside, host }) => {
      const same = inside.join() === host.join()
      return [namespace, { inside: seen(inside), host: seen(host), same, sign: same ? '=' : '≠' }]
    })),
    open: stillShared(withoutNamespace, on).map(({ id }) => id),
  }
}

const shows = (page: Page, on: ReadonlySet<string>, what?: string) => expect.poll(() => shown(page), { message: what }).toEqual(expected(on))

test('the clicker alone turns the keys that Docker turns, then shows what has none', async ({ page }) => {
  const seen = watchPage(page)
  const { slide } = await openScene(page, 'namespaces')
  const counts: number[] = []
  for (let click = 0; click <= LAST; click++) {
    const on = steps[Math.min(click, LAST - 1)]!
    const guided = Object.keys((await shown(page)).lines)
    expect(guided).toEqual(['pid', 'network', 'uts', 'user'])
    await expect.poll(() => shown(page), { message: `click ${click}` }).toEqual({ ...expected(on, guided), ...click < LAST ? { open: [] } : {} })
    counts.push(Object.values((await shown(page)).lines).filter(({ same }) => !same).length)
    await expect(slide).toContainText(`Linux ${recording.kernel}, 25 November 2026`)
    expect(await pressKey(page, 'ArrowRight')).toBe(true)
  }
  // pid alone changes nothing; root stays root.
  expect(counts).toEqual([0, 0, 1, 2, 3, 3])
  expect(recording.date).toBe('2026-11-25')
  expect(seen).toEqual([])
})

test('the keys that are on by default are those of the data', async ({ page }) => {
  await openScene(page, `namespaces?clicks=${LAST}`)
  expect((await shown(page)).on).toEqual(all.filter(entry => entry.docker === 'on').map(({ id }) => id))
})

test('by keyboard alone, and the keys come back', async ({ page }) => {
  await openScene(page, `namespaces?clicks=${LAST}`)
  const scheme = await page.evaluate(() => document.documentElement.className)
  await tabToScene(page)
  let on: ReadonlySet<string> = docker
  for (const [index, { id }] of all.entries()) {
    await page.keyboard.press(String(index + 1))
    on = press(all, on, id)
    await shows(page, on, id)
  }
  await page.keyboard.press('n')
  await shows(page, new Set())
  await page.keyboard.press('1')
  await shows(page, new Set(['pid']))
  // In the deck D is the dark mode.
  await page.keyboard.press('n')
  expect(await page.evaluate(() => document.documentElement.className)).toBe(scheme)
  await givesKeysBack(page)
})

test('by touch, with keys for a finger', async ({ browser }) => {
  const page = await phone(browser)
  const { slide } = await openScene(page, 'play-namespaces')
  expect(await smallestHandle(slide)).toBeGreaterThanOrEqual(FINGER)
  await shows(page, docker)
  await slide.locator('.key[data-namespace="user"]').tap()
  await shows(page, press(all, docker, 'user'))
  await page.context().close()
})

test('turned keys survive a reload, and malformed ones are the first', async ({ page }) => {
  const { slide } = await openScene(page, 'play-namespaces')
  await slide.locator('.key[data-namespace="network"]').click()
  const on = press(all, docker, 'network')
  await shows(page, on)
  expect(page.url()).toContain('view=play-namespaces~')
  await page.reload()
  await settle(page)
  await shows(page, on)
  for (const text of ['keyring', 'pid-pid', '-', 'x'.repeat(3000)]) {
    await openScene(page, `play-namespaces?view=play-namespaces~${text}`)
    await shows(page, docker, text.slice(0, 20))
  }
})

test('clean for axe and to the gate, guided and played; nothing moves where no motion is wanted', async ({ browser }) => {
  const page = await browser.newPage({ reducedMotion: 'reduce' })
  for (const path of ['namespaces', `namespaces?clicks=${LAST}`, `namespaces?clicks=${LAST}&view=namespaces~pid-user`, 'play-namespaces?view=play-namespaces~none']) {
    await openScene(page, path)
    const { no } = await settle(page)
    await page.locator('#slideshow .scene-frame:visible').focus()
    expect(await inspectAxe(page, no), path).toEqual([])
    expect(await inspect(page, no), path).toEqual([])
  }
  await openScene(page, 'namespaces?clicks=1')
  await pressKey(page, 'ArrowRight')
  expect(await running(page)).toBe(0)
  await page.close()
})

test('print is complete: a row for each namespace and each opening, as recorded', async ({ page }) => {
  for (const path of ['namespaces', 'play-namespaces']) {
    const { slide } = await openScene(page, `${path}?print=true`)
    const rows = slide.locator('tbody tr')
    await expect(rows).toHaveCount(namespaces.length + withoutNamespace.length)
    for (const [index, { inside, host }] of view(recording, new Set(all.map(({ id }) => id))).entries()) {
      await expect(rows.nth(index)).toHaveAttribute('data-namespace', all[index]!.id)
      const cells = (await rows.nth(index).locator('code').allTextContents()).slice(-2)
      expect(cells).toEqual([inside.join(', ') || 'nothing', host.join(', ') || 'nothing'])
      await expect(rows.nth(index)).toContainText(all[index]!.dockerCondition ?? all[index]!.docker)
    }
    for (const { id, why } of withoutNamespace)
      await expect(slide.locator(`tr[data-opening="${id}"]`)).toContainText(why)
    await expect(slide.locator('tbody .cite')).toHaveCount(namespaces.length + withoutNamespace.length)
    await expect(slide).toContainText(`Linux ${recording.kernel}`)
    await expect(slide.getByRole('button')).toHaveCount(0)
  }
})

test('bears random actions, and shows the recording after each', async ({ page }) => {
  test.slow()
  const seen = watchPage(page)
  const { slide } = await openScene(page, 'play-namespaces')
  const { seed, pick, below } = seededRandom()
  console.log(`namespaces: ${ACTIONS} random actions, DECK_SEED=${seed}`)
  const frame = slide.locator('.scene-frame')
  await frame.focus()
  let on: ReadonlySet<string> = docker
  for (let action = 1; action <= ACTIONS; action++) {
    const key = pick(['1', '2', '3', '4', '5', '6', '7', '8', 'd', 'n', '9', 'Escape', 'press'])
    if (key === 'press') {
      const { id } = pick(all)
      await slide.locator(`.key[data-namespace="${id}"]`).click()
      on = press(all, on, id)
      await frame.focus()
    }
    else {
      await page.keyboard.press(key)
      on = key === 'd' ? docker : key === 'n' ? new Set() : press(all, on, all[Number(key) - 1]?.id ?? '')
    }
    if (key === 'Escape' || below(20) === 0)
      await frame.focus()
    await shows(page, on, `action ${action}, ${key}, DECK_SEED=${seed}`)
  }
  expect(seen).toEqual([])
})
