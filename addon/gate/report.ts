import type { GateFinding } from './gate.ts'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Rows of the terminal's table; the page has them all. */
const MOST = 30

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

function where({ slide, clicks, scheme, viewport }: GateFinding): string {
  return `slide ${slide}, click ${clicks}, ${scheme}${viewport && `, ${viewport}`}`
}

/** Writes the findings of a walk as a page with the picture of each state, and removes what an earlier walk left there. */
export async function writeReport(folder: string, findings: readonly GateFinding[], summary: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const states = Map.groupBy(findings, where)
  let html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Rendering gate</title><style>body{font:16px system-ui;margin:2rem;max-width:70rem}img{max-width:100%;border:1px solid #999}</style><h1>Rendering gate</h1><p>${escape(summary)}</p>`
  for (const [state, found] of states) {
    const name = `${state.replaceAll(/\W+/g, '-')}.png`
    html += `<h2>${escape(state)}</h2><ul>${found.map(({ rule, what }) => `<li><b>${rule}</b> ${escape(what)}</li>`).join('')}</ul>`
    if (found[0]!.picture) {
      await writeFile(join(folder, name), found[0]!.picture)
      html += `<img src="${name}" alt="${escape(state)}">`
    }
  }
  await writeFile(join(folder, 'index.html'), `${html}\n`)
}

/** The findings as short lines for a terminal. */
export function table(findings: readonly GateFinding[]): string[] {
  const lines = findings.slice(0, MOST).map(finding => `${where(finding)}: ${finding.rule}: ${finding.what}`.slice(0, 220))
  return findings.length > MOST ? [...lines, `and ${findings.length - MOST} more`] : lines
}
