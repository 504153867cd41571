/** `npm run container`: builds the image of hosting/Containerfile from dist/, runs it with no rights at all, and looks whether it serves. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseNoArgs } from './lib/args.ts'
import { ROOT } from './lib/paths.ts'
import { run, UserError } from './lib/run.ts'
import { freePort } from './lib/serve.ts'

const IMAGE = 'localhost/why-containers'
/** The switches that the deck recommends: no writing, no capabilities, no new ones, nobody's user, an end to what it may take. */
const RIGHTS = ['--read-only', '--cap-drop=all', '--security-opt=no-new-privileges', '--user=65532:65532', '--memory=256m', '--pids-limit=64']
/** What the server is made of, beside Node.js. */
const SERVER = ['hosting/server.ts', 'scripts/lib/serve.ts', 'scripts/lib/site.ts', 'scripts/lib/pack.ts', 'scripts/lib/headers.ts', 'scripts/lib/run.ts', 'package.json', 'dist']
const TRIES = 40

/** The engine that answers; Podman first, which needs no root. */
function findEngine(): string | undefined {
  return ['podman', 'docker'].find(name => spawnSync(name, ['info'], { stdio: 'ignore' }).status === 0)
}

/** Gathers what goes into the image. */
async function stage(folder: string): Promise<void> {
  for (const path of SERVER)
    await cp(join(ROOT, path), join(folder, 'deck', path), { recursive: true })
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
    ['is not root', /^Uid:\s+65532/m.test(status)],
    ['can have no capability', /^CapBnd:\s+0+$/m.test(status)],
    ['cannot gain rights', /^NoNewPrivs:\s+1$/m.test(status)],
    ['has a seccomp filter', /^Seccomp:\s+2$/m.test(status)],
    ['has a root file system that nobody can write', /^\S+ \/ \S+ ro[, ]/m.test(readFileSync(`/proc/${pid}/mounts`, 'utf8'))],
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

await run(async () => {
  parseNoArgs()
  if (!existsSync(join(ROOT, 'dist/index.html')))
    throw new UserError('dist/ holds no built deck. Run first: npm run build')
  const engine = process.platform === 'linux' ? findEngine() : undefined
  if (!engine) {
    console.log('SKIPPED: neither Podman nor Docker runs on this machine, or it is no Linux; nothing was built.')
    return
  }
  const folder = await mkdtemp(join(tmpdir(), 'deck-image-'))
  let container = ''
  try {
    await stage(folder)
    // Podman's own image format has no health check.
    const format = engine === 'podman' ? ['--format=docker'] : []
    execFileSync(engine, ['build', '--quiet', ...format, '--file', join(ROOT, 'hosting/Containerfile'), '--tag', IMAGE, folder], { stdio: ['ignore', 'ignore', 'inherit'] })
    const port = await freePort(8080)
    // More for this machine's engine, where it needs that: DECK_CONTAINER="--runtime runc"
    const more = process.env.DECK_CONTAINER?.split(' ') ?? []
    const line = ['run', '--rm', ...RIGHTS, `--publish=127.0.0.1:${port}:8080`, ...more, IMAGE]
    console.log(`${engine} ${line.join(' ')}`)
    const started = spawnSync(engine, [...line.slice(0, 1), '--detach', ...line.slice(1)], { encoding: 'utf8' })
    if (started.status !== 0) {
      console.log(`SKIPPED: the image is built, but this machine lets no container run: ${started.stderr.trim()}`)
      return
    }
    container = started.stdout.trim()
    const url = `http://127.0.0.1:${port}/`
    if (!await answers(url))
      throw new UserError(`The container does not serve:\n${spawnSync(engine, ['logs', container], { encoding: 'utf8' }).stderr}`)
    const page = await fetch(`${url}os-level`)
    if (!(await page.text()).includes('first-paint') || !page.headers.get('content-security-policy'))
      throw new UserError('The container serves something else than the deck.')
    if (engine === 'podman' && spawnSync(engine, ['healthcheck', 'run', container]).status !== 0)
      throw new UserError('The container serves, but its health check fails.')
    const rights = rightsOf(execFileSync(engine, ['inspect', '--format', '{{.State.Pid}}', container], { encoding: 'utf8' }).trim())
    for (const [what, holds] of rights)
      console.log(`${holds ? 'yes' : 'NO '}  ${what}`)
    if (rights.some(([, holds]) => !holds))
      throw new UserError('The container has rights that it should not have.')
    console.log('The container serves the deck, without rights and without a place to write.')
  }
  finally {
    if (container)
      spawnSync(engine, ['rm', '--force', container], { stdio: 'ignore' })
    await rm(folder, { recursive: true, force: true })
  }
})
