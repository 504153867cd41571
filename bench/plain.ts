import type { PageSlide } from '../scripts/lib/pages.ts'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ROOT } from '../scripts/lib/paths.ts'
import { countClickMarks } from '../scripts/lib/slide-notes.ts'
import { runSlidev } from '../scripts/lib/slidev.ts'

const HEAD = `---
theme: default
title: Why do we have containers?
# As Slidev comes, except that nothing is fetched from other hosts: the network of the bench would measure itself.
fonts:
  provider: none
favicon: /favicon.svg
---
`
const RE_SPECIAL = /[<>{}$`*_[\]\\|#]/g

function escape(text: string): string {
  return text.replaceAll(RE_SPECIAL, character => `&#${character.codePointAt(0)};`)
}

/** A slide as one writes it in plain Slidev: its title, its words as a list that comes by clicks, its note. */
function slideText({ title = '', note = '' }: PageSlide, lines: readonly string[], diagram: string | undefined): string {
  const clicks = countClickMarks(note)
  const list = lines.filter(line => line !== title).map(line => `- ${escape(line)}`).join('\n')
  const body = clicks ? `<v-clicks every="${Math.max(1, Math.ceil(lines.length / clicks))}">\n\n${list}\n\n</v-clicks>` : list
  const picture = diagram === undefined ? '' : `\n\`\`\`mermaid {scale: 0.5}\n${diagram}\n\`\`\`\n`
  return `# ${escape(title)}\n\n${picture || body}\n\n<!--\n${note.replaceAll('--', '–')}\n-->\n`
}

/**
 * Builds the same talk, word for word, as plain Slidev: theme and features as they come, the diagram as Mermaid text.
 *
 * @param folder for its source, inside the project, so that its packages are found
 * @param out where the site goes
 * @param slides the deck
 * @param words the lines of each slide
 * @param signal ends it
 */
export async function buildPlain(folder: string, out: string, slides: readonly PageSlide[], words: readonly (readonly string[])[], signal: AbortSignal): Promise<void> {
  const diagram = await readFile(join(ROOT, 'diagrams/docker-run.mmd'), 'utf8')
  const pages = slides.map((slide, index) => slideText(slide, words[index]!, slide.frontmatter.routeAlias === 'docker-run' ? diagram : undefined))
  await mkdir(join(folder, 'public'), { recursive: true })
  await writeFile(join(folder, 'slides.md'), `${HEAD}\n${pages.join('\n---\n\n')}`)
  await writeFile(join(folder, 'public/favicon.svg'), await readFile(join(ROOT, 'public/favicon.svg')))
  await mkdir(dirname(out), { recursive: true })
  const { code, output } = await runSlidev(['build', join(folder, 'slides.md'), '--out', out], { root: ROOT, signal, stdio: ['ignore', 'pipe', 'pipe'] })
  if (code !== 0)
    throw new Error(output)
}
