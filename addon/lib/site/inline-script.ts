import type { Rolldown } from 'vite'
import { join } from 'node:path'
import { ADDON } from '../paths.ts'
import { OLDEST } from './browsers.ts'

/** A script of the framework as one text, with all that it imports, as small as it can be. */
export async function scriptOf(file: string): Promise<string> {
  const { build } = await import('vite')
  const { output } = await build({
    configFile: false,
    root: ADDON,
    publicDir: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: Object.entries(OLDEST).map(([name, version]) => `${name}${version}`),
      rolldownOptions: { input: join(ADDON, file), output: { format: 'iife' } },
    },
  }) as Rolldown.RolldownOutput
  return output[0].code.trim()
}

/** What each page begins with beside the head of index.html: addon/lib/leaf. */
export async function leafScript(): Promise<string> {
  return (await scriptOf('lib/leaf/leaf.ts')).replaceAll('</script', '<\\/script')
}

/** A script in a page. Its hash is in the policy. */
export function inPage(script: string): string {
  return `<script>${script}</script>`
}
