import type { HeaderRule } from './headers.ts'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readTexts } from '../deck/deck-texts.ts'
import { readSlides } from '../deck/read-deck.ts'
import { readSettings } from '../deck/settings.ts'
import { ADDON } from '../paths.ts'
import { SHELL } from '../serve/site.ts'
import { withoutComments } from './document.ts'
import { elsewhereOf } from './elsewhere.ts'
import { headerRules } from './headers.ts'
import { inPage, leafScript } from './inline-script.ts'

const NOTE = 'Written by lectern hosting, which writes over it.'

/** Netlify takes headers and redirects from dist/_headers and dist/_redirects. */
const NETLIFY = `# ${NOTE}\n[build]\ncommand = "npm run build"\npublish = "dist"\n`

/** Files for hosts that do not read `_headers`, by their paths; all of them say what `_headers` says, for a deck under `/`. */
export async function hostingFiles(root: string): Promise<Record<string, string>> {
  const elsewhere = elsewhereOf((await readSettings(root)).config, (await readSlides(root)).slides, await readTexts(root))
  const rules = headerRules([...await Promise.all([ADDON, root].map(headOf)), inPage(await leafScript())].join('\n'), '/', elsewhere)
  return {
    'hosting/nginx.conf': nginx(rules),
    'hosting/Caddyfile': caddy(rules),
    'vercel.json': vercel(rules),
    'netlify.toml': NETLIFY,
  }
}

/** The build takes over the head of these pages as it stands, so their inline scripts have the same hash there. */
async function headOf(folder: string): Promise<string> {
  return withoutComments(await readFile(join(folder, 'index.html'), 'utf8').catch(() => ''))
}

function lines(headers: Record<string, string>, format: (name: string, value: string) => string): string {
  return Object.entries(headers).map(([name, value]) => format(name, value)).join('\n')
}

function nginx([all, assets]: readonly HeaderRule[]): string {
  const headers = (indent: string, given: Record<string, string>) => lines(given, (name, value) => `${indent}add_header ${name} "${value}" always;`)
  return `# ${NOTE}
server {
  listen 8080;
  root /srv/deck;
  gzip on;
  gzip_types text/css text/javascript application/javascript image/svg+xml application/json application/manifest+json;

  location / {
    try_files $uri $uri/index.html /${SHELL};
${headers('    ', { ...all!.headers, 'Cache-Control': 'no-cache' })}
  }
  # No type that nginx knows.
  location = /manifest.webmanifest {
    types { application/manifest+json webmanifest; }
${headers('    ', { ...all!.headers, 'Cache-Control': 'no-cache' })}
  }
  location ${assets!.path.slice(0, -1)} {
    try_files $uri =404;
${headers('    ', assets!.headers)}
  }
}
`
}

function caddy([all, assets]: readonly HeaderRule[]): string {
  const headers = (given: Record<string, string>) => lines(given, (name, value) => `    ${name} "${value}"`)
  return `# ${NOTE}
:8080 {
  root * /srv/deck
  encode zstd gzip
  @pages not path ${assets!.path}
  header @pages {
${headers(all!.headers)}
    Cache-Control "no-cache"
  }
  header ${assets!.path} {
${headers(assets!.headers)}
  }
  header /manifest.webmanifest Content-Type application/manifest+json
  # An asset that is not there is not there: the application in its place would be kept as a script.
  handle @pages {
    try_files {path} {path}/index.html /${SHELL}
    file_server
  }
  handle {
    file_server
  }
}
`
}

function vercel(rules: readonly HeaderRule[]): string {
  return `${JSON.stringify({
    buildCommand: 'npm run build',
    outputDirectory: 'dist',
    rewrites: [{ source: '/((?!assets/).*)', destination: `/${SHELL}` }],
    headers: rules.map(({ path, headers }) => ({
      source: path === '/*' ? '/((?!assets/).*)' : path.replace('*', '(.*)'),
      headers: Object.entries(headers).map(([key, value]) => ({ key, value })),
    })),
  }, undefined, 2)}\n`
}
