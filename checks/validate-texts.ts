import type { Fault } from '../addon/lib/deck/faults.ts'
import type { Facts } from '../data/types.ts'
import { lengthFaults } from '../addon/lib/deck/kit-rules/texts.ts'

/** The most words that a text of the talk's own may have, to fit where it stands or into the minute in which it is said. */
export const WORD_LIMITS = {
  'claim': 22,
  'short': 12,
  'corrected sentence': 55,
  'topic': 5,
  'setting': 8,
  'reason': 20,
  'vulnerability summary': 26,
  'reach': 8,
  'protection': 6,
  'setting for Docker': 8,
  'setting for Kubernetes': 8,
  'view without': 10,
  'view with': 14,
  'step': 10,
  'scene': 25,
} as const

interface Text {
  file: string
  entry: string
  kind: keyof typeof WORD_LIMITS
  text: string
}

function limitedTexts(facts: Facts): Text[] {
  return [
    ...facts.claims.flatMap(({ id, claim, short, corrected }): Text[] => {
      const place = { file: 'data/claims.ts', entry: id }
      return [
        { ...place, kind: 'claim', text: claim },
        { ...place, kind: 'short', text: short },
        { ...place, kind: 'corrected sentence', text: corrected },
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
    ...facts.vulnerabilities.flatMap(({ id, summary, reach }): Text[] => {
      const place = { file: 'data/vulnerabilities.ts', entry: id }
      return [
        { ...place, kind: 'vulnerability summary', text: summary },
        { ...place, kind: 'reach', text: reach },
      ]
    }),
  ]
}

/** Texts of the talk's own lists that are empty or longer than their place allows. */
export function textFaults(facts: Facts): Fault[] {
  return lengthFaults(limitedTexts(facts).map(text => ({ ...text, limit: WORD_LIMITS[text.kind] })))
}
