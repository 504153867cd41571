import type { Plugin } from 'vite'

/**
 * The oldest browsers that a deck is built for: what Baseline 2024 calls the end of that year. Whatever of the web the slides and the
 * framework rely on is in all of these, or has a fallback; README.md has the list.
 */
export const OLDEST = { chrome: '131', edge: '131', firefox: '133', safari: '18.2', ios: '18.2' } as const

/** Has Vite write scripts and styles for just those browsers, unless the deck's own settings name others. */
export function browsersPlugin(): Plugin {
  return {
    name: 'deck:browsers',
    config: ({ build }) => build?.target ? undefined : { build: { target: Object.entries(OLDEST).map(([name, version]) => `${name}${version}`) } },
  }
}
