import type { About } from './paper.ts'
import { execFileSync } from 'node:child_process'
import process from 'node:process'
import { partsOf, titleWith } from '../../composables/eventTexts.ts'
import { loadConfig } from '../deck/config.ts'
import { readSettings } from '../deck/settings.ts'

/** Author of a PDF where the event names no speaker. */
const NO_SPEAKER = 'The authors of the deck'

/** What the furniture and the metadata say, from the headmatter, the event and git. */
export async function readAbout(root: string): Promise<About> {
  const { title, info, lang, canvas, config } = await readSettings(root)
  const { name, keywords, event } = await loadConfig(root)
  return {
    title: titleWith(title, event),
    subject: info,
    author: event.speaker?.name ?? NO_SPEAKER,
    language: lang,
    event: partsOf(event),
    version: versionOf(root),
    address: event.address ?? '',
    name,
    keywords,
    canvas,
    font: config.fonts.sans.join(', '),
    isDark: config.colorSchema === 'dark',
  }
}

/** What git calls the state of the deck; empty without git. */
export function versionOf(root: string): string {
  return git(root, 'describe', '--always', '--tags', '--dirty')
}

/** The date that files carry: SOURCE_DATE_EPOCH, else that of the commit, so that two runs from one commit are equal. */
export function releaseDate(root: string): Date {
  const seconds = Number(process.env.SOURCE_DATE_EPOCH || git(root, 'log', '-1', '--format=%ct'))
  return seconds ? new Date(seconds * 1000) : new Date()
}

/** What git says; nothing where there is no git or no repository. */
function git(root: string, ...args: string[]): string {
  try {
    return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  }
  catch {
    return ''
  }
}
