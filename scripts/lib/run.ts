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

/** How shells number a process that a signal ended: 128 and the signal's number. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const

/**
 * Runs a command to its end and exits: 0 when it returns, the code of a `UserError`, 1 for anything else.
 *
 * @param main gets a signal that aborts on Ctrl-C and on SIGTERM. If it throws after that, the exit code tells the signal;
 * if it returns, the command was meant to be stopped that way and the exit code is 0. A second Ctrl-C ends it at once.
 */
export async function run(main: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const stop = new AbortController()
  let interrupted: number | undefined
  for (const [name, code] of Object.entries(SIGNALS)) {
    process.on(name, () => {
      if (interrupted !== undefined && name === 'SIGINT')
        process.exit(code)
      interrupted = code
      stop.abort()
    })
  }
  process.exit(await main(stop.signal).then(() => 0, (error: unknown) => {
    if (interrupted !== undefined)
      return interrupted
    // An error that nobody foresaw keeps its stack: it is for whoever mends the script.
    console.error(error instanceof UserError
      ? error.message
      : error)
    return error instanceof UserError
      ? error.exitCode
      : 1
  }))
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
