import type { Spoken, SpokenSlide } from './report.ts'
import { UserError } from '../run.ts'

const COLUMNS = ['slide', 'alias', 'title', 'part', 'planned minutes', 'spoken minutes'] as const
/** A field and what ends it; quotes within quotes are doubled. */
const RE_FIELD = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy

function field(value: string | number): string {
  const text = typeof value === 'number' ? String(Number(value.toFixed(3))) : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A run as a table for programs. */
export function csvOf({ slides }: Spoken): string {
  const rows = slides.map(({ no, alias, title, part, planned, spoken }) => [no, alias, title, part, planned, spoken])
  return [COLUMNS, ...rows].map(row => `${row.map(field).join(',')}\n`).join('')
}

function rowsOf(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, bare, end] of text.matchAll(RE_FIELD)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? bare!)
    if (end === '')
      break
    if (end !== ',')
      rows.push([])
  }
  return rows.filter(row => row.length > 1 || row[0])
}

function slideOf(row: readonly string[]): SpokenSlide | undefined {
  const [no, planned, spoken] = [row[0], row[4], row[5]].map(text => text?.trim() ? Number(text) : Number.NaN)
  return row.length === COLUMNS.length && [no, planned, spoken].every(number => Number.isFinite(number) && number! >= 0)
    ? { no: no!, alias: row[1]!, title: row[2]!, part: row[3]!, planned: planned!, spoken: spoken! }
    : undefined
}

/**
 * Reads what `csvOf` wrote, though a spreadsheet may have saved it since.
 *
 * @param run its name
 * @param text the file
 * @param file as a message names it
 * @throws {UserError} for a row that is none
 */
export function readCsv(run: string, text: string, file: string): Spoken {
  const [head, ...rows] = rowsOf(text.replace(/^\uFEFF/, ''))
  if (head?.join() !== COLUMNS.join())
    throw new UserError(`${file}: line 1: its columns are not ${COLUMNS.join(', ')}. Mend: Save it with commas between them, or remove it.`)
  return {
    run,
    slides: rows.map((row, index) => {
      const slide = slideOf(row)
      if (!slide)
        throw new UserError(`${file}: row ${index + 2}: it has no number, title and minutes of a slide. Mend: Correct it, or remove the file.`)
      return slide
    }),
  }
}
