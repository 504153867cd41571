import type { Plugin, Rolldown } from 'vite'
import { RE_GROUP, rulesOf } from './needed-styles.ts'

/** What UnoCSS gives every element of the page, and its pseudo-elements: a value of each variable of its utilities. */
const RE_RESET = /\*,\s*::?before,\s*::?after,\s*::backdrop\s*\{\s*(--un-[^}]*)\}/
const RE_NAME = /(--un-[\w-]+):/g
/** What stands for a part of an element can stand in no `:where`. */
const RE_PART = /::?(?:before|after|backdrop|placeholder|marker|selection|first-letter|first-line|file-selector-button)$/

/** The selectors of a list, each by itself. */
function alone(list: string): string[] {
  const parts = ['']
  let depth = 0
  for (const character of list) {
    depth += '(['.includes(character) ? 1 : ')]'.includes(character) ? -1 : 0
    if (character === ',' && depth === 0)
      parts.push('')
    else
      parts[parts.length - 1] += character
  }
  return parts.map(part => part.trim())
}

/** The selectors of all rules that read one of some variables; none if a rule reads one that is no rule of an element. */
function readersOf(css: string, reads: RegExp): string[] | undefined {
  const found: string[] = []
  for (const { head, body = '' } of rulesOf(css)) {
    if (!reads.test(body))
      continue
    if (RE_GROUP.test(head)) {
      const inner = readersOf(body, reads)
      if (!inner)
        return undefined
      found.push(...inner)
    }
    else if (head.startsWith('@')) {
      return undefined
    }
    else {
      found.push(...alone(head))
    }
  }
  return found
}

/**
 * Stylesheets in which only those elements have the variables of UnoCSS that read them. Else a browser keeps some sixty of them for every
 * element and its pseudo-elements, and computes them anew whenever the style of one changes. What a stylesheet says then depends on
 * nothing but what it said, as its name does.
 *
 * @param sheets of a site, one of which has the values for all elements
 * @param scripts all scripts of the site together: of what these read nobody can tell the elements
 * @returns the sheets, in their order
 */
export function withReadVariables(sheets: readonly string[], scripts: string): readonly string[] {
  const [reset, values] = RE_RESET.exec(sheets.find(css => RE_RESET.test(css)) ?? '') ?? []
  if (!reset || !values)
    return sheets
  const reads = new RegExp(`var\\(\\s*(?:${[...values.matchAll(RE_NAME)].map(([, name]) => name).join('|')})(?![\\w-])`)
  const readers = sheets.map(css => readersOf(css, reads))
  if (reads.test(scripts) || readers.includes(undefined))
    return sheets
  return sheets.map((css, index) => {
    const selectors = new Set(readers[index]!.map(selector => `:where(${selector.replace(RE_PART, '') || '*'})${RE_PART.exec(selector)?.[0] ?? ''}`))
    const own = selectors.size ? `${[...selectors].join()}{${values}}` : ''
    return css.includes(reset) ? css.replace(reset, () => own) : own + css
  })
}

/** The Vite plugin that gives the variables of UnoCSS to those elements of a built site that read them. */
export function utilityVariablesPlugin(): Plugin {
  return {
    name: 'deck:utility-variables',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const sheets = Object.values(bundle).filter((file): file is Rolldown.OutputAsset => file.type === 'asset' && file.fileName.endsWith('.css'))
        const scripts = Object.values(bundle).map(file => file.type === 'chunk' ? file.code : '').join('\n')
        withReadVariables(sheets.map(({ source }) => String(source)), scripts).forEach((css, index) => sheets[index]!.source = css)
      },
    },
  }
}
