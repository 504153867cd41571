import type { Browser } from '../browser.ts'
import type { PageSlide } from '../deck/pages.ts'
import type { SiteInfo } from './document.ts'
import type { Elsewhere } from './elsewhere.ts'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { titleWith } from '../../composables/eventTexts.ts'
import { findBrowser } from '../browser.ts'
import { loadConfig } from '../deck/config.ts'
import { readTexts } from '../deck/deck-texts.ts'
import { readAbsent, readSlides } from '../deck/read-deck.ts'
import { readSettings } from '../deck/settings.ts'
import { missingPackage, UserError } from '../run.ts'
import { SHELL } from '../serve/site.ts'
import { filesOf, filesOfHandout, MANIFEST, readManifest } from './chunks.ts'
import { handoutPage, numberPage, shellPage, slidePage } from './document.ts'
import { elsewhereOf } from './elsewhere.ts'
import { filesOfLetters, joinLetters, withFaces } from './fonts.ts'
import { slideStyles } from './frame-styles.ts'
import { formatHeaders, headerRules, withPolicy } from './headers.ts'
import { inPage, leafScript } from './inline-script.ts'
import { writeWorker } from './offline.ts'
import { markOf, marksOf, Scopes, slidePictures, writePictures } from './pictures.ts'
import { prerender } from './prerender.ts'
import { redirectPage, redirects, robots, sitemap, webManifest } from './site-files.ts'
import { buildSite } from './slidev.ts'

/** Address of the reading view: see addon/setup/routes.ts. */
const HANDOUT = 'handout'

/** How a site is made for a host. */
export interface HostedOptions {
  root: string
  base: string
  signal: AbortSignal
  /** Told what could not be done. @default nothing is told */
  say?: (line: string) => void
}

/**
 * Builds the site as it is hosted: what `buildSite` makes, and then a page for every slide that is read without
 * JavaScript. Without a browser the site is whole, only slower at first sight.
 */
export async function buildHosted(folder: string, { root, base, signal, say = () => {} }: HostedOptions): Promise<void> {
  await buildSite(folder, { root, base, signal })
  const { slides } = await readSlides(root)
  const site = await siteOf(root, folder, base, slides.length)
  const browser = await findDriven().catch((error: unknown) => {
    if (!(error instanceof UserError))
      throw error
    say(`${error.message}\nWithout a browser the pages are not drawn beforehand: the site works, and shows its first slide later.`)
    return undefined
  })

  const template = await readFile(join(folder, 'index.html'), 'utf8')
  const write = writerOf(folder)
  const settings = await readSettings(root)
  const elsewhere = elsewhereOf(settings.config, slides, await readTexts(root))
  const { icons, paths, shell: drawn } = browser
    ? await writePages({ root, folder, browser, slides, site, template, elsewhere, signal, say })
    : { icons: [], paths: [] }
  const shell = withPolicy(drawn ?? shellPage(template, site), elsewhere)
  for (const name of [SHELL, '404.html', ...drawn ? [] : ['index.html']])
    await write(name, shell)
  const absent = await readAbsent(root)
  for (const [alias, slide] of Object.entries(absent))
    await write(`${alias}/index.html`, redirectPage(site, slide))
  // Under an icon the deck is called by its own name.
  await write('manifest.webmanifest', webManifest({ ...site, title: settings.title }, icons))
  await write('robots.txt', robots(site))
  if (site.url && paths.length)
    await write('sitemap.xml', sitemap(site, paths))
  await write('_redirects', redirects(site, SHELL))
  await write('_headers', formatHeaders(headerRules(shell, base, elsewhere)))
  await rm(dirname(join(folder, MANIFEST)), { recursive: true, force: true })
  const { left } = await writeWorker(folder, { base, pages: [...Object.keys(absent), ...slides.flatMap(({ frontmatter }, index) => [String(index + 1), ...typeof frontmatter.routeAlias === 'string' ? [frontmatter.routeAlias] : []])] })
  if (left.length)
    say(`Not kept for a visit without network: ${left.join('; ')}`)
}

/** A browser, where there is what drives it too. */
async function findDriven(): Promise<Browser> {
  const DRIVER = '@playwright/test'
  const found = await findBrowser()
  if (!await import(DRIVER).catch(() => undefined))
    throw missingPackage(DRIVER)
  return found
}

async function siteOf(root: string, folder: string, base: string, slides: number): Promise<SiteInfo> {
  const { title, info, lang, canvas, config: { favicon } } = await readSettings(root)
  // The sign of Slidev, which stands where a deck has none, lies on another host.
  const icon = favicon?.startsWith('/') && existsSync(join(folder, favicon)) ? favicon.slice(1) : undefined
  const { event } = await loadConfig(root)
  const { address: url = '' } = event
  return { title: titleWith(title, event), info, lang, canvas, icon, base, slides, url: url && !url.endsWith('/') ? `${url}/` : url }
}

