/** A phone in the hand of the speaker, on loopback addresses: the slides are at localhost, the phone comes by 127.0.0.2. */
import type { BrowserContext, Page } from '@playwright/test'
import type { RemoteTalk } from '../../lib/remote.ts'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { expect, test } from '@playwright/test'
import { currentState, settle, WCAG } from '../../../addon/gate/deck.ts'
import { KEEP_PRIVATE } from '../../../addon/lib/deck/private-notes.ts'
import { SOCKET } from '../../../addon/lib/remote/messages.ts'
import { WITH_REMOTE } from '../../../addon/lib/site/deck-modules.ts'
import { buildSite } from '../../../addon/lib/site/slidev.ts'
import { axeViolations } from '../../lib/axe.ts'
import { copyDeck } from '../../lib/copy.ts'
import { OTHER, startTalk } from '../../lib/remote.ts'

const UPRIGHT = { width: 390, height: 844 }
const ACROSS = { width: 844, height: 390 }
/** The least that a thumb hits, in px. */
const THUMB = 44

// One build serves all of them.
test.describe.configure({ mode: 'default' })

let folder: string
let talk: RemoteTalk

test.beforeAll(async () => {
  folder = copyDeck('remote')
  Object.assign(process.env, { [WITH_REMOTE]: '1', [KEEP_PRIVATE]: '1' })
  await buildSite(join(folder, 'site'), { root: folder, base: '/', signal: new AbortController().signal })
  delete process.env[WITH_REMOTE]
  delete process.env[KEEP_PRIVATE]
  talk = await startTalk({ folder })
})
test.afterAll(async () => {
  await talk.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A phone that has scanned a new code. */
async function scan(context: BrowserContext): Promise<Page> {
  const phone = await context.newPage()
  await phone.goto(talk.remote.invite(OTHER, talk.site.port))
  await expect(phone).toHaveURL(/\/remote$/)
  return phone
}

const place = (page: Page) => expect.poll(() => currentState(page))
const button = (phone: Page, name: string) => phone.getByRole('button', { name, exact: true })

test.describe('a phone', () => {
  test.use({ viewport: UPRIGHT, hasTouch: true, isMobile: true })

  test('moves the slides, makes them black, shows the script, and goes on after the server was started anew', async ({ browser, context }) => {
    const stage = await (await browser.newContext()).newPage()
    await stage.goto(`${talk.site.url}1`)
    await settle(stage)
    const phone = await scan(context)
    // The code is in no address that anybody could look over a shoulder at, nor in the history.
    expect(await phone.evaluate(() => history.length)).toBeLessThanOrEqual(2)
    await expect(phone.getByRole('heading')).toHaveText('From the back of the room')

    await button(phone, 'Next').tap()
    await place(stage).toMatchObject({ no: 2, clicks: 0 })
    await button(phone, 'Next').tap()
    await button(phone, 'Next').tap()
    await place(stage).toMatchObject({ no: 2, clicks: 2 })
    await expect(phone.getByText('Step 2 of 2')).toBeVisible()
    const script = phone.getByRole('region', { name: 'Script' })
    await expect(script).toContainText('I say a sentence or two about it')
    await expect(script).toContainText('Look at the clock.')
    await expect(script.getByText('Nothing stands there yet.')).toHaveClass(/fade/)
    await expect(script.getByText('And this is the second.')).not.toHaveClass(/fade/)
    await button(phone, 'Back').tap()
    await place(stage).toMatchObject({ no: 2, clicks: 1 })

    await button(phone, 'Jump').tap()
    await phone.getByRole('searchbox').fill('else')
    await phone.getByRole('button', { name: 'Elsewhere' }).tap()
    await place(stage).toMatchObject({ no: 3, clicks: 0 })

    await button(phone, 'Black').tap()
    await expect(stage.locator('.black-screen')).toBeVisible()
    await expect(phone.getByText('The screen is black.')).toBeVisible()
    await button(phone, 'Next').tap()
    await expect(stage.locator('.black-screen')).toBeHidden()
    await place(stage).toMatchObject({ no: 3, clicks: 0 })

    const { port } = talk.site
    await talk.close()
    await expect(phone.getByText('No connection.')).toBeVisible()
    await expect(button(phone, 'Next')).toBeDisabled()
    await place(stage).toMatchObject({ no: 3, clicks: 0 })
    talk = await startTalk({ folder, port })
    await button(phone, 'Next').tap()
    await place(stage).toMatchObject({ no: 4, clicks: 0 })
    await stage.context().close()
  })

  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(colorScheme, () => {
      test.use({ colorScheme })
      test('can be hit by a thumb, held either way, and axe finds nothing', async ({ browser, context }) => {
        const stage = await (await browser.newContext()).newPage()
        await stage.goto(`${talk.site.url}2?clicks=1`)
        await settle(stage)
        const phone = await scan(context)
        for (const size of [UPRIGHT, ACROSS]) {
          await phone.setViewportSize(size)
          await expect(button(phone, 'Next')).toBeEnabled()
          for (const key of await phone.locator('main > button, main nav > *').all()) {
            const box = (await key.boundingBox())!
            expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(THUMB)
            expect([box.x, box.y, size.width - box.x - box.width, size.height - box.y - box.height].every(room => room >= 0)).toBe(true)
          }
          const main = (await button(phone, 'Next').boundingBox())!
          expect(Math.min(main.width, main.height)).toBeGreaterThanOrEqual(2 * THUMB)
          expect(await axeViolations(phone, { tags: WCAG })).toEqual([])
        }
        await button(phone, 'Jump').tap()
        expect(await axeViolations(phone, { tags: WCAG })).toEqual([])
        await stage.context().close()
      })
    })
  }
})

test('the presenter view on a tablet follows, and takes the talk along', async ({ browser, context }) => {
  const stage = await (await browser.newContext()).newPage()
  await stage.goto(`${talk.site.url}2?clicks=1`)
  await settle(stage)
  const tablet = await scan(context)
  await tablet.getByRole('link', { name: 'Presenter' }).click()
  await expect(tablet.locator('#slideshow .slidev-page .slidev-layout').first()).toBeAttached()
  await settle(tablet)
  await place(tablet).toMatchObject({ no: 2, clicks: 1 })
  await tablet.keyboard.press('ArrowRight')
  await place(stage).toMatchObject({ no: 2, clicks: 2 })
  await stage.keyboard.press('ArrowDown')
  await place(tablet).toMatchObject({ no: 3, clicks: 0 })
  await tablet.keyboard.press('.')
  await expect(stage.locator('.black-screen')).toBeVisible()
  await stage.context().close()
})

test('a phone without a code sees nothing', async ({ page }) => {
  const answer = await page.goto(`http://${OTHER}:${talk.site.port}/presenter/2`)
  expect(answer!.status()).toBe(403)
  await expect(page.getByText('This device is not paired.')).toBeVisible()
  await page.goto(`http://${OTHER}:${talk.site.port}/pair#wrong`)
  await expect(page.getByText('That code was used')).toBeVisible()
  await expect(page).toHaveURL(/\/pair$/)
  expect(await axeViolations(page, { tags: WCAG })).toEqual([])
})

test('a site that is hosted has nothing of it', () => {
  const withSocket = (site: string) => readdirSync(site, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.(?:js|css|html)$/.test(name) && readFileSync(join(site, name), 'utf8').includes(SOCKET))
  expect(withSocket(process.env.SITE_FOLDER!)).toEqual([])
  expect(withSocket(join(folder, 'site'))).not.toEqual([])
})
