/**
 * `npm test`: every check there is, then where the time went, the slowest tests and the totals of both test runners. `npm run test:quick`: in place of the browser
 * and PDF tests the gate, over the slides that changed since the last commit, and nothing waits for anything else.
 */
import type { Took } from '../tests/lib/times.ts'
import { spawn, spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { readSlides } from '../addon/lib/deck/read-deck.ts'
import { ROOT } from '../addon/lib/paths.ts'
import { placed, TIMES } from '../tests/lib/times.ts'
import { changedSlides, parseDiff } from './changed-slides.ts'

interface Totals { passed: number, failed: number, skipped: number }
interface Stage { name: string, command: readonly [string, ...string[]] }

/** Of the first column of the table. */
const WIDTH = 30
/** How many of the slowest tests are named. */
const SLOWEST = 10

const isQuick = process.argv.includes('--quick')
const folder = mkdtempSync(join(tmpdir(), 'deck-test-'))
const unit = join(folder, 'unit.json')
const browser = join(folder, 'browser.json')
const took = join(folder, 'took.json')

const FACTS: Stage = { name: 'facts and pages', command: ['node', 'addon/bin/lectern.ts', 'check'] }
const TYPES: Stage = { name: 'types', command: ['vue-tsc', '--noEmit'] }
const LINT: Stage = { name: 'lint', command: ['eslint', '--cache', '--cache-location', 'node_modules/.cache/eslint/', '.'] }
const UNIT: Stage = { name: 'unit tests', command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unit}`] }
const BROWSER: Stage = { name: 'browser and PDF tests', command: ['playwright', 'test', '--reporter=list,json,./tests/lib/times.ts'] }

/** What changes how every slide looks: only the whole walk tells. */
const RE_EVERYWHERE = /^(?:addon|data|layouts|styles|composables)\/|^(?:deck\.config\.ts|global-bottom\.vue|slide-\w+\.vue|package-lock\.json)$/

/** The walk of the slides that changed; none if none did. */
async function walkOfChanged(): Promise<Stage[]> {
  const git = (...args: string[]) => spawnSync('git', args, { cwd: ROOT, encoding: 'utf8' }).stdout
  const changes = parseDiff(git('diff', '--unified=0', 'HEAD'))
  for (const path of git('ls-files', '--others', '--exclude-standard').split('\n').filter(Boolean))
    changes.set(path, readFileSync(join(ROOT, path), 'utf8').split('\n').map((_, index) => index + 1))
  const everywhere = [...changes.keys()].filter(path => RE_EVERYWHERE.test(path))
  if (everywhere.length)
    console.log(`Other slides may look otherwise too, after a change of ${everywhere.slice(0, 3).join(', ')}${everywhere.length > 3 ? ' …' : ''}: npm run gate looks at all.`)
  const components = new Map(globSync('components/**/*.vue', { cwd: ROOT }).map(path => [path, readFileSync(join(ROOT, path), 'utf8')]))
  const numbers = changedSlides((await readSlides(ROOT)).slides, changes, components)
  if (!numbers.length)
    console.log('No slide changed since the last commit, so none is looked at.')
  return numbers.length ? [{ name: `gate, slides ${numbers.join(', ')}`, command: ['node', 'addon/bin/lectern.ts', 'gate', '--viewport', '1920x1080', '--slides', numbers.join(',')] }] : []
}

/** What a report of a finished run says; a runner that left none has failed. */
function read<T>(file: string, look: (report: any) => T, otherwise: T): T {
  try {
    return look(JSON.parse(readFileSync(file, 'utf8')))
  }
  catch {
    return otherwise
  }
}

/** How many files failed before any of their tests did: the runner counts a file as failed with each of its tests, too. */
function brokenFiles({ testResults }: { testResults: { status: string, assertionResults: { status: string }[] }[] }): number {
  return testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.every(test => test.status !== 'failed')).length
}

/** A line of the table. */
function line(name: string, ms: number): string {
  return `${name.padEnd(WIDTH)}${(ms / 1000).toFixed(1).padStart(7)} s`
}

const times: string[] = []
const failed: string[] = []

async function runStage({ name, command: [program, ...args] }: Stage): Promise<void> {
  console.log(`\n== ${name}`)
  const start = performance.now()
  const code = await new Promise<number | null>(resolve => spawn(program, args, {
    stdio: 'inherit',
    // npm has put node_modules/.bin first; on Windows its programs are .cmd files, which need a shell.
    shell: process.platform === 'win32',
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: browser, [TIMES]: took },
  }).on('close', resolve).on('error', () => {
    console.error(`${program} is not installed. Mend: npm ci, without --omit=dev`)
    resolve(1)
  }))
  times.push(line(name, performance.now() - start))
  if (code !== 0)
    failed.push(name)
}

/** One after the other. */
async function inTurn(stages: readonly Stage[]): Promise<void> {
  for (const stage of stages)
    await runStage(stage)
}

const begin = performance.now()
// Each of these is at work on one core alone for most of its time.
await Promise.all([inTurn([FACTS, UNIT]), inTurn([...isQuick ? await walkOfChanged() : [], TYPES, LINT])])
if (!isQuick)
  await inTurn([BROWSER])

const LOST: Totals = { passed: 0, failed: 1, skipped: 0 }
const totals = [
  read(unit, report => ({ passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles(report), skipped: report.numPendingTests }), LOST),
  ...isQuick ? [] : [read(browser, report => ({ passed: report.stats.expected, failed: report.stats.unexpected + report.stats.flaky, skipped: report.stats.skipped }), LOST)],
]
const slowest = [
  ...read<Took[]>(unit, report => report.testResults.flatMap(({ name, assertionResults }: any) => assertionResults.map(({ fullName, duration }: any) => ({ what: placed(name, fullName), took: duration ?? 0 }))), []),
  ...read<Took[]>(took, report => report, []),
].sort((a, b) => b.took - a.took).slice(0, SLOWEST)
const sum = (key: keyof Totals) => totals.reduce((total, part) => total + part[key], 0)
rmSync(folder, { recursive: true, force: true })

console.log(`\n== where the time went\n${times.join('\n')}\n${line('all', performance.now() - begin)}`)
console.log(`\n== what took longest\n${slowest.map(({ what, took }) => `${(took / 1000).toFixed(1).padStart(7)} s  ${what}`).join('\n')}`)
if (failed.length)
  console.log(`\nFailed: ${failed.join(', ')}`)
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`)
process.exitCode = failed.length ? 1 : 0
