/**
 * What `npm run record` runs in namespaces of its own: here a process may rename the host, mount over its files and count its
 * processes, since the host is a stage. Prints the recording as JSON. It refuses to run anywhere else.
 */
import type { NamespaceRecording, Recording, Screens } from '../../data/recording.ts'
import type { Probe } from './plan.ts'
import { spawn } from 'node:child_process'
import { chmodSync, existsSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs'
import { release, uptime } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { hidePath, kernelVersion, limit, tellingHierarchy, twoInterfaces } from './neutral.ts'
import { allFlags, isStage, probes, STAGE_LINKS } from './plan.ts'
import { PROGRAM, shell, startProgram } from './program.ts'

/** An ordinary user of no name, as a first subordinate user often is. */
const USER = ['setpriv', '--reuid=100000', '--regid=100000', '--clear-groups']
const CLOCK = 'date -u +%F'

// One line for the person who calls; npm run record tells it.
process.on('uncaughtException', (error) => {
  console.error(error.message)
  process.exit(1)
})

const { folder, links = {} } = JSON.parse(process.env.RECORD_STAGE ?? '{}') as { folder?: string, links?: Record<string, string> }
const here = Object.fromEntries(STAGE_LINKS.map(name => [name, readlinkSync(`/proc/self/ns/${name}`)]))
if (!folder || !isStage({ pid: process.pid, here, machine: links }))
  throw new Error('This is no stage but the machine itself, and nothing was touched. Call "npm run record".')

const scripts = ['program', 'neighbour'].map(name => join(folder, name))
for (const script of scripts) {
  writeFileSync(script, PROGRAM)
  chmodSync(script, 0o755)
}
const [program, neighbour] = scripts as [string, string]

shell('hostname host && ipcmk -Q')
const own = readFileSync('/proc/self/cgroup', 'utf8').trim().split('\n')
const plan = probes({ hierarchy: tellingHierarchy(own), uptime: Math.floor(uptime()) })
const other = spawn(neighbour, [':', ':', 'pid'], { stdio: ['pipe', 'ignore', 'inherit'] })

/** What both sides see with some keys turned. Only a user who has a namespace of users is somebody else outside. */
async function look(probe: Probe, flags: readonly string[], act = probe.act): Promise<Screens> {
  const { inside, host } = probe.run ?? probe
  const command = [...flags.includes('--user') ? USER : [], ...flags.length ? ['unshare', ...flags] : [], program]
  const { pid, end, ...seen } = await startProgram(command, { act, look: inside, link: probe.link })
  const outside = shell(host, { PROGRAM: pid })
  const link = { inside: seen.link, host: readlinkSync(`/proc/self/ns/${probe.link}`) }
  await end()
  const neutral = { cgroup: (lines: string[]) => lines.map(hidePath), network: twoInterfaces }[probe.namespace] ?? ((lines: string[]) => lines)
  return { inside: neutral(seen.inside), host: neutral(outside), link }
}

const namespaces: NamespaceRecording[] = []
for (const probe of plan) {
  const { namespace, act, inside, host, run, partly, after } = probe
  const without = await look(probe, [])
  if (after)
    shell(after)
  const screens = await look(probe, probe.flags)
  namespaces.push({
    namespace,
    act,
    inside,
    host,
    run,
    without,
    with: screens,
    partly: partly && { missing: partly.missing, screens: await look(probe, partly.flags) },
  })
}

const all: { namespace: string, screens: Screens }[] = []
for (const probe of plan)
  all.push({ namespace: probe.namespace, screens: await look(probe, allFlags(plan)) })
const clock = await look({ namespace: '', link: 'time', flags: [], inside: CLOCK, host: CLOCK }, allFlags(plan))
other.stdin.end()

/** What a file of the process's own cgroup says: the first of version 2 and version 1 that is there. */
function ownLimit(controller: string, v2: string, v1: string): string | null {
  const path = (start: (line: string) => boolean) => own.find(start)?.split(':').slice(2).join(':')
  const file = [
    join('/sys/fs/cgroup', path(line => line.startsWith('0::')) ?? '', v2),
    join('/sys/fs/cgroup', controller, path(line => line.split(':')[1]!.split(',').includes(controller)) ?? '', v1),
  ].find(existsSync)
  return limit(file && readFileSync(file, 'utf8'))
}

console.log(JSON.stringify({
  kernel: kernelVersion(release()),
  date: new Date().toISOString().slice(0, 10),
  unshare: shell('unshare --version')[0]!.split(' ').at(-1)!,
  notes: [
    'The host of the recording is a stage: new namespaces for processes, mounts, host name and IPC, so that nothing on the machine is changed.',
    'Its network, users, cgroup and clocks are those of the machine, only read; of the interfaces two are shown, and the parts of cgroup paths are hidden.',
    'Two programs run: program, which looks round, and neighbour. With the key of users, user 100000 starts program.',
    'The clock of the time namespace was set back to its start.',
  ],
  namespaces,
  all,
  open: [{ what: 'wall-clock time', command: CLOCK, inside: clock.inside.join(' '), host: clock.host.join(' ') }],
  limits: { cgroup: existsSync('/sys/fs/cgroup/cgroup.controllers') ? 'v2' : 'v1', memory: ownLimit('memory', 'memory.max', 'memory.limit_in_bytes'), pids: ownLimit('pids', 'pids.max', 'pids.max') },
} satisfies Recording))
