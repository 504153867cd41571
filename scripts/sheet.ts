/**
 * `npm run sheet -- --steps --event NAME --cut NAME --url http://localhost:3030/`: all slides as contact sheets in sheets/, light and dark, in the order of the deck, each
 * at its last step or at every step. From a build of this moment, or from a deck that is served already. The picture by which the whole is judged.
 */
import type { Page } from '@playwright/test'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { chromium } from '@playwright/test'
import { parseSheetArgs } from '../addon/lib/args.ts'
import { findBrowser } from '../addon/lib/browser.ts'
import { readSlides } from '../addon/lib/deck/read-deck.ts'
import { chooseTalk } from '../addon/lib/deck/talk.ts'
import { ROOT } from '../addon/lib/paths.ts'
import { run } from '../addon/lib/run.ts'
import { serve } from '../addon/lib/serve/serve.ts'
import { buildSite } from '../addon/lib/site/slidev.ts'

const FOLDER = join(ROOT, 'sheets')
const CANVAS = { width: 980, height: 552 }
/** Of one slide on the sheet. */
const TILE = { width: 490, height: 276, gap: 14, caption: 22 }
const COLUMNS = 4
const ROWS = 6
/** Longer than what moves without being asked, under reduced motion. */
const STILL = 150
/** A step that no slide has; Slidev shows the last one, and says which in the address. */
const LAST_STEP = 99

interface Shot {
  name: string
  png: Uint8Array
}

async function shotsOf(page: Page, url: string, no: number, name: string, steps: boolean): Promise<Shot[]> {
  async function shoot(step: number): Promise<Shot> {
    await page.goto(`${url}${no}?clicks=${step}`)
    await page.locator(`#slideshow .slidev-page-${no} .slidev-layout`).waitFor()
    await page.evaluate(() => document.fonts.ready)
    await page.waitForTimeout(STILL)
    return { name: `${no} ${name}`, png: await page.screenshot() }
  }
  const last = await shoot(LAST_STEP)
  const count = Number(new URL(page.url()).searchParams.get('clicks') ?? 0)
  if (!steps || !count)
    return [last]
  const before: Shot[] = []
  for (let step = 0; step < count; step++)
    before.push(await shoot(step))
  return [...before, last].map((shot, step) => ({ ...shot, name: `${shot.name}, step ${step}` }))
}

async function writeSheets(shots: readonly Shot[], scheme: string): Promise<void> {
  const perSheet = COLUMNS * ROWS
  for (let sheet = 0; sheet * perSheet < shots.length; sheet++) {
    const own = shots.slice(sheet * perSheet, (sheet + 1) * perSheet)
    const [width, height] = [TILE.width + TILE.gap, TILE.height + TILE.caption]
    const canvas = createCanvas(COLUMNS * width + TILE.gap, Math.ceil(own.length / COLUMNS) * height + TILE.gap)
    const context = canvas.getContext('2d')
    context.fillStyle = '#8c959d'
    context.fillRect(0, 0, canvas.width, canvas.height)
    context.font = '14px sans-serif'
    for (const [index, { name, png }] of own.entries()) {
      const [x, y] = [index % COLUMNS * width + TILE.gap, Math.floor(index / COLUMNS) * height + TILE.gap]
      context.drawImage(await loadImage(png), x, y, TILE.width, TILE.height)
      context.fillStyle = '#000000'
      context.fillText(name, x, y + TILE.height + 15)
    }
    await writeFile(join(FOLDER, `${scheme}-${sheet + 1}.png`), canvas.toBuffer('image/png'))
  }
}

await run(async (signal) => {
  const { steps, url, last, ...talk } = parseSheetArgs(process.argv.slice(2))
  await chooseTalk('npm run sheet', talk, ROOT)
  const build = await mkdtemp(join(tmpdir(), 'deck-sheet-'))
  try {
    if (!url)
      await buildSite(build, { root: ROOT, base: '/', signal })
    const site = url ? undefined : await serve(build)
    const { executablePath, args } = await findBrowser()
    const browser = await chromium.launch({ executablePath, args })
    const { slides } = await readSlides(ROOT)
    await rm(FOLDER, { recursive: true, force: true })
    await mkdir(FOLDER)
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ viewport: CANVAS, colorScheme, reducedMotion: 'reduce' })
      const shots: Shot[] = []
      for (const [index, { frontmatter }] of slides.slice(0, last).entries())
        shots.push(...await shotsOf(page, url ?? site!.url, index + 1, String(frontmatter.routeAlias ?? ''), steps))
      await page.close()
      await writeSheets(shots, colorScheme)
      console.log(`sheets/${colorScheme}-*.png: ${shots.length} pictures of ${slides.slice(0, last).length} slides`)
    }
    await browser.close()
    await site?.close()
  }
  finally {
    await rm(build, { recursive: true, force: true })
  }
})
