// What Slidev's shipped sources need to know to be type-checked with ours.
declare const __DEV__: boolean
declare const __SLIDEV_FEATURE_EDITOR__: boolean
declare const __SLIDEV_FEATURE_DRAWINGS__: boolean
declare const __SLIDEV_FEATURE_DRAWINGS_PERSIST__: boolean
declare const __SLIDEV_HASH_ROUTE__: boolean
declare const __SLIDEV_HAS_SERVER__: boolean

declare module 'file-saver'

/** The scripts of all slides: HTML by number. Empty while slides are written. See addon/lib/site/notes-later.ts. */
declare module 'virtual:slide-notes' {
  const notes: Record<string, string>
  export default notes
}

/** The titles of all sources by id. See addon/lib/site/source-titles.ts. */
declare module 'virtual:source-titles' {
  const titles: Record<string, string>
  export default titles
}
