import type { Document, Node, Pair } from 'yaml'
import type { Fault } from '../deck/faults.ts'
import type { Wrong } from './text.ts'
import { isAlias, isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import { shown } from './text.ts'

/** What a file of an event says, before anybody has looked at its values. */
export interface Parsed {
  values: Record<string, unknown>
  /** Where a key stands: `line 4 speaker / name`; of one that is missing, where it belongs. */
  entryOf: (path: readonly PropertyKey[]) => string
  /** Is it empty only because what stands behind it is a comment? */
  isCommented: (key: string) => boolean
}

/** Larger, in bytes, is no file that tells of an event. */
export const LARGEST_FILE = 16 * 1024

const RE_TAB = /^ *\t/m
const RE_KEY = /^\s*([\w-]+)\s*:/
const ENCODING = 'Save it as UTF-8; editors have that under "Save as" or "Encoding".'
const QUOTES = 'Put the text behind the key in quotes, as in event: "Dinner: a talk".'

/** What YAML's own errors mean to somebody who knows no YAML. */
const SAID: Record<string, Wrong> = {
  DUPLICATE_KEY: { problem: 'the key stands twice', mend: 'Remove one of the two lines.' },
  TAB_AS_INDENT: { problem: 'a tab stands where YAML wants spaces', mend: 'Put two spaces in its place.' },
  MULTIPLE_DOCS: { problem: 'a second document begins', mend: 'Remove the line ---, or write a file for each event.' },
  MISSING_CHAR: { problem: 'a quote or a bracket is opened and never closed', mend: 'Close it, or remove it.' },
  BLOCK_AS_IMPLICIT_KEY: { problem: 'it has a second colon, or spaces in front that it should not have', mend: QUOTES },
}

/**
 * The text of a file.
 *
 * @returns what is wrong with it where it is no text
 */
export function decode(bytes: Uint8Array): string | Wrong & { entry: string } {
  const entry = 'the file'
  if ((bytes[0] === 0xFF && bytes[1] === 0xFE) || (bytes[0] === 0xFE && bytes[1] === 0xFF))
    return { entry, problem: 'it is written in UTF-16', mend: ENCODING }
  if (bytes.includes(0))
    return { entry, problem: 'it is no text', mend: 'Write it with an editor for plain text, as UTF-8.' }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  }
  catch {
    const text = new TextDecoder().decode(bytes)
    return { entry: lineAt(text, text.indexOf('\uFFFD')), problem: 'it is not written in UTF-8', mend: ENCODING }
  }
}

/** The line of a place in a text, with the key that the line has. */
function lineAt(text: string, at: number): string {
  // What never ends is told where the last word stands.
  const number = text.slice(0, Math.min(at, text.trimEnd().length)).split('\n').length
  const key = RE_KEY.exec(text.split('\n')[number - 1]!)?.[1]
  return `line ${number}${key ? ` ${key}` : ''}`
}

/** What YAML can do and a file of an event must not: each hides what is read, or makes much of little. */
function trick(document: Document.Parsed): { node: Node, what: string } | undefined {
  let found: { node: Node, what: string } | undefined
  visit(document, {
    Node(_, node) {
      const what = isAlias(node) ? 'an alias (*)' : 'anchor' in node && node.anchor ? 'an anchor (&)' : node.tag ? 'a tag (!)' : undefined
      if (!what)
        return undefined
      found = { node, what }
      return visit.BREAK
    },
  })
  return found
}

/**
 * Reads YAML as far as a file of an event may use it: keys, texts and one level of keys inside of a key.
 *
 * @param file in messages
 * @param text of the file
 * @returns what it says, or the faults that keep it from being read
 */
export function parseEvent(file: string, text: string): Parsed | Fault[] {
  const lines = new LineCounter()
  const fault = (at: number | undefined, wrong: Wrong): Fault[] => [{ file, entry: at === undefined ? 'the file' : lineAt(text, at), ...wrong }]
  const tab = RE_TAB.exec(text)
  if (tab)
    return fault(tab.index + tab[0].length - 1, SAID.TAB_AS_INDENT!)
  const document = parseDocument(text, { lineCounter: lines, schema: 'core', merge: false, prettyErrors: false, uniqueKeys: true })
  const [error] = [...document.errors, ...document.warnings]
  // Brackets in brackets in brackets: the reader has one call for each.
  if (error?.message.includes('call stack'))
    return fault(undefined, { problem: 'it is nested too deep', mend: 'Write one key to a line, as lectern event new does.' })
  if (error)
    return fault(error.pos[0], SAID[error.code] ?? { problem: `YAML cannot read it: ${error.message.split('\n')[0]!.replace(/[.:]$/, '')}`, mend: QUOTES })
  if (document.directives.yaml.explicit || Object.keys(document.directives.tags).length > 1)
    return fault(0, { problem: 'it begins with a directive (%)', mend: 'Remove the line.' })
  const tricky = trick(document)
  if (tricky)
    return fault(tricky.node.range?.[0], { problem: `it has ${tricky.what}, which no event needs`, mend: QUOTES })
  const { contents } = document
  if (contents === null)
    return fault(undefined, { problem: 'it says nothing', mend: 'Write at least event: and what it is called.' })
  if (!isMap(contents))
    return fault(0, { problem: 'it has no keys', mend: 'Write a key, a colon and a text on each line, as in event: An evening.' })
  const odd = oddKey(contents.items)
  if (odd)
    return fault(odd.range?.[0], { problem: 'what stands before the colon is no word', mend: 'Write a word there, as in event: An evening.' })
  return { values: asObject(document), entryOf: path => entryOf(document, path, lines), isCommented: key => isCommented(document, key) }
}

/** A key that is itself a list, a group, or nothing. */
function oddKey(pairs: readonly Pair[]): Node | undefined {
  for (const { key, value } of pairs) {
    if (!isScalar(key) || typeof key.value !== 'string' || !key.value)
      return (key ?? value) as Node
    const inner = isMap(value) ? oddKey(value.items as Pair[]) : undefined
    if (inner)
      return inner
  }
  return undefined
}

/** Keys are entries of their own, whatever they are called: `__proto__` is a key like any other. */
function asObject(document: Document.Parsed): Record<string, unknown> {
  const tree = document.toJS({ mapAsMap: true, maxAliasCount: 0 }) as Map<string, unknown>
  return Object.fromEntries([...tree].map(([key, value]) => [key, value instanceof Map ? Object.fromEntries(value as Map<string, unknown>) : value]))
}

function pairAt(document: Document.Parsed, path: readonly PropertyKey[]): Pair<Node, Node> | undefined {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents
  return isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1)) as Pair<Node, Node> | undefined : undefined
}

function entryOf(document: Document.Parsed, path: readonly PropertyKey[], lines: LineCounter): string {
  const name = path.map(key => typeof key === 'string' && /^[\w-]+$/.test(key) ? key : shown(key)).join(' / ')
  const at = path.map((_, index) => path.slice(0, path.length - index)).map(way => pairAt(document, way)?.key.range?.[0]).find(at => at !== undefined)
  return at === undefined ? name : `line ${lines.linePos(at).line} ${name}`
}

function isCommented(document: Document.Parsed, key: string): boolean {
  const value = pairAt(document, [key])?.value
  return isScalar(value) && value.value === null && Boolean(value.comment ?? document.comment)
}
