import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { runSlidev } from '../../addon/lib/site/slidev.ts'
import { linkPackages } from '../../tests/lib/packages.ts'
import { slidesOf, toMarp, toReveal, toSlidev } from './talk.ts'

const PEERS = import.meta.dirname
const PACKAGES = join(PEERS, '../node_modules')

/** What lies beside the talk. */
export const PICTURES = ['town.svg', 'bridge.svg']

/** What the page of reveal.js asks for, and no more of its package. */
const OF_REVEAL = [
  'dist/reset.css',
  'dist/reveal.css',
  'dist/reveal.js',
  'dist/theme/black.css',
  'dist/theme/fonts/source-sans-pro',
  'plugin/highlight/highlight.js',
  'plugin/highlight/monokai.css',
  'plugin/notes/notes.js',
]

/** The slides of the talk that all makers show. */
export async function readTalk(): Promise<string[]> {
  return slidesOf(await readFile(join(PEERS, 'talk.md'), 'utf8'))
}

/** Puts the pictures of the talk into a folder. */
export async function copyPictures(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const name of PICTURES)
    await cp(join(PEERS, name), join(folder, name))
}

/** The talk by Slidev as it comes. */
export async function buildWithSlidev(out: string, signal: AbortSignal): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'deck-peer-'))
  try {
    await writeFile(join(folder, 'package.json'), '{ "name": "peer", "type": "module", "private": true }\n')
    await writeFile(join(folder, 'slides.md'), toSlidev(await readTalk()))
    await copyPictures(join(folder, 'public'))
    linkPackages(folder)
    const { code, output } = await runSlidev(['build', 'slides.md', '--out', out], { root: folder, signal, stdio: ['ignore', 'pipe', 'pipe'] })
    if (code !== 0)
      throw new Error(output)
  }
  finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The talk by reveal.js. */
export async function buildWithReveal(out: string): Promise<void> {
  for (const part of OF_REVEAL)
    await cp(join(PACKAGES, 'reveal.js', part), join(out, part), { recursive: true })
  await copyPictures(out)
  const { default: MarkdownIt } = await import('markdown-it')
  const markdown = new MarkdownIt()
  markdown.core.ruler.push('steps', ({ tokens }) => {
    for (const token of tokens) {
      if (token.type === 'list_item_open' && token.markup === '+')
        token.attrJoin('class', 'fragment')
    }
  })
  await writeFile(join(out, 'index.html'), toReveal(await readTalk(), text => markdown.render(text)))
}

/** The talk by Marp CLI, with the page that it makes if nothing else is wanted. */
export async function buildWithMarp(out: string, signal: AbortSignal): Promise<void> {
  await copyPictures(out)
  const source = join(out, 'talk.md')
  await writeFile(source, toMarp(await readTalk()))
  await promisify(execFile)(process.execPath, [join(PACKAGES, '@marp-team/marp-cli/marp-cli.js'), source, '--output', join(out, 'index.html'), '--no-config-file', '--no-stdin'], { signal })
  await rm(source)
}
