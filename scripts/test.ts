/** `npm test`: every check there is, one after the other, then where the time went and the totals of both test runners. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'

interface Totals { passed: number, failed: number, skipped: number }

const folder = mkdtempSync(join(tmpdir(), 'deck-test-'))
const unit = join(folder, 'unit.json')
const browser = join(folder, 'browser.json')

const STAGES = [
  { name: 'facts and pages', command: ['node', 'addon/bin/lectern.ts', 'check'] },
  { name: 'types', command: ['vue-tsc', '--noEmit'] },
  { name: 'lint', command: ['eslint', '.'] },
  { name: 'unit tests', command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unit}`] },
  { name: 'browser and PDF tests', command: ['playwright', 'test', '--reporter=list,json'] },
] as const

/** Counts of a finished run; a runner that left no report has failed. */
function read(file: string, count: (report: any) => Totals): Totals {
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')))
  }
  catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

const times: string[] = []
const failed: string[] = []
for (const { name, command: [program, ...args] } of STAGES) {
  console.log(`\n== ${name}`)
  const start = performance.now()
  const { status } = spawnSync(program, args, {
    stdio: 'inherit',
    // npm has put node_modules/.bin first; on Windows its programs are .cmd files, which need a shell.
    shell: process.platform === 'win32',
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: browser },
  })
  times.push(`${name.padEnd(26)}${((performance.now() - start) / 1000).toFixed(1).padStart(7)} s`)
  if (status !== 0)
    failed.push(name)
}

const totals = [
  read(unit, report => ({ passed: report.numPassedTests, failed: report.numFailedTests + report.numFailedTestSuites, skipped: report.numPendingTests })),
  read(browser, report => ({ passed: report.stats.expected, failed: report.stats.unexpected + report.stats.flaky, skipped: report.stats.skipped })),
]
const sum = (key: keyof Totals) => totals.reduce((total, part) => total + part[key], 0)
rmSync(folder, { recursive: true, force: true })

console.log(`\n== where the time went\n${times.join('\n')}`)
if (failed.length)
  console.log(`\nFailed: ${failed.join(', ')}`)
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`)
process.exitCode = failed.length ? 1 : 0
