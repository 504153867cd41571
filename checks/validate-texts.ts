import type { Fault } from '../addon/lib/deck/faults.ts'
import type { Facts } from '../data/types.ts'

/** The most words that a text may have, to fit where it stands or into the minute in which it is said. */
export const WORD_LIMITS = {
  'verdict': 8,
  'cell detail': 40,
  'claim': 22,
  'short': 12,
  'corrected sentence': 55,
  'answer': 75,
  'control': 10,
  'topic': 5,
  'setting': 8,
  'reason': 20,
  'definition': 22,
  'timeline text': 10,
  'vulnerability summary': 26,
  'reach': 8,
  'protection': 6,
  'setting for Docker': 8,
  'setting for Kubernetes': 8,
  'view without': 10,
  'view with': 14,
  'step': 10,
  'scene': 25,
  'layer label': 4,
} as const

/** Words of a text, as a person counts them. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter(Boolean).length
}

interface Text {
  file: string
  entry: string
  kind: keyof typeof WORD_LIMITS
  text: string
}

function limitedTexts(facts: Facts): Text[] {
  return [
    ...facts.comparison.flatMap(({ criterion, technique, verdict, detail }): Text[] => {
      const place = { file: 'data/comparison.ts', entry: `${criterion} / ${technique}` }
      return [
        { ...place, kind: 'verdict', text: verdict },
        { ...place, kind: 'cell detail', text: detail },
      ]
    }),
    ...facts.claims.flatMap(({ id, claim, short, corrected }): Text[] => {
      const place = { file: 'data/claims.ts', entry: id }
      return [
        { ...place, kind: 'claim', text: claim },
        { ...place, kind: 'short', text: short },
        { ...place, kind: 'corrected sentence', text: corrected },
      ]
    }),
    ...facts.questions.flatMap(({ id, answer, controls }): Text[] => {
      const place = { file: 'data/questions.ts', entry: id }
      return [
        { ...place, kind: 'answer', text: answer },
        ...controls.map((text): Text => ({ ...place, kind: 'control', text })),
      ]
    }),
    ...facts.switches.flatMap(({ id, protection, dockerSetting, kubernetesSetting }): Text[] => {
      const place = { file: 'data/switches.ts', entry: id }
      return [
        { ...place, kind: 'protection', text: protection },
        { ...place, kind: 'setting for Docker', text: dockerSetting },
        { ...place, kind: 'setting for Kubernetes', text: kubernetesSetting },
      ]
    }),
    ...facts.namespaces.flatMap((entry): Text[] => {
      const place = { file: 'data/namespaces.ts', entry: entry.id }
      return [
        { ...place, kind: 'view without', text: entry.without },
        { ...place, kind: 'view with', text: entry.with },
      ]
    }),
    ...facts.dockerRun.steps.map(({ what }, index): Text => ({ file: 'data/docker-run.ts', entry: `step ${index + 1} "${what}"`, kind: 'step', text: what })),
    ...facts.pageCache.steps.map(({ step }, index): Text => ({ file: 'data/page-cache.ts', entry: `step ${index + 1}`, kind: 'scene', text: step })),
    ...facts.hardening.flatMap(({ id, topic, setting, reason }): Text[] => {
      const place = { file: 'data/hardening.ts', entry: id }
      return [
        { ...place, kind: 'topic', text: topic },
        { ...place, kind: 'setting', text: setting },
        { ...place, kind: 'reason', text: reason },
      ]
    }),
    ...facts.glossary.map(({ term, definition }): Text =>
      ({
        file: 'data/glossary.ts',
        entry: term,
        kind: 'definition',
        text: definition,
      })),
    ...facts.timeline.map(({ date, what }): Text =>
      ({
        file: 'data/timeline.ts',
        entry: `${date} ${what}`,
        kind: 'timeline text',
        text: what,
      })),
    ...facts.vulnerabilities.flatMap(({ id, summary, reach }): Text[] => {
      const place = { file: 'data/vulnerabilities.ts', entry: id }
      return [
        { ...place, kind: 'vulnerability summary', text: summary },
        { ...place, kind: 'reach', text: reach },
      ]
    }),
    ...facts.layers.flatMap(({ technique, layers }) => layers.map(({ id, label }): Text =>
      ({
        file: 'data/layers.ts',
        entry: `${technique} / ${id}`,
        kind: 'layer label',
        text: label,
      }))),
  ]
}

/** Texts that are empty or longer than their place allows. */
export function textFaults(facts: Facts): Fault[] {
  return limitedTexts(facts).flatMap(({ file, entry, kind, text }) => {
    // A field that is missing is empty: not everything here was seen by the types.
    const words = countWords(text ?? '')
    const limit = WORD_LIMITS[kind]
    if (words === 0) {
      return [
        {
          file,
          entry,
          problem: `the ${kind} is empty`,
          mend: `Write the ${kind}, in at most ${limit} words.`,
        },
      ]
    }
    return words > limit
      ? [
          {
            file,
            entry,
            problem: `the ${kind} has ${words} words`,
            mend: `Cut it to at most ${limit} words.`,
          },
        ]
      : []
  })
}
