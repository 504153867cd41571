import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin } from 'vite'
import type { PageSlide } from '../deck/pages.ts'
import { readFile, rm } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { UserError } from '../run.ts'

/** Where the build says what it has made slides of, inside the site. It is read and removed. */
export const BUILT = 'lectern-slides.json'

/** A slide as the build knows it, and what Slidev has noted of the files without telling anybody. */
interface Built {
  slides: { path: string, line: number, title?: string }[]
  errors: { path: string, line: number, message: string }[]
}

/** The Vite plugin that writes down of what the build makes slides. */
export function promisedPlugin({ userRoot, data }: Pick<ResolvedSlidevOptions, 'userRoot' | 'data'>): Plugin {
  const short = (path: string) => relative(userRoot, path).split(sep).join('/')
  return {
    name: 'deck:promised',
    apply: 'build',
    generateBundle() {
      const built: Built = {
        slides: data.slides.map(({ title, source }) => ({ path: short(source.filepath), line: source.start + 1, title })),
        errors: Object.values(data.markdownFiles).flatMap(({ filepath, errors = [] }) => errors.map(({ row, message }) => ({ path: short(filepath), line: row + 1, message }))),
      }
      this.emitFile({ type: 'asset', fileName: BUILT, source: JSON.stringify(built) })
    },
  }
}

function nameOf({ path, line, title }: { path: string, line: number, title?: string }): string {
  return `${path}: line ${line}${title ? ` "${title}"` : ''}`
}

/** What differs between the slides that the pages promise and those of a build; nothing where all are there, in order. */
export function brokenPromises(promised: readonly PageSlide[], { slides, errors }: Built): string[] {
  const told = errors.map(({ path, line, message }) => `${path}: line ${line}: Slidev left it out: ${message}. Mend: Correct the line.`)
  if (told.length || slides.length === promised.length)
    return told
  const there = new Map<string, number>()
  const count = (path: string) => there.set(path, (there.get(path) ?? 0) + 1)
  slides.forEach(({ path }) => count(path))
  const missing = promised.filter(({ path }) => {
    const left = there.get(path) ?? 0
    there.set(path, left - 1)
    return left <= 0
  })
  return missing.length
    ? missing.map(slide => `${nameOf(slide)}: the slide is not in the deck that Slidev has built. Mend: Correct the page; npm run dev shows what Slidev makes of it.`)
    : [`slides.md: the deck: Slidev has built ${slides.length} slides, and the pages have ${promised.length}. Mend: Look whether a setup/preparser.ts makes slides of its own.`]
}

/**
 * Counts the slides of a build against those that the pages promise.
 *
 * @throws {UserError} that names each slide which is not there
 */
export async function keepPromises(folder: string, promised: readonly PageSlide[]): Promise<void> {
  const file = join(folder, BUILT)
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined)
    throw new UserError('slides.md: the deck: the build did not say of what it made slides. Mend: Write addons: [\'slidev-addon-lectern\'] into the headmatter.')
  await rm(file)
  const broken = brokenPromises(promised, JSON.parse(text) as Built)
  if (broken.length)
    throw new UserError(broken.join('\n'))
}
