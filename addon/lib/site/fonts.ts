import type { Plugin } from 'vite'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative, sep } from 'node:path'
import { keepFile } from './kept-file.ts'

/** Printable ASCII, and what typography and arithmetic make of it without its standing in a source. */
const ALWAYS = [...Array.from({ length: 95 }, (_, index) => String.fromCodePoint(32 + index)), ...'\u00A0\u202F–—‘’“”…·•×−±≤≥≈→←↑↓µ'].join('')
/** What is cut off a font beside letters. */
interface Weights { min: number, max: number }

/** A face in a text of rules. */
const RE_FACE = /@font-face\s*\{[^}]*\}/g
const RE_WOFF2 = /url\("?([^")]+\.woff2)"?\)\s*format\(([^)]+)\)/
/** The family of a face. */
const RE_FAMILY = /font-family:\s*["']?([^"';]+)/
const RE_FILE = /url\("?([^")]+\.woff2)"?\)/
const RE_RANGE = /unicode-range:\s*([^;}]+)/

/** Every character that the deck can show, each once, in order. */
export function charactersOf(texts: readonly { text: string }[]): string {
  return [...new Set(ALWAYS + texts.map(({ text }) => text).join(''))].filter(character => character >= ' ').sort().join('')
}

/** Is a character in a range such as `U+0000-00FF,U+0131` or, as a build writes it, `U+??,U+131`? */
export function inRange(character: string, range: string): boolean {
  const point = character.codePointAt(0)!
  return range.split(',').some((part) => {
    const [first, last = first!] = part.trim().replace(/^U\+/i, '').split('-')
    const [from, to] = [first!.replaceAll('?', '0'), last.replaceAll('?', 'F')].map(hex => Number.parseInt(hex, 16))
    return point >= from! && point <= to!
  })
}

/** Makes the subset once for each font and set of characters; it is kept between builds. Returns the path of its file. */
async function subset(font: string, text: string, cache: string, weights?: Weights): Promise<string> {
  const original = await readFile(font)
  const key = createHash('sha256').update(original).update(text).update(JSON.stringify(weights ?? {})).digest('hex').slice(0, 16)
  const file = join(cache, `${font.split(sep).at(-1)!.replace(/\.woff2$/, '')}-${key}.woff2`)
  await keepFile(file, async () => {
    const { default: subsetFont } = await import('subset-font')
    const options = { targetFormat: 'woff2' as const, ...weights && font.includes('wght') ? { variationAxes: { wght: { ...weights, default: weights.min } } } : {} }
    return await subsetFont(original, text, options)
  })
  return file
}

/** In a folder of its own beside the packages: Vite serves and hashes what is in it as any other file. */
function cacheOf(root: string): string {
  return join(dirname(createRequire(join(root, 'package.json')).resolve('vite/package.json')), '../.cache/lectern-fonts')
}

/** A family as a page has it in itself: only the letters of its picture. */
export function firstFamily(family: string): string {
  return `First ${family}`
}

/**
 * Rules with the faces that a picture needs in them, so that its words wait for no font.
 *
 * @param rules of the picture
 * @param styles rules with the faces of the site
 * @param letters of the picture, by family
 * @param site folder of the built site
 * @param options what else is known
 * @param options.base of the site
 * @param options.root folder of the project
 */
export async function withFaces(rules: string, styles: string, letters: Readonly<Record<string, string>>, site: string, { base, root }: { base: string, root: string }): Promise<string> {
  const faces = await Promise.all([...styles.matchAll(RE_FACE)].map(async ([face]) => {
    const family = RE_FAMILY.exec(face)?.[1]
    const [, url, format] = RE_WOFF2.exec(face) ?? []
    const range = RE_RANGE.exec(face)?.[1] ?? 'U+0-10FFFF'
    const text = [...letters[family ?? ''] ?? ''].filter(letter => inRange(letter, range)).join('')
    if (!family || !url || !text)
      return ''
    const font = await subset(join(site, url.slice(base.length)), text, cacheOf(root))
    const data = (await readFile(font)).toString('base64')
    return face.replace(family, firstFamily(family)).replace(/font-display:[^;}]+/, 'font-display:block').replace(/src:[^;}]+/, `src:url("data:font/woff2;base64,${data}") format(${format!})`)
  }))
  const named = Object.keys(letters).reduce((text, family) => text.replaceAll(
    new RegExp(`(?<=[:,\\s])(["']?)${family.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\1(?=\\s*[,;}!]|$)`, 'g'),
    `"${firstFamily(family)}","${family}"`,
  ), rules.replaceAll(RE_FACE, ''))
  return faces.join('') + named
}

/** The letters of several pictures together, by family. */
export function joinLetters(pictures: readonly { letters: Readonly<Record<string, string>> }[]): Record<string, string> {
  const families = [...new Set(pictures.flatMap(({ letters }) => Object.keys(letters)))]
  return Object.fromEntries(families.map(family => [family, [...new Set(pictures.map(({ letters }) => letters[family] ?? '').join(''))].sort().join('')]))
}

/** The font files of the faces that some letters are painted with. */
export function filesOfLetters(styles: string, letters: Readonly<Record<string, string>>): string[] {
  return [...new Set([...styles.matchAll(RE_FACE)].flatMap(([face]) => {
    const range = RE_RANGE.exec(face)?.[1] ?? 'U+0-10FFFF'
    const isWanted = [...letters[RE_FAMILY.exec(face)?.[1] ?? ''] ?? ''].some(letter => inRange(letter, range))
    return isWanted ? RE_FILE.exec(face)?.[1] ?? [] : []
  }))]
}

/**
 * The Vite plugin that cuts the fonts of Fontsource down to the characters of the deck. A face whose range holds none of
 * them is dropped with its file.
 */
export function fontsPlugin(root: string, texts: readonly { text: string }[], weights?: Weights): Plugin {
  const characters = [...charactersOf(texts)]
  const cache = cacheOf(root)

  async function cut(face: string, folder: string): Promise<string> {
    const url = RE_WOFF2.exec(face)
    if (!url)
      return face
    const range = RE_RANGE.exec(face)?.[1] ?? 'U+0-10FFFF'
    const text = characters.filter(character => inRange(character, range)).join('')
    if (!text)
      return ''
    const file = await subset(join(folder, url[1]!), text, cache, weights)
    const path = relative(folder, file).split(sep).join('/')
    return face.replace(/src:[^;}]+/, `src: url(./${path}) format(${url[2]!})`)
  }

  return {
    name: 'deck:fonts',
    apply: 'build',
    enforce: 'pre',
    async transform(code, id) {
      const [file] = id.split('?')
      if (!/@fontsource.*\.css$/.test(file!))
        return undefined
      const faces = [...code.matchAll(RE_FACE)].map(([face]) => face)
      return { code: (await Promise.all(faces.map(face => cut(face, dirname(file!))))).join('\n'), map: null }
    },
  }
}
