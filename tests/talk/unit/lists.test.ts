// @vitest-environment node
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from '../../../addon/lib/paths.ts'

it.each([['SlideTimeline', '95-timeline.md'], ['SlideGlossary', '96-glossary.md'], ['SlideScorecard', '94-scorecard.md']])('every part of <%s> stands on a slide, once', (component, page) => {
  const tags = [...readFileSync(join(ROOT, 'pages', page), 'utf8').matchAll(new RegExp(`<${component} :part="(\\d+)" :parts="(\\d+)"`, 'g'))]
  expect(tags.map(([, part]) => Number(part))).toEqual(Array.from({ length: tags.length }, (_, i) => i + 1))
  expect(new Set(tags.map(([, , parts]) => Number(parts)))).toEqual(new Set([tags.length]))
})
