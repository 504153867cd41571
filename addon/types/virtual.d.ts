/** The scripts of all slides: HTML by number. Empty while slides are written. See lib/site/notes-later.ts. */
declare module 'virtual:slide-notes' {
  const notes: Record<string, string>
  export default notes
}

/** What deck.config.ts says, as far as the application needs it. See lib/site/deck-modules.ts. */
declare module 'virtual:deck' {
  export const event: import('../config.ts').DeckEvent
  /** The components of the talk's own documents, by name. */
  export const documents: Record<string, () => Promise<{ default: import('vue').Component }>>
}

/** All that can be cited. */
declare module 'virtual:sources' {
  /** The day on which the facts were compiled; empty where nobody said. */
  export const compiled: string
  const sources: readonly import('../config.ts').Source[]
  export default sources
}

/** The titles of all sources by id. */
declare module 'virtual:source-titles' {
  const titles: Record<string, string>
  export default titles
}

declare module 'virtual:deck-files' {
  /** Paths of the files in public/, with forward slashes. */
  export const files: readonly string[]
}
