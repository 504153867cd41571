import type { Page } from '@playwright/test'
import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { expect, test } from '@playwright/test'
import { settle } from '../../../addon/gate/deck.ts'
import { axeViolations } from '../../lib/axe.ts'
import { copyDeck } from '../../lib/copy.ts'
import { lectern } from '../../lib/lectern.ts'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const MINUTE = 60_000

// One server, and so one worker, for all of them.
test.describe.configure({ mode: 'default' })

let folder: string
let server: ChildProcess
let site: string

test.beforeAll(async () => {
  folder = copyDeck('pacing')
  server = spawn(process.execPath, ['addon/bin/lectern.ts', 'start', '--rehearse', 'coffee', '--port', '4650'], { cwd: folder })
  let said = ''
  for (const stream of [server.stdout!, server.stderr!])
    stream.on('data', (chunk: string) => said += chunk)
  await expect.poll(() => said).toContain('Ctrl-C')
  site = /http:\/\/localhost:\d+\//.exec(said)![0]
  expect(said).toContain('Rehearsal: the time on each slide goes into rehearsals/coffee-')
})
test.afterAll(async () => {
  if (server.exitCode === null) {
    server.kill('SIGINT')
    await once(server, 'close')
  }
  rmSync(folder, { recursive: true, force: true })
})

async function violations(page: Page, scope: string) {
  return (await axeViolations(page, { tags: WCAG, within: scope })).map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
}

test('a rehearsal: the presenter view keeps the pace through a reload and a pause, and the times stand in files', async ({ page }) => {
  const pacing = page.locator('.pacing')
  // From now on: what was before this run is no part of it.
  await page.clock.install()
  await page.goto(`${site}presenter/1`)
  await page.clock.pauseAt(Date.now() + MINUTE)
  await expect(pacing).toHaveAttribute('data-clock', 'zero')
  await expect(page.locator('.rehearsal-told')).toContainText('records with the clock')
  await page.keyboard.press('ArrowDown')
  await expect(pacing).toHaveAttribute('data-clock', 'running')
  await page.clock.fastForward(4.2 * MINUTE)
  await expect(pacing).toContainText('2 min behind')
  await expect(pacing).toContainText('Skip 3 “The moka pot” (2 min).')
  await expect(pacing).toHaveAttribute('data-standing', 'behind')

  await page.reload()
  await expect(pacing).toContainText('2 min behind')
  // A click on its button does not take the keys from the deck.
  await pacing.getByRole('button', { name: 'Pause' }).click()
  await page.clock.fastForward(5 * MINUTE)
  await expect(pacing).toContainText('2 min behind')
  await page.keyboard.press('p')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(pacing).toContainText('on time')
  await page.clock.fastForward(MINUTE)
  await expect(page.locator('.rehearsal-told')).toHaveAttribute('data-recorded', 'true')

  const files = () => readdirSync(join(folder, 'rehearsals')).sort()
  // Each is written beside its place first.
  await expect.poll(files).toEqual([expect.stringMatching(/^coffee-\d{4}-\d{2}-\d{2}-\d{4}\.csv$/), expect.stringMatching(/\.md$/)])
  await expect.poll(() => readFileSync(join(folder, 'rehearsals', files()[0]!), 'utf8')).toMatch(/^1,cover,.*,1,1\n2,press,The French press,Brewing,2,4\.2\n3,moka,The moka pot,Brewing,2,0\n4,drip,"Drip, slowly",Brewing,3,1\n/m)
  expect(await lectern(folder, 'rehearsals')).toMatch(/The French press +2\.0 +4\.2\n/)

  await pacing.getByRole('button', { name: 'Pause' }).click()
  // What looks at it needs a time that goes on.
  await page.clock.resume()
  expect(await violations(page, '.pacing')).toEqual([])
  await pacing.getByRole('button', { name: 'Reset' }).click()
  await expect(pacing).toHaveAttribute('data-clock', 'zero')
})

test('the jump list finds by typing, and gives the keys back', async ({ page }) => {
  for (const view of ['', 'presenter/'] as const) {
    await page.goto(`${site}${view}1`)
    await settle(page)
    await page.keyboard.press('g')
    const input = page.getByRole('combobox', { name: 'Part, slide or question' })
    await expect(input).toBeFocused()
    await expect(page.getByRole('option')).toHaveCount(11)
    expect(await violations(page, '#slidev-goto-dialog')).toEqual([])
    await page.keyboard.type('water')
    await expect(page.getByRole('option', { selected: true })).toHaveText(/6\s*Which water do I take\?\s*question/)
    await page.keyboard.press('Escape')
    await expect(input).toBeHidden()
    await page.keyboard.press('ArrowDown')
    expect((await settle(page)).no).toBe(2)
    await page.keyboard.press('g')
    await expect(input).toBeFocused()
    await page.keyboard.type('brew')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect((await settle(page)).no).toBe(3)
  }
})

test('the preflight page sees the windows of the deck, prints nothing private, and is for nobody\'s search', async ({ context }) => {
  const [slides, presenter, preflight] = [await context.newPage(), await context.newPage(), await context.newPage()]
  await slides.goto(site)
  await presenter.goto(`${site}presenter/2`)
  await expect(slides).toHaveURL(/\/press/)
  await preflight.goto(`${site}preflight`)
  await expect(preflight.locator('.preflight-item')).toHaveCount(11)
  await expect(preflight.locator('.preflight-item', { hasText: 'Windows in sync' })).toContainText('both on slide 2')
  await expect(preflight.locator('.preflight-item', { hasText: 'Time budget' })).toContainText('10 min over 5 slides; 1 of them (2 min) can be skipped.')
  await expect(preflight.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex')
  await expect(preflight.locator('body')).not.toContainText('Good evening')
  for (const colorScheme of ['light', 'dark'] as const) {
    await preflight.emulateMedia({ colorScheme })
    await expect(preflight.locator('html')).toHaveClass(colorScheme === 'dark' ? /dark/ : /^(?!.*dark)/)
    expect(await violations(preflight, 'main')).toEqual([])
  }
  await preflight.getByRole('button', { name: 'whole screen' }).click()
  await expect(preflight.getByRole('dialog', { name: 'Test picture' })).toBeInViewport({ ratio: 0.99 })
  await preflight.getByRole('button', { name: 'Close' }).click()
  await expect(preflight.getByRole('dialog')).toHaveCount(0)
})
