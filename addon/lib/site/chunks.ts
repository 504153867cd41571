import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FIRST } from './grouping.ts'

/** An entry of the manifest that Vite writes. */
interface Chunk {
  file: string
  /** Of what was put together: see grouping.ts. */
  name?: string
  imports?: string[]
  css?: string[]
}

/** The files that something needs to be shown. */
export interface Files {
  scripts: string[]
  stylesheets: string[]
}

/** What the build kept of its chunks, for `filesOf`; Vite's own format. */
export type Manifest = Record<string, Chunk>

/** Where Vite puts its manifest, inside the site. */
export const MANIFEST = '.vite/manifest.json'

export async function readManifest(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')) as Manifest
}

/** All files that the slide of a number and the page around it need, beyond those of the entry. */
export function filesOf(manifest: Manifest, no: number): Files {
  return beyondEntry(manifest, name => name.endsWith(`@slidev/slides/${no}/md`) || name.endsWith('@slidev/client/pages/play.vue') || (no === FIRST.no && manifest[name]!.name === FIRST.name))
}

/** All files that the reading view needs beyond those of the entry, but for its slides and scripts, which come in their turn. */
export function filesOfHandout(manifest: Manifest): Files {
  return beyondEntry(manifest, name => name.endsWith('/pages/Handout.vue'))
}

function beyondEntry(manifest: Manifest, isWanted: (name: string) => boolean): Files {
  const entry = closure(manifest, ['index.html'])
  const own = closure(manifest, Object.keys(manifest).filter(isWanted))
  return {
    scripts: own.scripts.filter(file => !entry.scripts.includes(file)),
    stylesheets: own.stylesheets.filter(file => !entry.stylesheets.includes(file)),
  }
}

function closure(manifest: Manifest, names: readonly string[]): Files {
  const chunks = inOrder(manifest, names)
  return {
    scripts: chunks.map(({ file }) => file),
    stylesheets: [...new Set(chunks.flatMap(({ css }) => css ?? []))],
  }
}

/**
 * The chunks of some names and all that they import, each after what it imports, as a browser runs them. Of two rules of equal weight the
 * later one wins: what a component says of a part that it draws comes after what the part says of itself.
 */
function inOrder(manifest: Manifest, names: readonly string[]): Chunk[] {
  const seen = new Set<string>()
  const chunks: Chunk[] = []
  function visit(name: string): void {
    if (seen.has(name) || !manifest[name])
      return
    seen.add(name)
    manifest[name].imports?.forEach(visit)
    chunks.push(manifest[name])
  }
  names.forEach(visit)
  return chunks
}

/** The stylesheets of all chunks, each after those that it builds on. */
export function allStylesheets(manifest: Manifest): string[] {
  return [...new Set(inOrder(manifest, Object.keys(manifest)).flatMap(({ css }) => css ?? []))]
}
