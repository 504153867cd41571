import type { ChildProcess } from 'node:child_process'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { expect, test } from '@playwright/test'
import { readSlides } from '../../../addon/lib/deck/read-deck.ts'
import { ROOT } from '../../../addon/lib/paths.ts'
import { freePort } from '../../../addon/lib/serve/serve.ts'

/** Web servers that people use, and how each is run with the settings of hosting/. */
const SERVERS: { name: string, settings: string, arguments: (file: string, folder: string) => string[], around: (text: string, folder: string, port: number) => string }[] = [
  {
    name: 'nginx',
    settings: 'hosting/nginx.conf',
    arguments: (file, folder) => ['-p', folder, '-c', file, '-e', 'stderr'],
    // Its workers give up root, and the folder of a test is root's alone.
    around: (text, folder, port) => `${process.getuid?.() === 0 ? 'user root; ' : ''}daemon off; pid ${folder}/pid; events {} http { include /etc/nginx/mime.types; access_log off; ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(name => `${name}_temp_path ${folder}/${name};`).join(' ')}\n${text.replace('listen 8080', `listen 127.0.0.1:${port}`)} }`,
  },
  {
    name: 'caddy',
    settings: 'hosting/Caddyfile',
    arguments: file => ['run', '--adapter', 'caddyfile', '--config', file],
    around: (text, _, port) => `{\n  admin off\n}\n${text.replace(/^:8080/m, `http://127.0.0.1:${port}`)}`,
  },
]

for (const { name, settings, arguments: argumentsFor, around } of SERVERS) {
  test(`${name} serves the site by ${settings}`, async ({ request }) => {
    const isThere = !spawnSync(name, ['-v']).error
    if (!isThere)
      console.log(`Not tried: ${name} is not installed.`)
    test.skip(!isThere, `${name} is not installed`)

    const folder = mkdtempSync(join(tmpdir(), 'deck-server-'))
    const port = await freePort(4700)
    const file = join(folder, 'settings')
    writeFileSync(file, around(readFileSync(join(ROOT, settings), 'utf8').replace('/srv/deck', process.env.SITE_FOLDER!), folder, port))
    const server: ChildProcess = spawn(name, argumentsFor(file, folder), { stdio: 'ignore', env: { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder } })
    try {
      const at = `http://127.0.0.1:${port}/`
      const no = (await readSlides(ROOT)).slides.findIndex(({ frontmatter }) => frontmatter.routeAlias === 'os-level') + 1
      await expect.poll(() => fetch(at).then(({ status }) => status, () => 0)).toBe(200)
      for (const path of ['', '9', 'os-level', 'handout', 'presenter/9', 'nowhere/at/all']) {
        const answer = await request.get(`${at}${path}`)
        expect(answer.status(), path).toBe(200)
        expect(answer.headers(), path).toMatchObject({ 'content-type': expect.stringContaining('text/html'), 'x-content-type-options': 'nosniff', 'content-security-policy': expect.stringContaining('frame-ancestors') })
        // A slide has its picture; what is no slide is the application alone.
        expect((await answer.text()).includes('<main id="first-paint"'), path).toBe(['', '9', 'os-level'].includes(path))
      }
      expect(await (await request.get(`${at}os-level`)).text()).toBe(await (await request.get(`${at}${no}`)).text())
      const [script] = readdirSync(join(process.env.SITE_FOLDER!, 'assets')).filter(name => /^index-.*\.js$/.test(name))
      const asset = await request.get(`${at}assets/${script}`)
      expect(asset.headers()).toMatchObject({ 'cache-control': expect.stringContaining('immutable'), 'content-type': expect.stringContaining('javascript') })
      expect((await request.get(`${at}assets/no-such-file.js`)).status()).toBe(404)
      expect((await request.get(`${at}manifest.webmanifest`)).headers()['content-type']).toContain('manifest+json')
    }
    finally {
      server.kill('SIGTERM')
      if (server.exitCode === null)
        await once(server, 'close')
      rmSync(folder, { recursive: true, force: true })
    }
  })
}
