/** The scripts of all slides: HTML by number. Empty while slides are written. See lib/site/slide-data.ts. */
declare module 'virtual:slide-notes' {
  const notes: Record<string, string>
  export default notes
}

/** What deck.config.ts and the file of the chosen event say, as far as the application needs it. See lib/site/deck-modules.ts. */
declare module 'virtual:deck' {
  export const event: import('../config.ts').DeckEvent
  /** The cut that this is, and the audience that it is for, where the deck declares any. */
  export const cut: import('../config.ts').Cut | undefined
  export const audience: import('../config.ts').Audience | undefined
  /** The components of the talk's own documents, by name. */
  export const documents: Record<string, () => Promise<{ default: import('vue').Component }>>
}

/** The address of the event as a QR code, drawn when the deck is built; empty where the event has none. */
declare module 'virtual:event-code' {
  const picture: string
  export default picture
}

/** What the build is, for the preflight page. */
declare module 'virtual:built' {
  /** `git describe`; empty without git. */
  export const version: string
}

/** The run that `npm start -- --rehearse NAME` records; empty where none is. */
declare module 'virtual:rehearsal' {
  const run: string
  /** When it was begun, in ms since 1970. */
  export const since: number
  export default run
}

/** All that can be cited. */
declare module 'virtual:sources' {
  /** The day on which the facts were compiled; empty where nobody said. */
  export const compiled: string
  const sources: readonly import('../config.ts').Source[]
  export default sources
}

/** The ids of the sources that each slide cites, in the order of the slides. Empty while slides are written: there their frontmatter has them. */
declare module 'virtual:slide-sources' {
  const cited: readonly (readonly string[])[]
  export default cited
}

/** Number and title of all that the deck cites; empty while slides are written. */
declare module 'virtual:all-cited' {
  const cited: readonly import('../composables/useCiteNumbers.ts').CiteNumber[]
  export default cited
}

/** The titles of all sources by id while slides are written; empty in a built site, where each slide brings those that it cites. */
declare module 'virtual:source-titles' {
  const titles: Record<string, string>
  export default titles
}

/** The lists of the kit, one module each. */
declare module 'virtual:kit/techniques' {
  const techniques: readonly import('../kit.ts').Technique[]
  export default techniques
}

declare module 'virtual:kit/criteria' {
  const criteria: readonly import('../kit.ts').Criterion[]
  export default criteria
}

declare module 'virtual:kit/comparison' {
  const comparison: readonly import('../kit.ts').Cell[]
  export default comparison
}

declare module 'virtual:kit/roles' {
  const roles: readonly import('../kit.ts').Role[]
  export default roles
}

declare module 'virtual:kit/layers' {
  const layers: readonly import('../kit.ts').Stack[]
  export default layers
}

declare module 'virtual:kit/figures' {
  const figures: readonly import('../kit.ts').Figure[]
  export default figures
}

declare module 'virtual:kit/tests' {
  const tests: readonly import('../kit.ts').FigureTest[]
  export default tests
}

declare module 'virtual:kit/timeline' {
  const timeline: readonly import('../kit.ts').TimelineEntry[]
  export default timeline
}

declare module 'virtual:kit/glossary' {
  const glossary: readonly import('../kit.ts').Term[]
  export default glossary
}

declare module 'virtual:kit/questions' {
  const questions: readonly import('../kit.ts').Question[]
  export default questions
}

/** The day on which the facts were compiled; empty where nobody said. */
declare module 'virtual:kit/compiled' {
  const compiled: string
  export default compiled
}

/** What makes a window part of a talk that second devices steer; does nothing and adds nothing but with `npm start -- --remote`. */
declare module 'virtual:remote' {
  export const joinTalk: () => void
  /** How many second devices are connected; `silent` if the server does not answer, `undefined` where there can be none. */
  export const remoteDevices: () => Promise<number | 'silent' | undefined>
  export const remoteRoutes: import('vue-router').RouteRecordRaw[]
}

declare module 'virtual:deck-files' {
  /** Paths of the files in public/, with forward slashes. */
  export const files: readonly string[]
}

/** Where aliases lead that only another cut of the deck has: alias or number of a slide, by alias. */
declare module 'virtual:absent' {
  const absent: Readonly<Record<string, string>>
  export default absent
}
