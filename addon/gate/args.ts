import type { Scheme } from '../config.ts'
import type { TalkArgs } from '../lib/args.ts'
import type { PageSlide } from '../lib/deck/pages.ts'
import type { Viewport } from './settings.ts'
import { parseArgs } from 'node:util'
import { misunderstood, TALK_NAMES, talkOf } from '../lib/args.ts'
import { nearest } from '../lib/deck/faults.ts'
import { usageError } from '../lib/run.ts'
import { parseScheme, parseViewport } from './settings.ts'

/** What `lectern gate` is told. */
export interface GateArgs extends TalkArgs {
  /** A folder that holds the built deck, instead of a build of this moment. */
  dist?: string
  /** Where the deck is served, instead of a build of this moment; ends with a slash. */
  url?: string
  /** Instead of those of the deck. */
  schemes?: Scheme[]
  /** Instead of those of the deck. */
  viewports?: Viewport[]
  /** Which slides: `3-7,cover`. */
  slides?: string
  baseline?: string
  /** Write what is found into the baseline, instead of telling it. */
  writeBaseline: boolean
}

/** Where the baseline is written if nobody says. */
export const BASELINE = 'gate-baseline.json'
const COMMAND = 'lectern gate'
const FLAGS = ['--dist', '--url', '--scheme', '--viewport', '--slides', '--baseline', '--write-baseline', ...TALK_NAMES.map(name => `--${name}`)]
const RE_RANGE = /^(\d+)(?:-(\d+))?$/

/** @throws {UserError} with exit code 2 for a call that cannot be understood */
export function parseGateArgs(args: readonly string[]): GateArgs {
  const { scheme, viewport, 'write-baseline': writeBaseline = false, ...given } = read(args)
  const schemes = scheme?.flatMap(list => list.split(',')).map(name => parseScheme(name, `${COMMAND}: --scheme`))
  const viewports = viewport?.flatMap(list => list.split(',')).map(size => parseViewport(size, `${COMMAND}: --viewport`))
  for (const [name, value] of Object.entries(given)) {
    if (value === '')
      throw usageError(COMMAND, `--${name} ""`, 'it says nothing', 'Give it a value, or leave it out.')
  }
  if (given.dist && given.url)
    throw usageError(COMMAND, '--dist, --url', 'both say where the deck is', 'Give one of them.')
  if (given.event !== undefined && (given.dist || given.url))
    throw usageError(COMMAND, '--event', 'what is built already has its event', 'Leave out --event, or --dist and --url.')
  if (writeBaseline && (schemes || viewports || given.slides))
    throw usageError(COMMAND, '--write-baseline', 'it keeps all that is known, so it looks at everything', 'Leave out --scheme, --viewport and --slides.')
  return { ...given, ...talkOf(COMMAND, given), url: given.url && addressOf(given.url), schemes, viewports, writeBaseline }
}

/** The address of a deck, which ends with a slash. */
function addressOf(text: string): string {
  const url = URL.parse(text)
  if (!url || !/^https?:$/.test(url.protocol))
    throw usageError(COMMAND, `--url "${text}"`, 'it is no address', 'Write it in full, as in --url http://localhost:3030/.')
  return `${url.origin}${url.pathname.replace(/\/?$/, '/')}`
}

function read(args: readonly string[]) {
  const text = { type: 'string' } as const
  const texts = { type: 'string', multiple: true } as const
  try {
    return parseArgs({ args, options: { 'dist': text, 'url': text, 'scheme': texts, 'viewport': texts, 'slides': text, 'baseline': text, 'event': text, 'cut': text, 'audience': text, 'write-baseline': { type: 'boolean' } } }).values
  }
  catch (error) {
    throw misunderstood(COMMAND, error as Error, FLAGS)
  }
}

/**
 * The numbers of the slides that a list such as `3-7,12,cover` names, in order.
 *
 * @throws {UserError} with exit code 2 if it names one that the deck has not
 */
export function parseSlides(list: string, deck: readonly Pick<PageSlide, 'frontmatter'>[]): number[] {
  const aliases = deck.map(({ frontmatter }) => String(frontmatter.routeAlias ?? ''))
  const numbers = list.split(',').map(part => part.trim()).flatMap((part) => {
    const [first, last] = RE_RANGE.exec(part)?.slice(1) ?? []
    const from = first === undefined ? (part ? aliases.indexOf(part) + 1 : 0) : Number(first)
    const to = Number(last ?? from)
    if (from < 1 || to > deck.length || from > to) {
      const near = first === undefined && nearest(part, aliases.filter(Boolean))
      throw usageError(COMMAND, `--slides "${part}"`, `it is no slide of this deck, which has ${deck.length}`, `Write ${near ? `${near}, ` : ''}a number or a range, as in --slides 1-${deck.length}.`)
    }
    return Array.from({ length: to - from + 1 }, (_, index) => from + index)
  })
  return [...new Set(numbers)].sort((a, b) => a - b)
}
