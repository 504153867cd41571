import type { PDFObject } from 'pdf-lib'
import type { About } from './paper.ts'
import { ParseSpeeds, PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib'

/** What a PDF gets. */
export interface Finish {
  about: About
  /** Of creation and of change: with a fixed one two runs are equal, byte by byte. */
  date: Date
  /** Texts of all headings of the page. */
  headings: readonly string[]
  /** How many levels of bookmarks are kept: parts and slides, not what stands on a slide. */
  depth: number
}

/**
 * Gives a printed PDF its metadata and writes its bookmarks as the headings are written; tags and links stay as they are.
 */
export async function finishPdf(bytes: Uint8Array, { about, date, headings, depth }: Finish): Promise<Uint8Array> {
  // Nobody else waits for this process: it need not stop for others after every few objects.
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest })
  pdf.setTitle(about.title, { showInWindowTitleBar: true })
  pdf.setAuthor(about.author)
  pdf.setSubject(about.subject)
  pdf.setKeywords([...about.keywords])
  pdf.setLanguage(about.language)
  pdf.setCreator(`${about.name} ${about.version}`.trim())
  pdf.setProducer('Chromium, pdf-lib')
  pdf.setCreationDate(date)
  pdf.setModificationDate(date)
  mendBookmarks(pdf, headings, depth)
  renumberTags(pdf)
  return await pdf.save({ objectsPerTick: Infinity })
}

function bare(text: string): string {
  return text.replace(/\s+/g, '')
}

/** Chromium loses the space where a heading breaks into a new line, and takes every heading for a bookmark. */
function mendBookmarks(pdf: PDFDocument, headings: readonly string[], depth: number): void {
  const written = new Map(headings.map(heading => [bare(heading), heading]))
  const [TITLE, FIRST, NEXT] = ['Title', 'First', 'Next'].map(key => PDFName.of(key)) as [PDFName, PDFName, PDFName]
  function walk(item: PDFDict | undefined, level: number): void {
    for (let next = item; next; next = next.lookupMaybe(NEXT, PDFDict)) {
      const title = bare(next.lookupMaybe(TITLE, PDFString, PDFHexString)?.decodeText() ?? '')
      // One that it laid out twice, to fit it on the page, it writes twice.
      const heading = written.get(title) ?? written.get(title.slice(0, title.length / 2))
      if (heading)
        next.set(TITLE, PDFHexString.fromText(heading))
      if (level === depth)
        ['First', 'Last', 'Count'].forEach(key => next.delete(PDFName.of(key)))
      else
        walk(next.lookupMaybe(FIRST, PDFDict), level + 1)
    }
  }
  walk(pdf.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict)?.lookupMaybe(FIRST, PDFDict), 1)
}

/** Chromium names header cells by a number that differs from run to run. They are numbered anew in the same order, since the tree of names is sorted. */
function renumberTags(pdf: PDFDocument): void {
  const RE_NODE = /^node\d+$/
  const isName = (object: PDFObject | undefined): object is PDFString => object instanceof PDFString && RE_NODE.test(object.decodeText())
  const found = new Set<string>()
  const named = new Map<string, string>()

  function visit(object: PDFObject, change: boolean): void {
    const places: [PDFObject, (value: PDFObject) => void][] = object instanceof PDFDict
      ? object.entries().map(([key, value]) => [value, changed => object.set(key, changed)])
      : object instanceof PDFArray
        ? object.asArray().map((value, index) => [value, changed => object.set(index, changed)])
        : []
    for (const [value, set] of places) {
      if (!isName(value))
        visit(value, change)
      else if (change)
        set(PDFString.of(named.get(value.decodeText())!))
      else
        found.add(value.decodeText())
    }
  }

  const objects = pdf.context.enumerateIndirectObjects().map(([, object]) => object)
  objects.forEach(object => visit(object, false))
  ;[...found].sort().forEach((name, index) => named.set(name, `node${String(index).padStart(8, '0')}`))
  objects.forEach(object => visit(object, true))
}
