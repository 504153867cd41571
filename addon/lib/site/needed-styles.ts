import type { Page } from '@playwright/test'

/** A rule as it is written: what stands before its braces, and what in them. A statement has none. */
interface Rule {
  head: string
  body?: string
}

/** What may hold a brace or a semicolon that is none. */
const RE_TOKEN = /\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|url\([^"')]*\)|\\.|[{};]/g
/** Rules around others: all but those that say something themselves. */
export const RE_GROUP = /^@(?!(?:-\w+-)?(?:font-face|font-feature-values|font-palette-values|keyframes|property|page|counter-style|position-try|view-transition)\b)/
const RE_PRINT = /^@media\s+print$/
/** What is kept, whatever the pictures have. */
const RE_ALWAYS = /^@(?:font-face|layer)\b/
/** What a browser knows only of a living page is taken as given. */
const RE_LIVE = /::[\w-]+(?:\([^)]*\))?|:(?:hover|focus|focus-visible|focus-within|active|visited|target|checked|disabled|enabled|placeholder-shown|autofill|before|after|first-line|first-letter|-[\w-]+)(?![\w-])/g

/**
 * The rules of a text, one after the other. A browser could tell them too, but not as they are written: where a shorthand has a variable and
 * one of its parts is set again, it leaves the others out.
 */
export function rulesOf(css: string): Rule[] {
  const rules: Rule[] = []
  let [start, open, depth] = [0, 0, 0]
  for (const { 0: token, index } of css.matchAll(RE_TOKEN)) {
    const end = index + token.length
    if (token === '{') {
      if (depth++ === 0)
        open = index
    }
    else if (token === '}' && --depth === 0) {
      rules.push({ head: css.slice(start, open).trim(), body: css.slice(open + 1, index) })
      start = end
    }
    else if (depth === 0 && token === ';') {
      rules.push({ head: css.slice(start, index).trim() })
      start = end
    }
    else if (depth === 0 && token.startsWith('/*') && !css.slice(start, index).trim()) {
      start = end
    }
  }
  return rules
}

/** A selector without what only a living page knows: `a:hover` is `a`, and `:hover` alone is any element. */
export function still(selector: string): string {
  const given = selector.replace(RE_LIVE, (_, index: number) => /[\w\])-]/.test(selector[index - 1] ?? '') ? '' : '*')
  // `:not(:hover)` is as well taken as given as `:hover` is.
  return given.replace(/:not\(\*(?:,\s*\*)*\)/g, '')
}

/** All selectors in a text of rules. */
function selectorsIn(css: string): string[] {
  return rulesOf(css).flatMap(({ head, body }) => RE_GROUP.test(head) && body ? selectorsIn(body) : head.startsWith('@') ? [] : [head])
}

/** Of a text of rules those whose selectors are wanted. */
export function keepRules(css: string, isWanted: (selector: string) => boolean): string {
  return rulesOf(css).map(({ head, body }) => {
    if (body === undefined)
      return RE_ALWAYS.test(head) ? `${head};` : ''
    if (RE_GROUP.test(head)) {
      const inner = RE_PRINT.test(head) ? '' : keepRules(body, isWanted)
      return inner && `${head}{${inner}}`
    }
    return (head.startsWith('@') ? RE_ALWAYS.test(head) : isWanted(head)) ? `${head}{${body}}` : ''
  }).join('')
}

/** The texts of all loaded styles. Runs inside the page: it may use nothing from outside itself. */
async function textsOfStyles(): Promise<string[]> {
  return Promise.all([...document.styleSheets].map(async (sheet) => {
    try {
      // Of a sheet that comes from another host no rule may be read.
      return sheet.cssRules && sheet.href ? await (await fetch(sheet.href)).text() : sheet.ownerNode?.textContent ?? ''
    }
    catch {
      return ''
    }
  }))
}

/** Which selectors match anything in some pictures, light or dark. Runs inside the page: it may use nothing from outside itself. */
function matching([selectors, pictures]: readonly [selectors: readonly string[], pictures: readonly Pictured[]]): boolean[] {
  const documents = pictures.map(({ html, marks }) => {
    const page = new DOMParser().parseFromString('<!doctype html><html><body><main id="first-paint"></main></body></html>', 'text/html')
    page.querySelector('main')!.innerHTML = html
    for (const [name, value] of Object.entries(marks))
      page.documentElement.setAttribute(name, value)
    return page
  })
  return selectors.map((selector) => {
    try {
      return documents.some(page => ['light', 'dark'].some((scheme) => {
        page.documentElement.className = scheme
        return page.querySelector(selector)
      }))
    }
    catch {
      return true
    }
  })
}

/** What styles are asked about: a picture, and what its slide says on the root of the page. */
export interface Pictured {
  html: string
  marks: Readonly<Record<string, string>>
}

/** The rules of all loaded styles of a page that any of some pictures needs, light and dark. */
export async function neededStyles(page: Page, pictures: readonly Pictured[]): Promise<string> {
  const css = (await page.evaluate(textsOfStyles)).join('\n')
  const selectors = [...new Set(selectorsIn(css).map(still))]
  const answers = await page.evaluate(matching, [selectors, pictures] as const)
  const wanted = new Set(selectors.filter((_, index) => answers[index]))
  return keepRules(css, selector => wanted.has(still(selector)))
}
