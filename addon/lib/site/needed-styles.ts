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

/** In which of some pictures each selector matches anything, light or dark. Runs inside the page: it may use nothing from outside itself. */
function matching([selectors, pictures]: readonly [selectors: readonly string[], pictures: readonly Pictured[]]): number[][] {
  const documents = pictures.map(({ html, marks }) => {
    const page = new DOMParser().parseFromString('<!doctype html><html><body><main id="first-paint"></main></body></html>', 'text/html')
    page.querySelector('main')!.innerHTML = html
    for (const [name, value] of Object.entries(marks))
      page.documentElement.setAttribute(name, value)
    return page
  })
  const all = [...documents.keys()]
  return selectors.map((selector) => {
    try {
      return all.filter(index => ['light', 'dark'].some((scheme) => {
        documents[index]!.documentElement.className = scheme
        return documents[index]!.querySelector(selector)
      }))
    }
    catch {
      return all
    }
  })
}

/** What styles are asked about: a picture, and what its slide says on the root of the page. */
export interface Pictured {
  html: string
  marks: Readonly<Record<string, string>>
}

/** Rules, of which some pictures need some each. */
export class NeededStyles {
  private readonly users: ReadonlyMap<string, ReadonlySet<number>>
  private readonly all: readonly number[]
  /** As many of the rules, from the first one on, as are more of what pictures need than of what they do not, and those after them. */
  private readonly parts: readonly [common: string, beyond: string]

  /**
   * @param css all rules
   * @param users by selector the indices of the pictures that need it
   * @param count of the pictures
   */
  constructor(css: string, users: ReadonlyMap<string, ReadonlySet<number>>, count: number) {
    this.users = users
    const texts = rulesOf(css).map(({ head, body }) => body === undefined ? `${head};` : `${head}{${body}}`)
    this.all = [...Array.from({ length: count }).keys()]
    let [sum, most, common] = [0, 0, 0]
    for (const [index, text] of texts.entries()) {
      const selectors = selectorsIn(text)
      const needed = selectors.length ? new Set(selectors.flatMap(selector => [...users.get(selector)!])).size : count
      sum += this.keep(text, this.all).length * (2 * needed - count)
      if (sum > most)
        [most, common] = [sum, index + 1]
    }
    this.parts = [texts.slice(0, common).join(''), texts.slice(common).join('')]
  }

  private keep(css: string, pictures: Iterable<number>): string {
    const some = [...pictures]
    return keepRules(css, selector => some.some(picture => this.users.get(selector)!.has(picture)))
  }

  /** All rules that any of some pictures needs. */
  of(pictures: Iterable<number>): string {
    return this.keep(this.parts.join(''), pictures)
  }

  /** What most pictures have in common. It begins what they need: what each needs beyond it counts more. */
  get common(): string {
    return this.keep(this.parts[0], this.all)
  }

  /** What a picture needs beyond what most have in common. */
  beyond(picture: number): string {
    return this.keep(this.parts[1], [picture])
  }
}

/** Which of all loaded styles of a page each of some pictures needs, light and dark. */
export async function neededStyles(page: Page, pictures: readonly Pictured[]): Promise<NeededStyles> {
  const css = (await page.evaluate(textsOfStyles)).join('\n')
  const selectors = [...new Set(selectorsIn(css))]
  const asked = [...new Set(selectors.map(still))]
  const answers = await page.evaluate(matching, [asked, pictures] as const)
  const users = new Map(asked.map((selector, index) => [selector, new Set(answers[index])]))
  return new NeededStyles(css, new Map(selectors.map(selector => [selector, users.get(still(selector))!])), pictures.length)
}
