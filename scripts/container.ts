/**
 * `npm run container`: builds the site and its image, runs it with the switches of the README, and shows that it serves, that it has no
 * rights, and that it cannot write. Says so and ends well where the machine has no container engine.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { ROOT } from './lib/paths.ts'
import { run, UserError } from './lib/run.ts'
import { buildSite } from './lib/slidev.ts'

const IMAGE = 'localhost/why-containers'
const PORT = 8080
/** What the README tells people to type, without name and image. */
export const SWITCHES = ['--read-only', '--cap-drop', 'all', '--security-opt', 'no-new-privileges', '--user', '65532:65532', '--pids-limit', '64', '--memory', '128m']
const SERVER = 'docker.io/library/caddy:2-alpine'
/** A server that this machine may have itself, for want of a registry. */
const OWN_SERVER = '/usr/bin/caddy'
const OWN_SHELL = '/bin/busybox'

/** What the engine did: `output` is its answer, or its complaint. */
function engine(...args: string[]): { ok: boolean, output: string } {
  const { status, stdout, stderr } = spawnSync('podman', args, { encoding: 'utf8' })
  return { ok: status === 0, output: (status === 0 ? stdout : stderr ?? '').trim() }
}

function must(what: string, { ok, output }: { ok: boolean, output: string }): string {
  if (!ok)
    throw new UserError(`${output}\n\n${what} failed; what the engine said stands above.`)
  return output
}

/** The image with the server: pulled, or put together from this machine's own Caddy where no registry answers. */
function serverImage(folder: string): string {
  if (engine('image', 'exists', SERVER).ok || engine('pull', '--quiet', SERVER).ok)
    return SERVER
  if (!existsSync(OWN_SERVER) || !existsSync(OWN_SHELL))
    throw new UserError(`${SERVER} cannot be pulled, and this machine has no ${OWN_SERVER} with ${OWN_SHELL} to take its place.`)
  const root = join(folder, 'root')
  const libraries = execFileSync('ldd', [OWN_SERVER], { encoding: 'utf8' }).match(/\/\S+(?= \()/g) ?? []
  for (const file of [OWN_SERVER, OWN_SHELL, ...libraries]) {
    mkdirSync(join(root, dirname(file)), { recursive: true })
    copyFileSync(file, join(root, file))
  }
  symlinkSync(OWN_SHELL, join(root, 'usr/bin/wget'))
  writeFileSync(join(folder, 'Containerfile'), 'FROM scratch\nCOPY root /\n')
  must('The stand-in for the server image', engine('build', '--quiet', '--tag', 'localhost/caddy-of-this-machine', folder))
  return 'localhost/caddy-of-this-machine'
}

async function answers(path: string): Promise<number> {
  return fetch(`http://127.0.0.1:${PORT}${path}`).then(({ status }) => status, () => 0)
}

await run(async (signal) => {
  if (!engine('--version').ok) {
    console.log('SKIPPED: this machine has no podman, so nothing was built or shown.')
    return
  }
  const folder = mkdtempSync(join(tmpdir(), 'deck-container-'))
  const name = `why-containers-${process.pid}`
  try {
    const server = serverImage(folder)
    for (const part of ['Containerfile', '.containerignore', 'hosting'])
      cpSync(join(ROOT, part), join(folder, 'context', part), { recursive: true })
    mkdirSync(join(folder, 'context/dist'))
    await buildSite(join(folder, 'context/dist'), { root: ROOT, base: '/', signal })
    must('The image', engine('build', '--quiet', '--format', 'docker', '--tag', IMAGE, '--build-arg', `SERVER=${server}`, join(folder, 'context')))
    console.log(`image     ${IMAGE}, server from ${server}`)

    // More of the host's own settings where it asks for them: DECK_PODMAN="--runtime runc"
    const more = process.env.DECK_PODMAN?.split(' ') ?? []
    must('The container', engine('run', '--detach', '--name', name, '--network', 'host', ...SWITCHES, ...more, IMAGE))
    for (let tries = 0; tries < 50 && await answers('/') !== 200; tries++)
      await sleep(100)
    const found: [string, boolean][] = [
      ['serves the cover', await answers('/') === 200],
      ['serves a slide by its address', await answers('/12') === 200],
      ['says 404 to a file that is missing', await answers('/assets/no-such-file.js') === 404],
      ['is healthy', engine('healthcheck', 'run', name).ok],
    ]
    const proc = `/proc/${engine('inspect', '--format', '{{.State.Pid}}', name).output}`
    const status = readFileSync(`${proc}/status`, 'utf8')
    found.push(
      ['is not root', /^Uid:\s+65532/m.test(status)],
      ['can have no capability', /^CapBnd:\s+0+$/m.test(status)],
      ['cannot gain rights', /^NoNewPrivs:\s+1$/m.test(status)],
      ['has a seccomp filter', /^Seccomp:\s+2$/m.test(status)],
      ['has a root file system that nobody can write', /^\S+ \/ \S+ ro[, ]/m.test(readFileSync(`${proc}/mounts`, 'utf8'))],
    )
    for (const [what, yes] of found)
      console.log(`${yes ? 'yes       ' : 'NO        '}${what}`)
    if (found.some(([, yes]) => !yes))
      throw new UserError('The container is not what the README says of it.')
  }
  finally {
    engine('rm', '--force', '--time', '1', name)
    rmSync(folder, { recursive: true, force: true })
  }
})
