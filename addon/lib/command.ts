/** One command of `lectern`. */
export interface Command {
  /** What it does, in a line. */
  summary: string
  /** Its flags with what they mean, and what is taken without them. */
  flags: readonly (readonly [flag: string, meaning: string])[]
  /** What else `--help` tells. */
  more?: readonly string[]
  /**
   * @param args what stands after its name
   * @param signal ends it
   */
  run: (args: readonly string[], signal: AbortSignal) => Promise<void>
}

const RE_HELP = /^(?:--help|-h)$/

/** Is help asked for, instead of the command itself? */
export function isHelp(args: readonly string[]): boolean {
  return args.some(arg => RE_HELP.test(arg))
}

/** What `lectern NAME --help` says. */
export function helpOf(name: string, { summary, flags, more = [] }: Pick<Command, 'summary' | 'flags' | 'more'>): string {
  const width = Math.max(0, ...flags.map(([flag]) => flag.length))
  const lines = flags.map(([flag, meaning]) => `  ${flag.padEnd(width)}  ${meaning}`)
  return [`lectern ${name}: ${summary}`, ...lines.length ? ['', ...lines] : [], ...more.length ? ['', ...more] : []].join('\n')
}
