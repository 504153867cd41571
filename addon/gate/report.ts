import type { Found, Group } from './found.ts'
import type { Outcome } from './summary.ts'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { groupsOf, placeOf, sayFound } from './found.ts'
import { RULES } from './rules.ts'
import { count, headline, settingOf } from './summary.ts'

const STYLE = `
:root { color-scheme: light dark }
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; padding: 0 1rem; max-width: 72rem }
table { border-collapse: collapse; width: 100% } th, td { text-align: left; padding: 0.3rem 1rem 0.3rem 0; border-bottom: 1px solid #8886; vertical-align: top } td:nth-child(2), td:nth-child(3) { text-align: right }
section { margin-top: 3rem } li { margin: 0.6rem 0 } summary { cursor: pointer } code { font-size: 0.92em } small { opacity: 0.8 }
figure { position: relative; margin: 0.5rem 0; width: fit-content; max-width: 100% } img { display: block; max-width: 100%; max-height: 40rem; border: 1px solid #8888 } mark { position: absolute; background: #f003; outline: 2px solid #e00 }
`

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

function pictureOf({ picture, box, title, slide, clicks }: Found): string {
  if (!picture)
    return ''
  const [left, top, width, height] = box ?? []
  const mark = box ? `<mark style="left:${left}%;top:${top}%;width:${width}%;height:${height}%"></mark>` : ''
  return `<figure><img loading="lazy" src="${escape(picture)}" alt="${escape(`Slide ${slide}${title ? `, ${title}` : ''}, click ${clicks}`)}">${mark}</figure>`
}

function itemOf(found: Found): string {
  const { clicks, scheme, viewport, seen } = found
  const state = `click ${clicks}, ${scheme}${viewport && `, ${viewport}`}${seen > 1 ? `, seen in ${seen} states` : ''}`
  return `<li><details><summary><code>${escape(placeOf(found))}</code> ${escape(sayFound(found))} <small>${escape(state)}</small></summary>${pictureOf(found)}</details></li>`
}

function sectionOf({ rule, found }: Group): string {
  return `<section id="${rule}"><h2>${rule}: ${count(found.length, 'finding')}</h2><p>${escape(RULES[rule].means)} ${escape(RULES[rule].mend)}</p><p><small>${escape(settingOf(rule, found[0]!))}</small></p><ol>${found.map(itemOf).join('\n')}</ol></section>`
}

/** The report as a page: a table of the kinds, then each finding with a picture of the slide. */
export function reportPage(outcome: Outcome, lang = 'en'): string {
  const groups = groupsOf(outcome.found.filter(({ isKnown }) => !isKnown))
  const known = outcome.found.filter(({ isKnown }) => isKnown)
  const rows = groups.map(({ rule, seen, found }) => `<tr><td><a href="#${rule}">${rule}</a></td><td>${found.length}</td><td>${seen}</td><td>${escape(RULES[rule].means)}</td></tr>`)
  return `<!doctype html>
<html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Rendering gate</title><style>${STYLE}</style>
<h1>Rendering gate</h1><p>${escape(headline(outcome))}</p>
${rows.length ? `<table><thead><tr><th>Rule</th><th>Findings</th><th>States</th><th>What is wrong</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>` : '<p>Nothing to mend.</p>'}
${groups.map(sectionOf).join('\n')}
${known.length ? `<section id="known"><h2>Known: ${known.length}</h2><ul>${known.map(found => `<li>${found.rule}: <code>${escape(placeOf(found))}</code> ${escape(sayFound(found))}</li>`).join('\n')}</ul></section>` : ''}
${outcome.gone.length ? `<section id="gone"><h2>Known and gone: ${outcome.gone.length}</h2><ul>${outcome.gone.map(key => `<li>${escape(key)}</li>`).join('\n')}</ul></section>` : ''}
</html>
`
}

/** The report for programs. */
export function reportJson({ found, ...outcome }: Outcome): string {
  const groups = groupsOf(found).map(({ rule, seen, found }) => ({
    rule,
    means: RULES[rule].means,
    mend: RULES[rule].mend,
    new: found.filter(({ isKnown }) => !isKnown).length,
    known: found.filter(({ isKnown }) => isKnown).length,
    states: seen,
    findings: found.map(({ rule: _, ...finding }) => finding),
  }))
  return `${JSON.stringify({ ...outcome, new: found.filter(({ isKnown }) => !isKnown).length, known: found.filter(({ isKnown }) => isKnown).length, groups }, null, 2)}\n`
}

/** Writes both into the folder that holds the pictures. */
export async function writeReport(folder: string, outcome: Outcome): Promise<void> {
  await writeFile(join(folder, 'index.html'), reportPage(outcome))
  await writeFile(join(folder, 'report.json'), reportJson(outcome))
}
