import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { expect, test } from '@playwright/test'
import { copyDeck, copyProject, edit } from '../../lib/copy.ts'

/** What this test has started and must not leave behind. */
const running = new Set<ChildProcess>()

function run(folder: string, ...args: string[]) {
  const child = spawn(process.execPath, args, { cwd: folder })
  running.add(child)
  child.on('close', () => running.delete(child))
  const state = { child, output: '' }
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: string) => state.output += chunk)
  return state
}

async function ended(child: ChildProcess): Promise<number | null> {
  // `close`, not `exit`: by then everything it said has arrived.
  if (child.exitCode === null)
    await once(child, 'close')
  return child.exitCode
}

let folder: string
let other: string | undefined
test.beforeEach(() => void (folder = copyProject()))
test.afterEach(() => {
  // A test that failed half-way must not leave its servers behind.
  for (const child of running)
    child.kill('SIGKILL')
  running.clear()
  for (const copy of [folder, other].filter(copy => copy !== undefined))
    rmSync(copy, { recursive: true, force: true })
})

test('start serves the talk, moves to the next port if its own is taken, and ends with Ctrl-C', async ({ browser }) => {
  const first = run(folder, 'addon/bin/lectern.ts', 'start', '--port', '4610')
  await expect.poll(() => first.output).toContain('Presenter view')
  // Another talk on the same machine.
  other = copyDeck('pacing')
  const second = run(other, 'addon/bin/lectern.ts', 'start', '--port', '4610')
  await expect.poll(() => second.output).toContain('Presenter view')
  const [, own] = first.output.match(/http:\/\/localhost:(\d+)\//)!
  const [, next] = second.output.match(/Port 4610 is taken, using (\d+)\./)!
  expect(Number(next)).toBeGreaterThan(4610)

  for (const [port, alias] of [[own, 'os-level'], [next, 'moka']]) {
    for (const path of ['', '3', alias, 'presenter/1']) {
      const answer = await fetch(`http://localhost:${port}/${path}`)
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')])
    }
    expect((await fetch(`http://127.0.0.1:${port}/assets/no-such-file.js`)).status).toBe(404)
  }
  // No white page in a dark room while the scripts are on their way.
  const page = await browser.newPage({ colorScheme: 'dark' })
  await page.route(({ pathname }) => pathname.endsWith('.js'), route => route.abort())
  await page.goto(`http://localhost:${own}/`)
  await expect(page.locator('html')).toHaveClass('dark')
  await page.close()

  for (const { child } of [first, second]) {
    child.kill('SIGINT')
    expect(await ended(child)).toBe(0)
  }
  expect(first.output).not.toContain('Error')
})

const BAD: { name: string, args: string[], plant?: () => void, code: number, says: RegExp }[] = [
  { name: 'an unknown flag', args: ['addon/bin/lectern.ts', 'build', '--bse', '/x/'], code: 2, says: /--bse/ },
  { name: 'a base without slashes', args: ['addon/bin/lectern.ts', 'build', '--base', 'talks'], code: 2, says: /--base.*\// },
  { name: 'a port that is none', args: ['addon/bin/lectern.ts', 'start', '--port', '99999'], code: 2, says: /--port/ },
  {
    name: 'a source that does not exist',
    args: ['addon/bin/lectern.ts', 'build'],
    plant: () => edit(folder, 'data/claims.ts', '\'docker-security\'', '\'docker-securty\''),
    code: 1,
    says: /data\/claims\.ts: containers-are-os-level: .*docker-securty.*Mend: .*docker-security/,
  },
  {
    name: 'a missing cell',
    args: ['addon/bin/lectern.ts', 'build'],
    plant: () => edit(folder, 'data/comparison.ts', 'criterion: \'density\'', 'criterion: \'storage\''),
    code: 1,
    says: /data\/comparison\.ts: .*density/,
  },
  {
    name: 'a page that does not exist',
    args: ['addon/bin/lectern.ts', 'start'],
    plant: () => edit(folder, 'slides.md', './pages/05-matrix.md', './pages/05-matrx.md'),
    code: 1,
    says: /slides\.md.*05-matrx\.md/,
  },
  {
    name: 'a citation of an unknown source',
    args: ['addon/bin/lectern.ts', 'dev'],
    plant: () => edit(folder, 'pages/01-opening.md', '# We checked the post', '# We checked <Cite id="seed-2017" /> the post'),
    code: 1,
    says: /pages\/01-opening\.md: .*seed-2017/,
  },
  {
    name: 'a component that does not compile',
    args: ['addon/bin/lectern.ts', 'build'],
    plant: () => edit(folder, 'components/verdicts/Claim.vue', '</template>', '</div></template>'),
    code: 1,
    says: /Claim\.vue/,
  },
]

for (const { name, args, plant, code, says } of BAD) {
  test(`${name}: one message, exit code ${code}, nothing half written`, async () => {
    plant?.()
    const before = readdirSync(folder)
    const command = run(folder, ...args)
    expect(await ended(command.child), command.output).toBe(code)
    expect(command.output).toMatch(says)
    expect(command.output).not.toMatch(/^\s+at .*node:internal/m)
    expect(existsSync(join(folder, 'dist'))).toBe(false)
    expect(readdirSync(folder)).toEqual(before)
  })
}
