import type { Browser } from '@playwright/test'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readDeck, resolveDeck } from '../scripts/lib/pages.ts'
import { ROOT } from '../scripts/lib/paths.ts'
import { buildSite } from '../scripts/lib/slidev.ts'

/** Beyond the last click step of any slide. */
const LAST_STEP = 99

/**
 * The same talk as somebody would write it who has just installed Slidev: its headings and words as Markdown, its one diagram as
 * a Mermaid block, nothing switched off. Only fonts and icon of other hosts are left out, which would be waited for without a network.
 *
 * @param browser what reads them
 * @param ours address of our built deck, from which the words are read
 * @param folder an empty folder; the site comes into its `dist`
 */
export async function buildPlain(browser: Browser, ours: string, folder: string): Promise<string> {
  const { slides } = resolveDeck(await readDeck(ROOT))
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })
  const parts = ['---\ntheme: default\ntitle: The same talk as plain Slidev\nfonts:\n  provider: none\nfavicon: /favicon.svg\n---']
  for (const [index, slide] of slides.entries()) {
    await page.goto(`${ours}${index + 1}?clicks=${LAST_STEP}`)
    const layout = page.locator(`#slideshow .slidev-page-${index + 1} .slidev-layout`)
    await layout.waitFor()
    // eslint-disable-next-line unicorn/prefer-dom-node-text-content -- a line for each block, as it is read
    const lines = (await layout.innerText()).split('\n').map(line => line.trim()).filter(Boolean)
    const words = slide.content.includes('<DockerRun')
      ? '```mermaid\nsequenceDiagram\n  docker->>dockerd: run\n  dockerd->>containerd: create\n  containerd->>runc: run\n  runc->>kernel: namespaces, cgroups, seccomp\n```'
      : lines.slice(1).map(line => `- ${escape(line)}`).join('\n')
    parts.push(`${index ? '---\n\n' : ''}# ${escape(lines[0] ?? 'Slide')}\n\n${words}\n\n<!--\n${slide.note ?? ''}\n-->`)
  }
  await page.close()
  mkdirSync(join(folder, 'public'), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'dir')
  symlinkSync(join(ROOT, 'public/favicon.svg'), join(folder, 'public/favicon.svg'))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module", "private": true }\n')
  writeFileSync(join(folder, 'slides.md'), `${parts.join('\n\n')}\n`)
  const out = join(folder, 'dist')
  mkdirSync(out)
  await buildSite(out, { root: folder, base: '/', signal: new AbortController().signal })
  return out
}

/** Text that Markdown, Vue and KaTeX leave alone. */
function escape(text: string): string {
  return text.replace(/[<>{}$`*_[\]#|\\&]/g, char => `&#${char.codePointAt(0)};`)
}
