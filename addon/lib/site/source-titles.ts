import type { Plugin } from 'vite'
import { sources } from '../../../data/sources.ts'

/** The titles of all sources by id: what a citation says before anybody asks what is behind it. */
const TITLES = 'virtual:source-titles'
const RESOLVED = `\0${TITLES}`

/** The Vite plugin that makes this module of data/sources.ts, at a quarter of its size: nearly every slide cites. */
export function sourceTitlesPlugin(): Plugin {
  return {
    name: 'deck:source-titles',
    resolveId: source => source === TITLES ? RESOLVED : undefined,
    load: id => id === RESOLVED ? `export default ${JSON.stringify(Object.fromEntries(sources.map(({ id, title }) => [id, title])))}` : undefined,
  }
}
