import type { Reporter, TestCase, TestResult, TestStep } from '@playwright/test/reporter'
import { writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import process from 'node:process'

/** What took so long, in ms. */
export interface Took { what: string, took: number }

/** Under this name `npm test` says where the times of a run go, for its table. */
export const TIMES = 'DECK_TEST_TIMES'

/** A name of what took so long that fits on a line. */
export function placed(file: string, title: string): string {
  return `${relative(process.cwd(), file)}: ${title}`
}

/** Notes how long each test of Playwright took, and what was made for all tests of a file or of the run, which no report of its own says. */
export default class Times implements Reporter {
  private readonly took: Took[] = []
  private readonly begun = performance.now()

  onTestBegin(): void {
    if (!this.took.length)
      this.took.push({ what: 'the sites for all tests', took: performance.now() - this.begun })
  }

  onStepEnd({ location: { file } }: TestCase, _: TestResult, { title, category, duration }: TestStep): void {
    if (category === 'hook' && title === 'beforeAll hook')
      this.took.push({ what: placed(file, 'what stands before its tests'), took: duration })
  }

  onTestEnd({ location: { file }, title }: TestCase, { duration }: TestResult): void {
    this.took.push({ what: placed(file, title), took: duration })
  }

  onEnd(): void {
    if (process.env[TIMES])
      writeFileSync(process.env[TIMES], JSON.stringify(this.took))
  }

  printsToStdio(): boolean {
    return false
  }
}