function writerOf(folder: string): (path: string, content: string | Uint8Array) => Promise<void> {
  return async (path, content) => {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
}

interface Pages {
  root: string
  folder: string
  browser: Browser
  slides: readonly PageSlide[]
  site: SiteInfo
  template: string
  elsewhere: Elsewhere
  signal: AbortSignal
  say: (line: string) => void
}

/** Writes a page for each slide, under its number and its alias, one for the reading view, the social card and the icons. Returns what it wrote, and the page for all addresses. */
async function writePages({ root, folder, browser, slides, site, template, elsewhere, signal, say }: Pages): Promise<{ icons: number[], paths: string[], shell: string }> {
  const write = writerOf(folder)
  const manifest = await readManifest(folder)
  const { slides: pictures, styles: needed, own: count, handout, card, icons, errors } = await prerender(folder, { ...site, slides, browser })
  signal.throwIfAborted()
  for (const error of errors)
    say(error)
  const aliases = slides.map(({ frontmatter }) => frontmatter.routeAlias as string | undefined)
  /** Where a slide is best found. */
  const pathOf = (index: number) => index === 0 ? '' : slides[index] && (aliases[index] ?? String(index + 1))
  const styles = needed.of(pictures.keys())
  const scopes = new Scopes(styles)
  const short = pictures.map(picture => ({ ...picture, first: scopes.shorten(picture.first), steps: picture.steps.map(step => scopes.shorten(step)) }))
  const frame = slideStyles(site.canvas)
  const writeStyles = async (name: string, rules: string): Promise<string> => {
    const path = `assets/${name}-${markOf(rules)}.css`
    await write(path, rules)
    return site.base + path
  }
  const shared = await writeStyles('pictures', scopes.styles + frame)
  const common = await writeStyles('picture', scopes.rename(needed.common) + frame)
  const marks = marksOf(short)
  const slidesPictures = short.map((picture, index) => slidePictures(picture, aliases[index] ?? String(index + 1), marks[index]!))
  const folderOfPictures = await writePictures(folder, slidesPictures)
  // The cover is what most begin with: it waits for nothing but its page, and no more does the first press.
  const own = slidesPictures.slice(0, count)
  const cover = await withFaces(scopes.rename(needed.of(own.keys())), styles, joinLetters(pictures.slice(0, count)), folder, { base: site.base, root })

  const script = await leafScript()
  const scriptFile = `assets/leaf-${markOf(script)}.js`
  await write(scriptFile, script)
  const leaf = inPage(script)

  const paths: string[] = []
  for (const [index, { no, start, steps, ...snapshot }] of short.entries()) {
    const path = pathOf(index)!
    const said = steps.at(-1) === steps[0] ? undefined : steps.at(-1)
    const parts = {
      ...{ no, start, last: start + steps.length - 1, said, snapshot, marks: marks[index]!, path, pictures: folderOfPictures },
      near: { prev: pathOf(index - 1), next: pathOf(index + 1) },
      leaf,
      styles: { sheets: [common, await writeStyles('picture', scopes.rename(needed.beyond(index)))], shared },
      fonts: filesOfLetters(styles, snapshot.letters),
      ...filesOf(manifest, no),
    }
    const page = withPolicy(slidePage(template, index ? parts : { ...parts, own, styles: { sheets: [], rules: cover + frame, hasFaces: true, shared } }, site), elsewhere)
    const names = [...index ? [] : [''], aliases[index] ?? String(no)]
    for (const name of names)
      await write(join(name, 'index.html'), page)
    if (!names.includes(String(no)))
      await write(`${no}/index.html`, withPolicy(numberPage(template, { ...parts, leaf: `<script src="${site.base}${scriptFile}"></script>` }, site), elsewhere))
    paths.push(path)
  }
  await write(`${HANDOUT}/index.html`, withPolicy(handoutPage(template, { snapshot: handout, styles: handout.styles, leaf, fonts: filesOfLetters(handout.styles, handout.letters), path: HANDOUT, ...filesOfHandout(manifest) }, site), elsewhere))
  paths.push(HANDOUT)
  await write('og.png', card)
  for (const [size, icon] of icons)
    await write(`icon-${size}.png`, icon)
  return { icons: [...icons.keys()], paths, shell: shellPage(template, site, { leaf, styles: { sheets: [shared] }, folder: folderOfPictures }) }
}
