/**
 * `npm run measure`: what the talk asks of its room, as figures: words to read and to hear, sizes of letters, ink, pictures. From a build of this
 * moment, light, without travel, at 980 x 552.
 */
import type { Page } from '@playwright/test'
import type { Look } from '../lib/taste.ts'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { chromium } from '@playwright/test'
import { settle, slideSelector } from '../../../addon/gate/deck.ts'
import { findBrowser } from '../../../addon/lib/browser.ts'
import { ROOT } from '../../../addon/lib/paths.ts'
import { run } from '../../../addon/lib/run.ts'
import { serve } from '../../../addon/lib/serve/serve.ts'
import { buildSite } from '../../../addon/lib/site/slidev.ts'
import { isField } from '../../../composables/useGround.ts'
import { mainPart, wordsSpoken } from '../lib/main-part.ts'
import { lookAt, MOST_WORDS } from '../lib/taste.ts'

const CANVAS = { width: 980, height: 552 }
/** Up to this share of full brightness a pixel is ink, and not ground. */
const INK = 0.9

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
const percent = (share: number): string => `${(share * 100).toFixed(0)} %`
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** Share of the pixels of the page that are not ground. */
async function inkOf(page: Page): Promise<number> {
  const canvas = createCanvas(CANVAS.width, CANVAS.height)
  const context = canvas.getContext('2d')
  context.drawImage(await loadImage(await page.screenshot()), 0, 0)
  const { data } = context.getImageData(0, 0, CANVAS.width, CANVAS.height)
  let ink = 0
  for (let pixel = 0; pixel < data.length; pixel += 4)
    ink += Number(Math.min(data[pixel]!, data[pixel + 1]!, data[pixel + 2]!) < INK * 255)
  return ink / (CANVAS.width * CANVAS.height)
}

await run(async (signal) => {
  const build = await mkdtemp(join(tmpdir(), 'deck-measure-'))
  const { executablePath, args } = await findBrowser()
  const browser = await chromium.launch({ executablePath, args })
  try {
    await buildSite(build, { root: ROOT, base: '/', signal })
    const site = await serve(build)
    const page = await browser.newPage({ viewport: CANVAS, colorScheme: 'light', reducedMotion: 'reduce' })
    const slides = await mainPart()
    const measured: { alias: string, steps: Look[], ink: number[], isVerdict: boolean, isField: boolean }[] = []
    for (const { no, alias, frontmatter, content } of slides) {
      const steps: Look[] = []
      const ink: number[] = []
      for (let step = 0; step <= Number(frontmatter.clicks ?? 0); step++) {
        await page.goto(`${site.url}${no}?clicks=${step}`)
        await settle(page)
        steps.push(await page.evaluate(lookAt, slideSelector(no)))
        ink.push(await inkOf(page))
      }
      measured.push({ alias, steps, ink, isVerdict: content.includes('<Claim '), isField: isField(String(frontmatter.layout ?? 'default')) })
      console.log(`${String(no).padStart(3)}  ${alias.padEnd(26)}${steps.map(({ words }) => words).join(' ').padEnd(24)}ink ${percent(ink[0]!)} to ${percent(ink.at(-1)!)}${steps.some(({ hasPicture }) => hasPicture) ? '' : '  no picture'}`)
    }
    await site.close()

    const last = measured.map(({ steps }) => steps.at(-1)!)
    const verdicts = measured.filter(({ isVerdict }) => isVerdict)
    const most = measured.map(({ steps }) => Math.max(...steps.map(({ words }) => words)))
    const sizes = new Set(measured.flatMap(({ steps }) => steps.flatMap(look => look.sizes)))
    const drawn = measured.filter(({ isField }) => !isField)
    console.log(`
slides of the main part             ${slides.length}
words on slides, last step          ${sum(last.map(({ allWords }) => allWords))}, of which running text ${sum(last.map(({ words }) => words))}
words spoken                        ${wordsSpoken(slides)}
median words a slide                ${median(last.map(({ allWords }) => allWords))}, running text ${median(most)} at the fullest step
slides with a step over ${MOST_WORDS} words     ${most.filter(words => words > MOST_WORDS).length}
share of words at 20 px or less     ${percent(sum(last.map(({ smallWords }) => smallWords)) / sum(last.map(({ allWords }) => allWords)))}
sizes of letters                    ${sizes.size}: ${[...sizes].sort((a, b) => a - b).join(', ')} px
ink of ${String(verdicts.length).padStart(2)} verdict slides, median   ${percent(median(verdicts.map(({ ink }) => ink[0]!)))} first step, ${percent(median(verdicts.map(({ ink }) => ink.at(-1)!)))} last step
slides with a picture               ${measured.filter(({ steps }) => steps.some(({ hasPicture }) => hasPicture)).length}, without, and no field: ${drawn.filter(({ steps }) => !steps.some(({ hasPicture }) => hasPicture)).map(({ alias }) => alias).join(', ') || 'none'}`)
  }
  finally {
    await browser.close()
    await rm(build, { recursive: true, force: true })
  }
})
