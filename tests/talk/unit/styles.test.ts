import { globSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from '../../../addon/lib/paths.ts'
import { rulesOf } from '../../../addon/lib/site/needed-styles.ts'

const FOLDERS = ['styles', 'layouts', 'components', 'addon/styles', 'addon/components', 'addon/pages']
const RE_COMMENT = /\/\*[\s\S]*?\*\//g
const RE_STYLE = /<style\b[^>]*>([\s\S]*?)<\/style>/g
const RE_SELECTORS = /([^{}]+)\{/g

const HIDDEN = '[data-show=\'false\']'

/** The styles of all files of the talk and of the framework. */
function stylesOf(inVue = RE_STYLE): { path: string, css: string }[] {
  return FOLDERS.flatMap(folder => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter(path => /\.(?:css|vue)$/.test(path)).map((path) => {
    const text = readFileSync(join(ROOT, folder, path), 'utf8')
    return { path: `${folder}/${path}`, css: path.endsWith('.css') ? text : [...text.matchAll(inVue)].map(([, style]) => style).join('\n') }
  }))
}

/** Splits a text where one of some characters stands outside of brackets. */
function splitOutside(text: string, at: RegExp): string[] {
  const parts = ['']
  let depth = 0
  for (const character of text) {
    depth += Number('(['.includes(character)) - Number(')]'.includes(character))
    if (!depth && at.test(character))
      parts.push('')
    else
      parts[parts.length - 1] += character
  }
  return parts.map(part => part.trim()).filter(Boolean)
}

/** Selectors that look into an element and then are about anything at all in it. */
function withoutSubject(css: string): string[] {
  const selectors = [...css.replace(RE_COMMENT, '').matchAll(RE_SELECTORS)].flatMap(([, list]) => splitOutside(list!, /,/))
  return selectors.filter(selector => selector.includes(':has(') && /^(?:\*|:)/.test(splitOutside(selector, /[\s>+~]/).at(-1)!))
}

it('no rule with :has() is about any element: at every step the browser would style all of a slide anew', () => {
  const found = stylesOf().flatMap(({ path, css }) => withoutSubject(css).map(selector => `${path}: ${selector}`))
  expect(found).toEqual([])
})

// Of a file of styles without `scoped` the plugin for Vue keeps one component, the last that it read: a build then fails, or not, by chance.
it('no file of styles is named by two components, unless each has it for itself: import it', () => {
  const names = FOLDERS.flatMap(folder => globSync('**/*.vue', { cwd: join(ROOT, folder) }).flatMap((path) => {
    const text = readFileSync(join(ROOT, folder, path), 'utf8')
    const tags = (text.match(/<style\b[^>]*>/g) ?? []).filter(tag => !tag.includes('scoped'))
    return tags.flatMap(tag => /src="([^"]+)"/.exec(tag)?.[1] ?? []).map(src => join(folder, dirname(path), src))
  }))
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})

/** What is hidden while its step has not come, and yet has transitions. */
function movingUnseen(css: string): string[] {
  const rules = rulesOf(css.replace(RE_COMMENT, ''))
  const moving = new Set(rules.filter(({ body }) => /transition: (?!none)/.test(body ?? '')).flatMap(({ head }) => splitOutside(head, /,/)))
  return rules.filter(({ head, body }) => head.endsWith(HIDDEN) && /visibility: hidden/.test(body!) && !/transition: none/.test(body!) && moving.has(head.slice(0, -HIDDEN.length))).map(({ head }) => head)
}

it('what nobody sees has no transitions: in a step of a picture with fifty boxes a third of all moves were of such', () => {
  const found = stylesOf().flatMap(({ path, css }) => movingUnseen(css).map(selector => `${path}: ${selector}`))
  expect(found).toEqual([])
  expect(movingUnseen(`.a { transition: opacity 1s; } .a${HIDDEN} { visibility: hidden; } .b${HIDDEN} { visibility: hidden; }`)).toEqual([`.a${HIDDEN}`])
})

// With one of them a browser looks again at every element whose place changes, in every frame of its move.
it('no rule asks what is written in a style attribute', () => {
  expect(stylesOf().filter(({ css }) => /\[style\b/.test(css.replace(RE_COMMENT, ''))).map(({ path }) => path)).toEqual([])
})

/** Classes that the framework styles wherever they stand, and that a picture of the talk may have all the same: two for this, and one that is styled in code alone. */
const COMMON = ['visually-hidden', 'handout', 'line']

it('no part of a picture has the name of something in the framework: boxes once lay behind their page in the PDFs', () => {
  const ruled = new Set(stylesOf(/<style>([\s\S]*?)<\/style>/g).filter(({ path }) => path.startsWith('addon/')).flatMap(({ css }) => [...css.replace(RE_COMMENT, '').matchAll(RE_SELECTORS)].flatMap(([, list]) => splitOutside(list!, /,/))).flatMap(selector => splitOutside(selector, /[\s>+~]/).at(-1)!.match(/(?<=\.)[a-z][\w-]*/g) ?? []))
  expect(ruled).toContain('part')
  const named = globSync('components/**/*.vue', { cwd: ROOT }).flatMap(path => [...readFileSync(join(ROOT, path), 'utf8').matchAll(/\bclass="([^"]+)"/g)].flatMap(([, names]) => names!.split(' ')).map(name => ({ path, name })))
  expect(named.filter(({ name }) => ruled.has(name) && !COMMON.includes(name))).toEqual([])
})

it('finds such a rule', () => {
  expect(withoutSubject('.a:has(> .b[data-c=\'d\']) > :not(.e, h1), .a:has(.b) .c { color: red }')).toEqual(['.a:has(> .b[data-c=\'d\']) > :not(.e, h1)'])
})
