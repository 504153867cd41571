import type { About } from './paper.ts'
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib'

const KEYWORDS = ['containers', 'virtualization', 'microVM', 'security']

/**
 * Gives a printed PDF its metadata and writes its bookmarks as the headings are written; tags and links stay as they are.
 *
 * @param headings texts of all headings of the page
 * @param date of creation and of change: with a fixed one two runs are equal, byte by byte
 */
export async function finishPdf(bytes: Uint8Array, { about, date, headings }: { about: About, date: Date, headings: readonly string[] }): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  pdf.setTitle(about.title, { showInWindowTitleBar: true })
  pdf.setAuthor(about.author)
  pdf.setSubject(about.subject)
  pdf.setKeywords(KEYWORDS)
  pdf.setLanguage(about.language)
  pdf.setCreator(`why-containers ${about.version}`)
  pdf.setProducer('Chromium, pdf-lib')
  pdf.setCreationDate(date)
  pdf.setModificationDate(date)
  spaceBookmarks(pdf, headings)
  return await pdf.save()
}

function bare(text: string): string {
  return text.replace(/\s+/g, '')
}

/** Chromium loses the space where a heading breaks into a new line. */
function spaceBookmarks(pdf: PDFDocument, headings: readonly string[]): void {
  const written = new Map(headings.map(heading => [bare(heading), heading]))
  const TITLE = PDFName.of('Title')
  function walk(item: PDFDict | undefined): void {
    for (let next = item; next; next = next.lookupMaybe(PDFName.of('Next'), PDFDict)) {
      const title = next.lookupMaybe(TITLE, PDFString, PDFHexString)
      const heading = title && written.get(bare(title.decodeText()))
      if (heading)
        next.set(TITLE, PDFHexString.fromText(heading))
      walk(next.lookupMaybe(PDFName.of('First'), PDFDict))
    }
  }
  walk(pdf.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict)?.lookupMaybe(PDFName.of('First'), PDFDict))
}
