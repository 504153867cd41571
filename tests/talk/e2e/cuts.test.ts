import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { settle } from '../../../addon/gate/deck.ts'
import { readAbsent, readSlides } from '../../../addon/lib/deck/read-deck.ts'
import { ROOT } from '../../../addon/lib/paths.ts'
import { serve } from '../../../addon/lib/serve/serve.ts'

const CUT = { cut: 'lightning' }
const RE_TEXT = /\.(?:html|js|css|json|webmanifest|xml|txt)$/

/** Everything that is said in the files of a folder. */
function textOf(folder: string): string {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(path => RE_TEXT.test(path))
  return paths.map(path => readFileSync(join(folder, path), 'utf8')).join('\n')
}

test('a site of ten minutes holds nothing of the other cuts, and their addresses lead on', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'deck-cut-'))
  const out = join(folder, 'site')
  try {
    await promisify(execFile)(process.execPath, ['addon/bin/lectern.ts', 'build', '--cut', 'lightning', '--audience', 'security', '--out', out], { cwd: ROOT })
    const { slides } = await readSlides(ROOT, CUT)
    const here = slides.map(({ title }) => title)
    const elsewhere = (await Promise.all([readSlides(ROOT, { cut: 'meetup' }), readSlides(ROOT, { cut: 'deep-dive' })])).flatMap(deck => deck.slides).filter(({ title, frontmatter }) => !here.includes(title) && frontmatter.layout !== 'section')
    // The questions of the parts stand with their answers in every cut; all else is found by its title, and by how its script begins.
    const said = elsewhere.flatMap(({ note = '' }) => /^[\w ,]{24,}/.exec(note)?.[0] ?? [])
    const text = textOf(out)
    expect(elsewhere.length).toBeGreaterThan(slides.length)
    expect(here.filter(title => !text.includes(title!))).toEqual([])
    expect([...new Set(elsewhere.map(({ title }) => title))].filter(title => text.includes(`${title}"`) || text.includes(`>${title}<`))).toEqual([])
    expect([...new Set(said)].filter(begin => !slides.some(({ note }) => note?.includes(begin)) && text.includes(begin))).toEqual([])
    expect([slides.length, slides.length + 1].map(no => existsSync(join(out, String(no), 'index.html')))).toEqual([true, false])

    const site = await serve(out)
    const absent = await readAbsent(ROOT, CUT)
    for (const [address, alias] of [['glossary', 'glossary'], ['density?clicks=3', 'density'], ['presenter/storage', 'storage']] as const) {
      await page.goto(`${site.url}${address}`)
      await page.waitForURL(`${site.url}${address.startsWith('presenter') ? 'presenter/' : ''}${absent[alias]}`)
      if (!address.startsWith('presenter'))
        expect((await settle(page)).no).toBe(slides.findIndex(({ frontmatter }) => frontmatter.routeAlias === absent[alias]) + 1)
    }
    await site.close()
  }
  finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
