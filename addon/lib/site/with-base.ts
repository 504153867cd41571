import process from 'node:process'
import { outsideCode } from '../deck/code-blocks.ts'

/** What Vue leaves as it is written; pictures and films it brings under the base itself. */
const RE_SHOWN = /(<(?:iframe|audio|track)\b[^>]*?\ssrc=["'])\/(?!\/)/g
const RE_STYLE = /(\sstyle=(?:"[^"]*?|'[^']*?)\burl\((?:&quot;|["'])?)\/(?!\/)/g

/** Path under which Slidev builds, by its own call. */
export function calledBase(args: readonly string[] = process.argv): string {
  const at = args.findIndex(arg => arg === '--base' || arg.startsWith('--base='))
  return at < 0 ? '/' : args[at]!.slice('--base='.length) || args[at + 1] || '/'
}

/**
 * A slide whose frames, sounds and backgrounds of the deck itself stay there under a base: `/demo/` is the address that its writer knows.
 *
 * @param content Markdown of the slide
 * @param base path under which the deck is hosted
 */
export function withBase(content: string, base: string): string {
  return base === '/' ? content : outsideCode(content, part => part.replace(RE_SHOWN, `$1${base}`).replace(RE_STYLE, `$1${base}`))
}
