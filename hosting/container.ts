import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { ROOT } from '../addon/lib/paths.ts'
import { UserError } from '../addon/lib/run.ts'
import { freePort } from '../addon/lib/serve/serve.ts'

/** What is run, and how. */
export interface ContainerOptions {
  /** Name of the image. */
  image: string
  /** Switches of `podman run`: what the container may not do, and an end to what it may take. */
  switches: readonly string[]
  /** Address of a slide that must be served, from the base on. */
  page: string
}

/** What the server is made of, beside Node.js. */
const SERVER = ['hosting/server.ts', 'addon/lib/serve/serve.ts', 'addon/lib/serve/site.ts', 'addon/lib/serve/pack.ts', 'addon/lib/site/headers.ts', 'addon/lib/run.ts', 'package.json']
const TRIES = 40

/** The engine that answers; Podman first, which needs no root. */
function findEngine(): string | undefined {
  return ['podman', 'docker'].find(name => spawnSync(name, ['info'], { stdio: 'ignore' }).status === 0)
}

/** Gathers what goes into the image. */
async function stage(folder: string, dist: string): Promise<void> {
  for (const path of SERVER)
    await cp(join(ROOT, path), join(folder, 'deck', path), { recursive: true })
  await cp(dist, join(folder, 'deck/dist'), { recursive: true })
  await mkdir(join(folder, 'bin'))
  await cp(process.execPath, join(folder, 'bin/node'), { dereference: true })
  // `libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x…)`, and the loader by its own path.
  const libraries = [...execFileSync('ldd', [process.execPath], { encoding: 'utf8' }).matchAll(/(\/\S+) \(0x/g)].map(([, path]) => path!)
  for (const library of libraries) {
    await mkdir(dirname(join(folder, library)), { recursive: true })
    await cp(library, join(folder, library), { dereference: true })
  }
}

/** What the kernel says of the process in the container. */
function rightsOf(pid: string): [string, boolean][] {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return [
    ['is not root', /^Uid:\s+(?!0\s)/m.test(status)],
    ['can have no capability', /^CapBnd:\s+0+$/m.test(status)],
    ['cannot gain rights', /^NoNewPrivs:\s+1$/m.test(status)],
    ['has a seccomp filter', /^Seccomp:\s+2$/m.test(status)],
    ['has a root file system that nobody can write', /^\S+ \/ \S+ ro[, ]/m.test(readFileSync(`/proc/${pid}/mounts`, 'utf8'))],
    // Root may run containers in the host's user namespace.
    ...process.getuid?.() === 0 ? [] : [['is in a user namespace of its own', !/^\s*0\s+0\s+4294967295$/m.test(readFileSync(`/proc/${pid}/uid_map`, 'utf8'))] as [string, boolean]],
  ]
}

async function answers(url: string): Promise<boolean> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    if (await fetch(url).then(({ ok }) => ok, () => false))
      return true
    await sleep(250)
  }
  return false
}

/**
 * Builds the image of hosting/Containerfile around a built site, runs it with no rights at all, and looks whether it serves.
 *
 * @param dist the built site, for `/`
 * @param options what is run
 * @param options.image its name
 * @param options.switches what it may not do
 * @param options.page a slide that it must serve
 * @param say told what is done
 * @returns why nothing was proved, on a machine that runs no containers
 * @throws {UserError} if the container does not serve, or has rights that it should not have
 */
export async function proveContainer(dist: string, { image, switches, page: path }: ContainerOptions, say: (line: string) => void): Promise<string | undefined> {
  const engine = process.platform === 'linux' ? findEngine() : undefined
  if (!engine)
    return 'neither Podman nor Docker runs on this machine, or it is no Linux; nothing was built'
  const folder = await mkdtemp(join(tmpdir(), 'deck-image-'))
  let container = ''
  try {
    await stage(folder, dist)
    // Podman's own image format has no health check.
    const format = engine === 'podman' ? ['--format=docker'] : []
    execFileSync(engine, ['build', '--quiet', ...format, '--file', join(ROOT, 'hosting/Containerfile'), '--tag', image, folder], { stdio: ['ignore', 'ignore', 'inherit'] })
    const port = await freePort(8080)
    // More for this machine's engine, where it needs that: DECK_CONTAINER="--runtime runc"
    const more = process.env.DECK_CONTAINER?.split(' ') ?? []
    const line = ['run', '--rm', ...switches, `--publish=127.0.0.1:${port}:8080`, ...more, image]
    say(`${engine} ${line.join(' ')}`)
    const started = spawnSync(engine, [...line.slice(0, 1), '--detach', ...line.slice(1)], { encoding: 'utf8' })
    if (started.status !== 0)
      return `the image is built, but this machine lets no container run: ${started.stderr.trim()}`
    container = started.stdout.trim()
    const url = `http://127.0.0.1:${port}/`
    if (!await answers(url))
      throw new UserError(`The container does not serve:\n${spawnSync(engine, ['logs', container], { encoding: 'utf8' }).stderr}`)
    const page = await fetch(`${url}${path}`)
    if (!(await page.text()).includes('first-paint') || !page.headers.get('content-security-policy'))
      throw new UserError('The container serves something else than the deck.')
    if (engine === 'podman' && spawnSync(engine, ['healthcheck', 'run', container]).status !== 0)
      throw new UserError('The container serves, but its health check fails.')
    const found = rightsOf(execFileSync(engine, ['inspect', '--format', '{{.State.Pid}}', container], { encoding: 'utf8' }).trim())
    for (const [what, holds] of found)
      say(`${holds ? 'yes' : 'NO '}  ${what}`)
    if (found.some(([, holds]) => !holds))
      throw new UserError('The container has rights that it should not have.')
    return undefined
  }
  finally {
    if (container)
      spawnSync(engine, ['rm', '--force', container], { stdio: 'ignore' })
    await rm(folder, { recursive: true, force: true })
  }
}
