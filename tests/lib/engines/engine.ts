import type { Page } from '@playwright/test'
import type { Finding } from '../../../addon/gate/inspect.ts'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'

/** How long anything may take, in ms: only against what never comes. On a machine with much other work Firefox alone takes minutes to start. */
export const PATIENCE = 5 * 60_000
/** How often to ask again, in ms. */
const AGAIN = 20

/** The window of every page, in px: that of a laptop. */
export const WINDOW = { width: 1280, height: 720 }

/** A browser that is none of Chromium's. */
export interface Engine {
  /** What it calls itself, with its version. */
  name: string
  newPage: () => Promise<EnginePage>
  close: () => Promise<void>
}

/** How an engine is looked for and started. */
export interface EngineKind {
  name: string
  /** What is missing here, and the command that installs it; nothing if all is there. */
  missing: () => string | undefined
  start: () => Promise<Engine>
  /** Whether two pages that were opened from a disk can hear each other, as the presenter view and the audience's must. */
  joinsFiles: boolean
}

/**
 * A page of any engine. It answers to as much of what Playwright's answers to as the gate uses, so that the gate's own eyes look at
 * it; Playwright itself drives none but browsers that it has built.
 */
export abstract class EnginePage {
  private patience = PATIENCE
  private address = ''
  abstract readonly keyboard: { press: (key: string) => Promise<void> }

  /** The value of an expression, which is a promise. */
  protected abstract valueOf<R>(expression: string): Promise<R>
  /** Goes to an address until its document stands. */
  abstract goto(address: string): Promise<void>
  /** A press of the pointer on the first element of a selector. */
  abstract click(selector: string): Promise<void>
  /** Puts the page before all others. */
  abstract bringToFront(): Promise<void>
  abstract screenshot(path: string): Promise<void>
  abstract close(): Promise<void>

  private async ask<R>(run: string, argument: unknown): Promise<R> {
    const { value, address, error } = await this.valueOf<{ value: R, address: string, error?: string }>(
      `Promise.resolve(${JSON.stringify(argument)}).then(${run}).then(value => ({ value, address: location.href }), error => ({ error: String(error) }))`,
    )
    if (error)
      throw new Error(error)
    this.address = address
    return value
  }

  /** @throws {Error} with what was thrown inside the page */
  evaluate<R, A>(run: (argument: A) => R | Promise<R>, argument?: A): Promise<R> {
    return this.ask(String(run), argument)
  }

  /** The address, as of the last answer of the page. */
  url(): string {
    return this.address
  }

  setDefaultTimeout(timeout: number): void {
    this.patience = timeout
  }

  waitForTimeout(time: number): Promise<void> {
    return sleep(time)
  }

  /** @throws {Error} of the name TimeoutError if it does not come true in time */
  async waitForFunction<A>(run: (argument: A) => unknown, argument?: A, { timeout = this.patience }: { timeout?: number } = {}): Promise<void> {
    const limit = performance.now() + timeout
    // While one document gives way to the next, none answers.
    while (!await this.ask(`async argument => Boolean(await (${run})(argument))`, argument).catch(() => false)) {
      if (performance.now() > limit)
        throw Object.assign(new Error(`not within ${timeout} ms: ${String(run).slice(0, 200)}`), { name: 'TimeoutError' })
      await sleep(AGAIN)
    }
  }

  /** What the page has complained about since it was last asked: see watched.ts. */
  complaints(): Promise<Finding[]> {
    return this.evaluate(() => (window as { complaints?: Finding[] }).complaints?.splice(0) ?? [{ rule: 'console', what: 'nobody listens to the page' }])
  }

  /** The same page, for the functions of the gate. */
  get asPage(): Page {
    return this as unknown as Page
  }
}

/** The first of some programs that is installed, by its path; each is a name on the PATH or a path of its own. */
export function installed(...programs: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return programs.flatMap(program => program.includes('/') || program.includes('\\') ? program : folders.map(folder => join(folder, program))).find(existsSync)
}
