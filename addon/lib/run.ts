import process from 'node:process'

/** Exit code of a command that was called the wrong way. */
export const USAGE = 2

/** A mistake that its maker can mend: told in one message, without a stack trace. */
export class UserError extends Error {
  readonly exitCode: number

  constructor(message: string, exitCode = 1) {
    super(message)
    this.name = 'UserError'
    this.exitCode = exitCode
  }
}

/**
 * A call that nobody understands, always told in the same form.
 *
 * @param command as it is called: `lectern build`
 * @param flag with what was said of it: `--port "x"`
 * @param problem without a full stop
 * @param mend one imperative sentence
 */
export function usageError(command: string, flag: string, problem: string, mend: string): UserError {
  return new UserError(`${command}: ${flag}: ${problem}. Mend: ${mend}`, USAGE)
}

/** How shells number a process that a signal ended: 128 and the signal's number. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const
/** One Ctrl-C may arrive twice, from the terminal and again from npm; what comes later than this, in ms, is a second one. */
const SAME_PRESS = 1000
/** How often to look whether npm still runs, in ms. */
const ORPHAN_CHECK = 250

/**
 * Runs a command to its end and exits: 0 when it returns, the code of a `UserError`, 1 for anything else.
 *
 * @param main gets a signal that aborts on Ctrl-C and on SIGTERM. If it throws after that, the exit code tells the signal;
 * if it returns, the command was meant to be stopped that way and the exit code is 0. A second Ctrl-C ends it at once.
 */
export async function run(main: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const stop = new AbortController()
  let interrupted: { code: number, at: number } | undefined
  function interrupt(code: number): void {
    interrupted ??= { code, at: performance.now() }
    stop.abort()
  }
  for (const [name, code] of Object.entries(SIGNALS)) {
    process.on(name, () => {
      if (name === 'SIGINT' && interrupted && performance.now() - interrupted.at > SAME_PRESS)
        process.exit(code)
      interrupt(code)
    })
  }
  watchNpm(() => interrupt(SIGNALS.SIGTERM))
  process.exit(await main(stop.signal).then(() => 0, (error: unknown) => {
    if (interrupted)
      return interrupted.code
    const told = asMissing(error) ?? error
    // An error that nobody foresaw keeps its stack: it is for whoever mends the script.
    console.error(told instanceof UserError
      ? told.message
      : told)
    return told instanceof UserError
      ? told.exitCode
      : 1
  }))
}

/** Where a package is not there, such as after `npm ci --omit=dev`, its lack as a mistake that can be mended. Commands load what they need when they are called. */
function asMissing(error: unknown): UserError | undefined {
  const name = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND' && /^Cannot find package '([^'/]+(?:\/[^'/]+)?)'/.exec(error.message)?.[1]
  return name ? missingPackage(name) : undefined
}

/** Tells of a package that a command needs and that is not installed. */
export function missingPackage(name: string): UserError {
  return new UserError(`package.json: ${name}: the command needs it, and it is not installed. Mend: Run npm install without --omit=dev; if the deck does not name it, npm install --save-dev ${name}.`)
}

/**
 * Calls back when the npm that started this process is gone. npm passes SIGTERM on to the shell between the two, and
 * many shells die of it without telling anybody: a server would go on alone and keep its port.
 */
function watchNpm(gone: () => void): void {
  const parent = process.ppid
  if (process.env.npm_lifecycle_event !== undefined)
    setInterval(() => process.ppid !== parent && gone(), ORPHAN_CHECK).unref()
}

/** Resolves once the signal is aborted. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted)
      resolve()
    else
      signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
