import type { Page } from '@playwright/test'
import { mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { expect, test } from '@playwright/test'
import { press, settle, watchPage, WCAG } from '../../../addon/gate/deck.ts'
import { readSlides } from '../../../addon/lib/deck/read-deck.ts'
import { ROOT } from '../../../addon/lib/paths.ts'
import { serve } from '../../../addon/lib/serve/serve.ts'
import { axeViolations } from '../../lib/axe.ts'
import { differing } from '../../lib/pixels.ts'
import { pushSlide } from '../../lib/push.ts'
import { BASE, site } from '../../lib/sites.ts'
import { secondVersion } from '../../lib/version.ts'

/** Nothing here is about pixels, except where it says so. */
test.use({ viewport: { width: 960, height: 540 } })

async function deckSlides() {
  return (await readSlides(ROOT)).slides
}

/** Waits until the service worker has kept the site and answers this tab. */
async function kept(page: Page): Promise<void> {
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === 'activated' && navigator.serviceWorker.controller !== null)
}

/** The text of the visible slide, words only. */
function slideText(page: Page): Promise<string> {
  // eslint-disable-next-line unicorn/prefer-dom-node-text-content -- what is hidden is not said
  return page.evaluate(() => [...document.querySelectorAll<HTMLElement>('.slidev-layout')].find(slide => slide.checkVisibility())!.innerText.replace(/\s+/g, ' ').trim())
}

test.describe('without network', () => {
  test.use({ serviceWorkers: 'allow' })

  for (const [name, base] of [['SITE', '/'], ['SITE_UNDER_BASE', BASE]] as const) {
    test(`the whole deck under ${base} works after one visit, the server gone`, async ({ context }) => {
      const served = await serve(process.env[`${name}_FOLDER`]!, { base })
      const first = await context.newPage()
      await first.goto(served.url)
      await kept(first)
      await first.close()
      await served.close()

      const page = await context.newPage()
      const seen = watchPage(page)
      await page.goto(served.url)
      const slides = await deckSlides()
      for (let no = 1; no <= slides.length; no++) {
        expect(await settle(page)).toMatchObject({ no })
        expect(await press(page, 'ArrowDown')).toBe(no < slides.length)
      }
      // Cold: a page that this browser never asked for while there was a server.
      const alias = slides[8]!.frontmatter.routeAlias as string
      await page.goto(`${served.url}${alias}?clicks=1`)
      expect(await settle(page)).toEqual({ no: 9, clicks: 1 })
      await page.reload()
      expect((await settle(page)).no).toBe(9)
      await page.goto(`${served.url}presenter/9`)
      await expect(page.locator('.slidev-note').first()).toContainText(slides[8]!.note!.split(/[.:]/)[0]!)
      expect(seen).toEqual([])
    })
  }

  test('a new version on the host does not break an open tab, and comes with the next visit', async ({ context }) => {
    const folder = await mkdtemp(join(tmpdir(), 'deck-versions-'))
    try {
      const [now, next] = [join(folder, 'now'), join(folder, 'next')]
      await secondVersion(process.env.SITE_FOLDER!, now, ['Why do we', 'Why do we'])
      await secondVersion(now, next, ['Why do we have containers?', 'Why did we have containers?'])
      const served = await serve(now)
      const tab = await context.newPage()
      await tab.goto(served.url)
      await kept(tab)
      const asset = await tab.evaluate(() => document.querySelector<HTMLLinkElement>('link[rel="modulepreload"]')!.href)

      await rename(now, join(folder, 'former'))
      await rename(next, now)
      expect((await fetch(asset)).status, 'the host has forgotten the former version').toBe(404)
      await tab.evaluate(async () => void await (await navigator.serviceWorker.ready).update())

      const seen = watchPage(tab)
      expect(await tab.evaluate(async href => (await fetch(href)).status, asset)).toBe(200)
      await tab.reload()
      for (const no of [1, 2, 3]) {
        expect(await settle(tab)).toMatchObject({ no })
        await press(tab, 'ArrowDown')
      }
      await tab.goto(served.url)
      await settle(tab)
      await expect(tab.locator('#slideshow h1').first()).toHaveText('Why do we have containers?')
      expect(seen).toEqual([])

      // The new one takes its place when the last tab of the old one is closed.
      await expect.poll(() => tab.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting?.state)).toBe('installed')
      await tab.close()
      await expect.poll(async () => {
        const visit = await context.newPage()
        await visit.goto(served.url)
        await settle(visit)
        const title = await visit.locator('#slideshow h1').first().textContent()
        await visit.close()
        return title
      }).toBe('Why did we have containers?')
      await served.close()
    }
    finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
})

test('without JavaScript every slide says all it has to say, and links lead on', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 960, height: 540 } })
  const still = await context.newPage()
  const page = await browser.newPage({ reducedMotion: 'reduce', viewport: { width: 960, height: 540 } })
  await page.goto(site())
  await still.goto(site())
  const slides = await deckSlides()
  for (let no = 1; no <= slides.length; no++) {
    await pushSlide(page, no, '?clicks=99')
    expect(await slideText(still), `slide ${no}`).toBe(await slideText(page))
    expect(await still.title(), `slide ${no}`).toBe(await page.title())
    if (no < slides.length) {
      const next = slides[no]!.frontmatter.routeAlias as string
      await expect(still.getByRole('link', { name: 'Next slide' })).toHaveAttribute('href', `/${next}`)
      await still.goto(`${site()}${next}`)
    }
  }
  await page.close()
  await context.close()
})

