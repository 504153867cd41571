/** `npm run record`: what a process and its host see without and with each namespace, recorded on this machine's kernel into data/. */
import type { Recording } from '../data/recording.ts'
import { spawnSync } from 'node:child_process'
import { accessSync, chmodSync, constants, readlinkSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import process from 'node:process'
import { parseNoArgs } from '../addon/lib/args.ts'
import { ROOT } from '../addon/lib/paths.ts'
import { run, UserError } from '../addon/lib/run.ts'
import { recordingFile } from './record/neutral.ts'
import { STAGE_FLAGS, STAGE_LINKS } from './record/plan.ts'
import { COMMANDS, refusal } from './record/requirements.ts'

const TARGET = 'data/namespaces-recording.ts'
const USER_NAMESPACE = ['--reuid=100000', '--regid=100000', '--clear-groups', 'unshare', '--user', '--map-root-user', 'id']

function isThere(command: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK)
      return true
    }
    catch {
      return false
    }
  })
}

await run(async () => {
  parseNoArgs(process.argv.slice(2), 'npm run record')
  const missing = (Object.keys(COMMANDS) as (keyof typeof COMMANDS)[]).filter(command => !isThere(command))
  const refused = refusal({
    platform: process.platform,
    isRoot: process.geteuid?.() === 0,
    missing,
    hasUserNamespaces: spawnSync('setpriv', USER_NAMESPACE).status === 0,
  })
  if (refused)
    throw new UserError(refused)
  const folder = await mkdtemp(join(tmpdir(), 'record-'))
  try {
    // The program inside is an ordinary user's, who must find it.
    chmodSync(folder, 0o755)
    const links = Object.fromEntries(STAGE_LINKS.map(name => [name, readlinkSync(`/proc/self/ns/${name}`)]))
    const { status, stdout, stderr } = spawnSync('unshare', [...STAGE_FLAGS, process.execPath, join(ROOT, 'scripts/record/stage.ts')], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C', RECORD_STAGE: JSON.stringify({ folder, links }) },
    })
    if (status !== 0)
      throw new UserError(`Nothing was recorded: the kernel or a container around this machine does not allow it.\n${stderr.trim()}`)
    const recording = JSON.parse(stdout) as Recording
    await writeFile(join(ROOT, TARGET), recordingFile(recording))
    console.log(`${TARGET}: recorded on Linux ${recording.kernel}, ${recording.date}`)
  }
  finally {
    await rm(folder, { recursive: true, force: true })
  }
})
