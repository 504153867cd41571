import type { Finding } from '../../../addon/gate/inspect.ts'
import { cp, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { noteSeen } from '../seen.ts'

/** What the head of every page of ours begins with. */
const RE_HEAD = /<head[^>]*>/
const FILE = 'watch.js'

/**
 * Runs inside the page before all others: keeps what goes wrong. WebDriver tells nothing of the console, so the page has to; with
 * every engine in the same way.
 */
function watch(): void {
  const complaints: Finding[] = []
  const hear = (rule: 'console' | 'request', what: string) => complaints.push({ rule, what })
  const error = console.error
  Object.assign(window, { complaints })
  console.error = (...said: unknown[]) => {
    hear('console', said.map(String).join(' '))
    error(...said)
  }
  // Of a file that does not come only its element knows.
  addEventListener('error', (event) => {
    const { target } = event
    if (target instanceof Element)
      hear('request', `<${target.tagName.toLowerCase()}> ${target.getAttribute('src') ?? target.getAttribute('href')} failed`)
    else
      hear('console', event.message)
  }, true)
  addEventListener('unhandledrejection', ({ reason }) => hear('console', String(reason)))
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => hear('console', `${violatedDirective} forbids ${blockedURI}`))
  // A font or an answer that does not come has no element.
  new PerformanceObserver((list) => {
    for (const { name, responseStatus } of list.getEntries() as PerformanceResourceTiming[]) {
      if (responseStatus >= 400)
        hear('request', `${name} answered ${responseStatus}`)
    }
  }).observe({ type: 'resource', buffered: true })
}

/** Copies a built site to where its pages tell what goes wrong in them: the script of their own host, which their policy allows. */
export async function watchedSite(site: string, folder: string): Promise<void> {
  await cp(site, folder, { recursive: true })
  await writeFile(join(folder, FILE), `(${watch})();(${noteSeen})()`)
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && entry.name.endsWith('.html'))
      await put(join(entry.parentPath, entry.name), join(entry.parentPath, entry.name), `<script src="/${FILE}"></script>`)
  }
}

/** Copies the deck in one file likewise; there the script stands before the policy that would forbid it. */
export async function watchedFile(file: string, target: string): Promise<void> {
  await put(file, target, `<script>(${watch})()</script>`)
}

async function put(from: string, to: string, script: string): Promise<void> {
  const page = await readFile(from, 'utf8')
  if (!RE_HEAD.test(page))
    throw new Error(`${from} has no head`)
  await writeFile(to, page.replace(RE_HEAD, head => `${head}${script}`))
}
