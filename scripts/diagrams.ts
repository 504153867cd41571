/**
 * `npm run diagrams`: renders diagrams/*.mmd to SVG beside them, so that neither the build nor the audience needs Mermaid.
 * The drawing is made in the deck's own font; its colours become the deck's tokens, so one file serves light and dark.
 * The first line of each SVG names the text that it was drawn from: a unit test fails when the two differ.
 */
import type { Buffer } from 'node:buffer'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import process from 'node:process'
import { chromium } from '@playwright/test'
import { findBrowser } from '../addon/lib/browser.ts'
import { fingerprint } from '../addon/lib/deck/diagrams.ts'

const FOLDER = 'diagrams'

/** Mermaid computes with colours and cannot take `var()`; each of these stands for a token until the drawing is done. */
const STAND_INS = {
  '#010101': 'var(--deck-text)',
  '#020202': 'var(--deck-text-quiet)',
  '#030303': 'var(--deck-os-level-tint)',
  '#040404': 'var(--deck-os-level-ink)',
  '#050505': 'var(--deck-line)',
} as const

const THEME = {
  fontFamily: 'IBM Plex Sans Variable',
  fontSize: '16px',
  actorBkg: '#030303',
  actorBorder: '#040404',
  actorTextColor: '#010101',
  actorLineColor: '#050505',
  signalColor: '#020202',
  signalTextColor: '#010101',
}

const require = createRequire(import.meta.url)

function asset(specifier: string): Buffer {
  return readFileSync(require.resolve(specifier))
}

async function main() {
  const { executablePath, args } = await findBrowser()
  const browser = await chromium.launch({ executablePath, args })
  try {
    const page = await browser.newPage()
    const font = asset('@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-wght-normal.woff2').toString('base64')
    await page.setContent(`<style>@font-face { font-family: 'IBM Plex Sans Variable'; font-weight: 100 700; src: url(data:font/woff2;base64,${font}) }</style><p style="font-family: 'IBM Plex Sans Variable'">x</p>`)
    await page.evaluate(() => document.fonts.load('16px "IBM Plex Sans Variable"'))
    await page.addScriptTag({
      path: join(dirname(require.resolve('mermaid')), 'mermaid.min.js'),
    })
    for (const file of readdirSync(FOLDER).filter(name => name.endsWith('.mmd'))) {
      const source = readFileSync(join(FOLDER, file), 'utf8')
      const id = `diagram-${basename(file, '.mmd')}`
      let svg = await page.evaluate(async ({ id, source, theme }) => {
        // eslint-disable-next-line ts/no-unsafe-function-type
        const { mermaid } = globalThis as unknown as { mermaid: { initialize: Function, render: (id: string, text: string) => Promise<{ svg: string }> } }
        mermaid.initialize({
          startOnLoad: false,
          theme: 'base',
          themeVariables: theme,
          fontFamily: theme.fontFamily,
          sequence: {
            mirrorActors: false,
            messageMargin: 22,
            diagramMarginX: 0,
            diagramMarginY: 0,
            actorMargin: 12,
            width: 108,
            height: 44,
            boxMargin: 0,
            messageFontSize: 18,
            actorFontSize: 18,
            messageFontFamily: theme.fontFamily,
            actorFontFamily: theme.fontFamily,
          },
        })
        return (await mermaid.render(id, source)).svg
      }, { id, source, theme: THEME })
      for (const [colour, token] of Object.entries(STAND_INS))
        svg = svg.replaceAll(colour, token)
      writeFileSync(join(FOLDER, file.replace(/\.mmd$/, '.svg')), `<!-- ${fingerprint(source)} -->\n${svg}\n`)
      process.stdout.write(`${file}: drawn\n`)
    }
  }
  finally {
    await browser.close()
  }
}

await main()
