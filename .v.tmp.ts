import { chromium } from '@playwright/test'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { writeFileSync, mkdirSync } from 'node:fs'
import { findBrowser } from './addon/lib/browser.ts'
import { settle, still } from './addon/gate/deck.ts'
import { readSlides } from './addon/lib/deck/read-deck.ts'
const [port, from, to] = process.argv.slice(2)
const { executablePath, args } = await findBrowser()
const b = await chromium.launch({ executablePath, args })
const { slides } = await readSlides(process.cwd())
mkdirSync('/tmp/look', { recursive: true })
for (const scheme of ['light', 'dark'] as const) {
  const page = await b.newPage({ viewport: { width: 1920, height: 1080 }, colorScheme: scheme, reducedMotion: 'reduce' })
  const shots: [string, Buffer][] = []
  for (let no = Number(from); no <= Number(to); no++) {
    const alias = String(slides[no - 1]!.frontmatter.routeAlias)
    for (let step = 0; step <= Number(slides[no - 1]!.frontmatter.clicks ?? 0); step++) {
      await page.goto(`http://localhost:${port}/${no}?clicks=${step}`)
      await settle(page); await still(page)
      shots.push([`${no} ${alias} ${step}`, await page.screenshot()])
    }
  }
  await page.close()
  const per = 9, W = 800, H = 450
  for (let s = 0; s * per < shots.length; s++) {
    const own = shots.slice(s * per, (s + 1) * per)
    const canvas = createCanvas(3 * (W + 8), Math.ceil(own.length / 3) * (H + 20))
    const ctx = canvas.getContext('2d'); ctx.fillStyle = '#888'; ctx.fillRect(0, 0, canvas.width, canvas.height); ctx.fillStyle = '#000'; ctx.font = '14px sans-serif'
    for (const [i, [n, png]] of own.entries()) { const x = (i % 3) * (W + 8), y = Math.floor(i / 3) * (H + 20); ctx.drawImage(await loadImage(png), x, y, W, H); ctx.fillText(n, x, y + H + 15) }
    writeFileSync(`/tmp/look/${scheme}-${String(from).padStart(3, '0')}-${s}.png`, canvas.toBuffer('image/png'))
  }
}
await b.close()
