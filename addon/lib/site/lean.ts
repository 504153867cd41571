import type { SlidevConfig } from '@slidev/types'
import type { Plugin } from 'vite'
import type { LeftOut } from './lean-parts.ts'
import { editText } from './edit.ts'
import { LEFT_OUT } from './lean-parts.ts'

const VIRTUAL = '\0left-out:'

/**
 * What a deck does not use: it may be left out.
 *
 * @param texts all that the deck is made of
 * @param config what Slidev resolved
 * @param keep names of parts that stay in any case
 */
export function unusedParts(texts: readonly { text: string }[], config: SlidevConfig, keep: readonly string[] = []): LeftOut[] {
  const used = new Set(LEFT_OUT.filter(({ name, use, isAsked }) => keep.includes(name) || isAsked?.(config) || (use && texts.some(({ text }) => use.test(text)))).map(({ name }) => name))
  return LEFT_OUT.filter(({ name }) => !used.has(name))
}

/**
 * The Vite plugin that leaves parts of Slidev's client out of a build. While slides are written everything is there.
 *
 * @param parts what is left out
 */
export function leanPlugin(parts: readonly LeftOut[]): Plugin {
  return {
    name: 'deck:lean',
    apply: 'build',
    enforce: 'pre',
    resolveId(source, importer) {
      const index = parts.findIndex(({ module, instead }) => module.test(source) && !('edits' in instead))
      const part = parts[index]
      if (!part || 'edits' in part.instead)
        return undefined
      return 'id' in part.instead
        ? this.resolve(source.replace(part.module, part.instead.id), importer, { skipSelf: true })
        : `${VIRTUAL}${index}${source.endsWith('.css') ? '.css' : ''}`
    },
    load(id) {
      if (!id.startsWith(VIRTUAL))
        return undefined
      const { instead } = parts[Number.parseInt(id.slice(VIRTUAL.length))]!
      return 'code' in instead ? instead.code : undefined
    },
    transform(text, id) {
      const edits = parts.flatMap(({ module, instead }) => 'edits' in instead && module.test(id) ? instead.edits : [])
      return edits.length ? editText(this, 'lean-parts.ts', id, text, edits) : undefined
    },
  }
}
