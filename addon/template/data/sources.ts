import type { Source } from 'slidev-addon-lectern/config'

/** What the talk rests on. `seen: false` says on the slide that nobody has read it yet. */
export const sources = [
  {
    id: 'first-source',
    title: 'Title of the first source',
    authors: 'Its authors',
    year: 2026,
    url: 'https://example.com/first',
    seen: false,
    note: 'What it supports.',
  },
  {
    id: 'second-source',
    title: 'Title of the second source',
    authors: 'Its authors',
    year: 2026,
    url: 'https://example.com/second',
    seen: false,
    note: 'What it supports.',
  },
  {
    id: 'third-source',
    title: 'Title of the third source',
    authors: 'Its authors',
    year: 2026,
    url: 'https://example.com/third',
    seen: false,
    note: 'What it supports.',
  },
] as const satisfies readonly Source[]

export type SourceId = typeof sources[number]['id']
