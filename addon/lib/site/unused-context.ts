import type { Plugin } from 'vite'

/** What Slidev puts into every component, whether it asks for it or not. */
const RE_CONTEXT = /\$(?:slidev|nav|clicksContext|clicks|page|renderContext|frontmatter)\b/
const RE_SETUP = /<script [^>]*\bsetup\b[^>]*>/
/** With this Slidev takes a component for one that it has already given its context. */
const GIVEN = '/* @slidev-injection */'

/**
 * A component that uses nothing of Slidev's context, marked so that it is not given it: each one drawn would look up ten things.
 *
 * @param code of a `.vue` file
 * @returns nothing where it stays as it is
 */
export function withoutUnusedContext(code: string): string | undefined {
  return RE_CONTEXT.test(code) || !RE_SETUP.test(code) ? undefined : code.replace(RE_SETUP, tag => `${tag}\n${GIVEN}`)
}

/** The Vite plugin that leaves Slidev's context out of components that do not use it. */
export function unusedContextPlugin(): Plugin {
  return {
    name: 'deck:unused-context',
    apply: 'build',
    enforce: 'pre',
    transform: (code, id) => id.endsWith('.vue') && !id.includes('/@slidev/client/') ? withoutUnusedContext(code) : undefined,
  }
}
