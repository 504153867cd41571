import type { PageSlide } from '../deck/pages.ts'
import type { Spoken } from './report.ts'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../run.ts'
import { csvOf, readCsv } from './csv.ts'
import { markdownOf, spokenOf } from './report.ts'

/** Folder of the rehearsals in that of the deck. It stays out of git: it is the speaker's. */
export const REHEARSALS = 'rehearsals'

/** A run that is written down. */
export interface Run {
  /** Its name: `meetup-2026-11-27-1930`. */
  name: string
  /** Writes it down as it stands, over what was written before. */
  write: (seconds: readonly number[]) => Promise<void>
}

/** What is rehearsed. */
export interface RunOptions {
  root: string
  /** Name of the rehearsal. */
  name: string
  /** Title of the talk. */
  title: string
  slides: readonly Pick<PageSlide, 'title' | 'frontmatter'>[]
  /** When it begins. */
  at: Date
  /** Told once that it cannot be written any more. */
  say: (line: string) => void
}

/** A date as part of a name, in the speaker's own time: `2026-11-27-1930`. */
function stamp(at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}-${two(at.getHours())}${two(at.getMinutes())}`
}

/** A name that no run has yet. */
function freeName(folder: string, wanted: string, again = 1): string {
  const name = again > 1 ? `${wanted}-${again}` : wanted
  return existsSync(join(folder, `${name}.csv`)) ? freeName(folder, wanted, again + 1) : name
}

function cannotWrite(error: unknown): UserError {
  return new UserError(`${REHEARSALS}/: the record: it cannot be written: ${(error as Error).message}. Mend: Make room for it, or make the folder writable.`)
}

/**
 * Begins a run.
 *
 * @throws {UserError} if nothing can be written
 */
export async function beginRun({ root, name: of, title, slides, at, say }: RunOptions): Promise<Run> {
  const folder = join(root, REHEARSALS)
  const name = freeName(folder, `${of}-${stamp(at)}`)
  let isTold = false
  let last = Promise.resolve()

  /** All at once: a crash leaves what was written before. */
  async function put(extension: string, text: string): Promise<void> {
    const file = join(folder, `${name}.${extension}`)
    await writeFile(`${file}.part`, text)
    await rename(`${file}.part`, file)
  }

  async function putBoth(seconds: readonly number[]): Promise<void> {
    const spoken = spokenOf(name, slides, seconds)
    await put('md', markdownOf(spoken, title))
    await put('csv', csvOf(spoken))
  }

  await mkdir(folder, { recursive: true }).catch((error) => {
    throw cannotWrite(error)
  })
  return {
    name,
    write(seconds) {
      // One after the other, and one that failed is not in the way of the next.
      const done = last.then(() => putBoth(seconds))
      last = done.catch((error) => {
        if (!isTold)
          say(cannotWrite(error).message)
        isTold = true
      })
      return done
    },
  }
}

/**
 * The runs that were written down, the oldest first.
 *
 * @param root folder of the deck
 * @param of only those of a rehearsal of this name
 * @throws {UserError} for a file that cannot be read
 */
export async function readRuns(root: string, of?: string): Promise<Spoken[]> {
  const folder = join(root, REHEARSALS)
  const names = existsSync(folder) ? (await readdir(folder)).filter(name => name.endsWith('.csv')).map(name => name.slice(0, -'.csv'.length)) : []
  const stamped = names.map(name => ({ name, when: /^(.+?)-(\d{4}-\d{2}-\d{2}-\d{4}.*)$/.exec(name) }))
    .filter(({ when }) => when && (of === undefined || when[1] === of))
    .sort((a, b) => a.when![2]!.localeCompare(b.when![2]!))
  return await Promise.all(stamped.map(async ({ name }) => readCsv(name, await readFile(join(folder, `${name}.csv`), 'utf8'), `${REHEARSALS}/${name}.csv`)))
}
