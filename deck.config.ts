import { defineDeck } from './addon/config.ts'
import { citing } from './checks/citing.ts'
import { check, summary } from './checks/index.ts'
import { judgingsIn } from './checks/judgings.ts'
import { fillNote } from './checks/notes.ts'
import { comparison } from './data/comparison.ts'
import { FACTS_COMPILED } from './data/compiled.ts'
import { criteria } from './data/criteria.ts'
import { figures } from './data/figures.ts'
import { glossary } from './data/glossary.ts'
import { layers } from './data/layers.ts'
import { questions } from './data/questions.ts'
import { roles } from './data/roles.ts'
import { sources } from './data/sources.ts'
import { techniques } from './data/techniques.ts'
import { tests } from './data/tests.ts'
import { timeline } from './data/timeline.ts'

/** The only place where the framework in addon/ and this talk meet. */
export default defineDeck({
  name: 'why-containers',
  keywords: ['containers', 'virtualization', 'microVM', 'security'],
  // Pages and fields, light and dark, as styles/tokens.css has them. A field is dark in both.
  grounds: { light: ['#ffffff'], dark: ['#10161c', '#16202a', '#22303c'] },
  cuts: [
    { name: 'lightning', minutes: 10 },
    { name: 'meetup', minutes: 30, isDefault: true },
    { name: 'deep-dive', minutes: 60 },
  ],
  audiences: roles.map(({ id }) => ({ name: id, role: id })),
  sources,
  compiled: FACTS_COMPILED,
  kit: { techniques, criteria, comparison, roles, layers, figures, tests, timeline, glossary, questions },
  citing,
  fillNote,
  // Slidev asks once more for the slide that imports a page, with no content: nothing told must not wipe out what was.
  frontmatter: (content) => {
    const claims = judgingsIn(content)
    return claims.length ? { claims } : {}
  },
  check,
  summary,
  notes: true,
  documents: [
    {
      name: 'leave-behind',
      component: 'components/documents/LeaveBehind.vue',
      orientation: 'landscape',
      margin: { top: 7, side: 6, bottom: 10 },
      depth: 3,
    },
  ],
  fonts: { weights: { min: 400, max: 700 } },
  gate: { floors: { body: 20, code: 20, label: 14, cite: 11 } },
})
