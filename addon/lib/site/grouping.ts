import type { Plugin, Rolldown } from 'vite'

/** Slidev's page of slides; with it goes what every slide is made of. */
const CORE = [/@slidev\/client\/pages\/play\.vue$/, /\/components\/citations\/Cite\.vue$/, /\/layouts\/default\.vue$/]
/**
 * The slide that most begin with, and all that it is made of, if that is light: `most` characters of source. Other slides share parts of it, and
 * fetch all of it with them.
 */
export const FIRST = { name: 'first', no: 1, most: 40_000 } as const
/** The module of a slide. */
const RE_SLIDE = /@slidev\/slides\/(\d+)\/md$/
/** Slidev's interface around the slides, which comes when it is wanted: addon/composables/chrome.ts. */
const CHROME = [/@slidev\/client\/internals\/(?:Nav)?Controls\.vue$/]

/**
 * The Vite plugin that gives the site few files before the first slide: what is needed together is one file. Each file costs
 * a round trip, and a browser asks for six at a time.
 */
export function groupingPlugin(): Plugin {
  let core = new Set<string>()
  let first = new Set<string>()
  let chrome = new Set<string>()

  /** The modules that these import without waiting, and so on. */
  function closureOf(context: Rolldown.PluginContext, roots: readonly string[]): Set<string> {
    const seen = new Set<string>()
    function visit(id: string): void {
      if (seen.has(id))
        return
      seen.add(id)
      context.getModuleInfo(id)?.importedIds.forEach(visit)
    }
    roots.forEach(visit)
    return seen
  }

  return {
    name: 'deck:grouping',
    apply: 'build',
    // A slide is fetched before it is wanted, and finds its scripts by itself. Listed for each slide, in the entry, they were as much as the slides say of themselves.
    config: () => ({ build: { modulePreload: { resolveDependencies: (_, files) => files.filter(file => file.endsWith('.css')) } } }),
    buildEnd() {
      const ids = [...this.getModuleIds()]
      const entries = ids.filter(id => this.getModuleInfo(id)?.isEntry)
      const matching = (patterns: readonly RegExp[]) => ids.filter(id => patterns.some(pattern => pattern.test(id)))
      core = closureOf(this, [...entries, ...matching(CORE)])
      first = closureOf(this, ids.filter(id => Number(RE_SLIDE.exec(id)?.[1]) === FIRST.no)).difference(core)
      if ([...first].reduce((sum, id) => sum + (this.getModuleInfo(id)?.code?.length ?? 0), 0) > FIRST.most)
        first.clear()
      chrome = closureOf(this, matching(CHROME))
    },
    outputOptions: options => ({
      ...options,
      manualChunks: undefined,
      codeSplitting: {
        groups: [
          { name: 'core', priority: 3, test: id => core.has(id) },
          { name: FIRST.name, priority: 2, test: id => first.has(id) },
          { name: 'chrome', priority: 1, test: id => chrome.has(id) },
        ],
      },
    }),
  }
}
