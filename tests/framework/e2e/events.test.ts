import { mkdirSync, writeFileSync } from 'node:fs'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { watchPage } from '../../../addon/gate/deck.ts'
import { serve } from '../../../addon/lib/serve/serve.ts'
import { copyDeck } from '../../lib/copy.ts'
import { lectern } from '../../lib/lectern.ts'

const EVIL = '</script><img src=x onerror=evil()>{{ 1 }}'
const PATH = '<path d="M0 0h9v9z"/>'
const svg = (inner: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inner}</svg>`

/** What the files of a folder say, names and contents, one after the other. */
async function allOf(folder: string): Promise<string> {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter(entry => entry.isFile())
  const texts = await Promise.all(entries.map(async ({ parentPath, name }) => `${name}\n${await readFile(join(parentPath, name), 'latin1')}`))
  return texts.join('\n')
}

test('a site for one event shows it as text, and holds no word of another', async ({ page }) => {
  test.slow()
  const folder = copyDeck('canvas')
  mkdirSync(join(folder, 'events'))
  for (const [name, text] of Object.entries({
    'a.local.yaml': `customer: ${JSON.stringify(`Alphaworks ${EVIL}`)}\nspeaker: Ada\naddress: https://alphaworks.example/talk/\nlogo: a.local.svg\ndate: 2027-02-18\n`,
    'a.local.svg': svg(PATH.repeat(300)),
    'b.local.yaml': 'event: Omegameet\ncustomer: Omegacorp\nspeaker: { name: Omegaspeaker, contact: omega@omegamail.example }\nplace: Omegaplace\naddress: https://omegahost.example/\naction: Omegaaction\nlogo: omegalogo.local.svg\n',
    'omegalogo.local.svg': svg(`<title>Omegadrawing</title>${PATH}`),
  }))
    writeFileSync(join(folder, 'events', name), text)
  const site = join(folder, 'dist')
  await lectern(folder, 'build', '--event', 'a')
  const said = await allOf(site)
  expect(said).toContain('Alphaworks')
  expect(said).not.toMatch(/omega/i)

  const served = await serve(site, { base: '/' })
  try {
    const seen = watchPage(page)
    await page.goto(`${served.url}handout`)
    await expect(page.locator('#app .handout-reader > header')).toContainText(`Alphaworks ${EVIL}`)
    await expect(page.getByRole('img', { name: `Logo of Alphaworks ${EVIL}` })).toHaveJSProperty('complete', true)
    expect(await page.getByRole('img', { name: /^Logo of/ }).evaluate((logo: HTMLImageElement) => logo.naturalWidth)).toBeGreaterThan(0)
    await expect(page).toHaveTitle(`Handout · Another canvas – Alphaworks ${EVIL}`)
    expect(await page.locator('head link[rel=canonical]').getAttribute('href')).toBe('https://alphaworks.example/talk/handout')
    expect(await page.locator('[onerror]').count()).toBe(0)
    // The theme of this deck fetches from other hosts.
    expect(seen.filter(({ what }) => !what.endsWith('leaves the deck'))).toEqual([])
  }
  finally {
    await served.close()
    await rm(folder, { recursive: true, force: true })
  }
})
