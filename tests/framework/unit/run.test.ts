// @vitest-environment node
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { ADDON } from '../../../addon/lib/paths.ts'

/** How a command ends whose work is this. */
function ended(work: string): { status: number | null, stderr: string } {
  const text = `import { run } from ${JSON.stringify(pathToFileURL(join(ADDON, 'lib/run.ts')).href)}\nawait run(async () => { ${work} })`
  return spawnSync(process.execPath, ['--input-type=module', '--eval', text], { cwd: ADDON, encoding: 'utf8' })
}

it.each(['no-such-package', '@no-such/package', '@no-such/package/deep.js'])('a package that is not installed is told with the mend: %s', (name) => {
  const { status, stderr } = ended(`await import(${JSON.stringify(name)})`)
  expect(stderr).toMatch(/^package\.json: (?:@no-such\/package|no-such-package): the command needs it, and it is not installed\. Mend: Run npm install[^\n]*\n$/)
  expect(status).toBe(1)
})

it('a file of the command itself that is not there keeps its stack', () => {
  const { status, stderr } = ended('await import("./no-such-file.ts")')
  expect(stderr).toContain('Cannot find module')
  expect(stderr).toContain('    at ')
  expect(status).toBe(1)
})