test('the application takes the place of the picture without a flash or a shift', async ({ browser }) => {
  const slides = await deckSlides()
  const paths = ['', ...slides.map(({ frontmatter }) => String(frontmatter.routeAlias)).filter(alias => ['os-level', 'comparison', 'docker-run', 'sources'].includes(alias))]
  expect(paths).toHaveLength(5)
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ viewport: { width: 960, height: 540 }, colorScheme, reducedMotion: 'reduce' })
    await context.addInitScript(() => {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          (window as unknown as { shifts: number[] }).shifts.push((entry as PerformanceEntry & { value: number }).value)
      }).observe({ type: 'layout-shift', buffered: true })
      Object.assign(window, { shifts: [] })
    })
    const picture = await context.newPage()
    await picture.route('**/*.js', route => route.abort())
    const page = await context.newPage()
    for (const path of paths) {
      await picture.goto(`${site()}${path}`)
      await picture.waitForFunction(() => !document.documentElement.classList.contains('unread'))
      const before = await picture.screenshot()
      await page.goto(`${site()}${path}`)
      await page.waitForFunction(() => !document.getElementById('first-paint'))
      await settle(page)
      expect(await differing(picture, before, await page.screenshot()), `${path || 'cover'}, ${colorScheme}: pixels that differ`).toBe(0)
      expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts.reduce((sum, shift) => sum + shift, 0))).toBeLessThan(0.01)
    }
    await context.close()
  }
})

test('the policy is sent, is in the page, bites, and nothing of the deck runs into it', async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(window, { broken: [] })
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      (window as unknown as { broken: string[] }).broken.push(`${violatedDirective} ${blockedURI}`)
    })
  })
  const broken = () => page.evaluate(() => (window as unknown as { broken: string[] }).broken)
  const seen = watchPage(page)
  for (const path of ['', 'comparison', 'docker-run?clicks=3', 'presenter/9', 'overview', 'notes', '9?print', 'nowhere/at/all']) {
    const response = await page.goto(`${site()}${path}`)
    const policy = response!.headers()['content-security-policy']!
    expect(policy).toContain('default-src \'none\'')
    expect(policy.match(/script-src[^;]*/)![0]).not.toMatch(/unsafe|http|data:/)
    expect(response!.headers()).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' })
    expect(await response!.text()).toContain('http-equiv="Content-Security-Policy"')
    await page.waitForFunction(() => document.querySelector('#app')?.textContent?.trim())
    expect(await broken(), path).toEqual([])
  }
  // Going on to the next page cuts off what this one was fetching ahead.
  expect(seen.filter(({ what }) => !what.includes(' failed: '))).toEqual([])

  await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.planted = true'
    document.head.append(script)
  })
  expect(await page.evaluate(() => 'planted' in window)).toBe(false)
  await expect.poll(broken).toContain('script-src-elem inline')
})

test('axe has nothing to say about whole pages, Slidev\'s navigation included', async ({ page }) => {
  // The window of a laptop: in a small one the preview of the next slide has buttons too small to press.
  await page.setViewportSize({ width: 1920, height: 1080 })
  for (const path of ['', 'os-level', 'comparison', 'presenter/9']) {
    await page.goto(`${site()}${path}`)
    await page.waitForFunction(() => document.querySelector('#app nav') && !document.getElementById('first-paint'))
    await page.evaluate(() => document.fonts.ready)
    // The presenter view shows a slide twice, so what names its parts cannot be unique there: only what WCAG asks for counts.
    const violations = await axeViolations(page, path.startsWith('presenter') ? { tags: WCAG } : {})
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`), path).toEqual([])
  }
})

test('the files around the pages are there and lead to what exists', async ({ request }) => {
  const manifest = await (await request.get(`${site()}manifest.webmanifest`)).json() as { icons: { src: string }[] }
  expect(manifest.icons.length).toBeGreaterThan(2)
  for (const path of ['robots.txt', 'og.png', 'sw.js', 'app.html', '404.html', ...manifest.icons.map(({ src }) => src.slice(1))])
    expect((await request.get(`${site()}${path}`)).status(), path).toBe(200)
  const alias = await (await request.get(`${site()}os-level`)).text()
  const no = (await deckSlides()).findIndex(({ frontmatter }) => frontmatter.routeAlias === 'os-level') + 1
  const number = await (await request.get(`${site()}${no}`)).text()
  for (const about of [/<title>.*<\/title>/, /<meta property="og:description".*>/])
    expect(number.match(about)![0]).toBe(alias.match(about)![0])
  expect(number, 'without JavaScript a number leads to the alias').toContain('<noscript><meta http-equiv="refresh" content="0;url=/os-level"></noscript>')
  expect(alias).toMatch(/<meta name="description" content=".{40,}">/)
  // Paragraphs, and parts with boxes of their own, stand apart.
  for (const [path, words] of [['comparison', 'The manager weighs. Pays for'], ['questions', '1 Are containers']] as const)
    expect(await (await request.get(`${site()}${path}`)).text(), path).toContain(words)
  // Notes that nobody but the speaker is to see have a mark; the pictures hold no notes at all.
  expect(alias).not.toContain('slidev-note')
})
