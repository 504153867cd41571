import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { Buffer } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { createCanvas } from '@napi-rs/canvas'
import { decodePDFRawStream, PDFDict, PDFDocument, PDFName, PDFRawStream } from 'pdf-lib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A node of the tags of a page. */
export interface Tag {
  role: string
  alt?: string
  children?: (Tag | { type: string, id: string })[]
}

export interface Bookmark { title: string, depth: number, page: number }

export async function open(file: string): Promise<PDFDocumentProxy> {
  return await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise
}

/** A text without spaces: where a line breaks, a PDF has none. */
export function bare(text: string): string {
  return text.replace(/\s+/g, '').replace(/[‘’]/g, '\'').replace(/[“”]/g, '"')
}

/** The text of each page in the order in which it is read, without spaces. */
export async function pageTexts(pdf: PDFDocumentProxy): Promise<string[]> {
  return await eachPage(pdf, async (page) => {
    const { items } = await page.getTextContent()
    return bare(items.map(item => 'str' in item ? item.str : '').join(''))
  })
}

/** Every text that is anywhere in a PDF: read on its pages, told to screen readers, in its bookmarks, its links and its metadata, or in a stream that nobody reads. */
export async function allTextOf(file: string): Promise<string> {
  const pdf = await open(file)
  const links = await eachPage(pdf, async page => (await page.getAnnotations()) as unknown[])
  const told = [await pageTexts(pdf), await tagsOf(pdf), await bookmarksOf(pdf), await pdf.getMetadata(), links, await pdf.getAttachments()]
  const { context } = await PDFDocument.load(readFileSync(file), { updateMetadata: false })
  // A photo holds no text, and is the only stream that is not packed as text is.
  const bytesOf = (stream: PDFRawStream) => String(stream.dict.get(PDFName.of('Filter'))) === '/DCTDecode' ? stream.contents : decodePDFRawStream(stream).decode()
  const raw = context.enumerateIndirectObjects().map(([, object]) => Buffer.from(object instanceof PDFRawStream ? bytesOf(object) : Buffer.from(String(object), 'latin1')))
  return [JSON.stringify(told), ...raw.flatMap(bytes => [bytes.toString('latin1'), bytes.toString('latin1').replaceAll('\0', '')])].join('\n')
}

export async function eachPage<T>(pdf: PDFDocumentProxy, look: (page: Awaited<ReturnType<PDFDocumentProxy['getPage']>>, no: number) => Promise<T>): Promise<T[]> {
  const found: T[] = []
  for (let no = 1; no <= pdf.numPages; no++)
    found.push(await look(await pdf.getPage(no), no))
  return found
}

/** All tags of a document, each page's in the order in which they are read. */
export async function tagsOf(pdf: PDFDocumentProxy): Promise<Tag[]> {
  const walk = (tag: Tag): Tag[] => [tag, ...(tag.children ?? []).flatMap(child => 'role' in child ? walk(child) : [])]
  return (await eachPage(pdf, async page => await page.getStructTree() as Tag | null)).flatMap(tree => tree ? walk(tree) : [])
}

export async function bookmarksOf(pdf: PDFDocumentProxy): Promise<Bookmark[]> {
  type Item = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>[number]
  const found: Bookmark[] = []
  async function walk(items: Item[], depth: number): Promise<void> {
    for (const { title, dest, items: inner } of items) {
      found.push({ title, depth, page: await pageOf(pdf, dest) })
      await walk(inner as Item[], depth + 1)
    }
  }
  await walk(await pdf.getOutline() ?? [], 0)
  return found
}

/** The page, from 1, to which a destination leads. Throws if it leads nowhere. */
export async function pageOf(pdf: PDFDocumentProxy, dest: unknown): Promise<number> {
  const target = typeof dest === 'string' ? await pdf.getDestination(dest) : dest as unknown[]
  if (!target)
    throw new Error(`no such destination: ${String(dest)}`)
  return 1 + await pdf.getPageIndex(target[0] as { num: number, gen: number })
}

/** Names of the fonts whose glyphs are not in the file. A Type 3 font has its glyphs in itself: Chromium writes the variable font that way. */
export async function fontsNotEmbedded(file: string): Promise<string[]> {
  const pdf = await PDFDocument.load(readFileSync(file), { updateMetadata: false })
  const FILES = ['FontFile', 'FontFile2', 'FontFile3'].map(key => PDFName.of(key))
  return pdf.context.enumerateIndirectObjects().flatMap(([, font]) => {
    if (!(font instanceof PDFDict) || font.lookup(PDFName.of('Type')) !== PDFName.of('Font') || font.has(PDFName.of('DescendantFonts')))
      return []
    const embedded = font.has(PDFName.of('CharProcs'))
      || FILES.some(key => font.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict)?.has(key))
    return embedded ? [] : [String(font.get(PDFName.of('BaseFont')))]
  })
}

/** Draws a page, small. */
async function draw(page: Awaited<ReturnType<PDFDocumentProxy['getPage']>>): Promise<{ width: number, height: number, data: Uint8ClampedArray }> {
  const SCALE = 0.5
  const viewport = page.getViewport({ scale: SCALE })
  const [width, height] = [Math.floor(viewport.width), Math.floor(viewport.height)]
  const canvas = createCanvas(width, height)
  await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise
  return { width, height, data: canvas.getContext('2d').getImageData(0, 0, width, height).data }
}

/** How much of a page has a colour, or nearly that. */
export async function shareOf(page: Awaited<ReturnType<PDFDocumentProxy['getPage']>>, colour: readonly number[]): Promise<number> {
  const NEAR = 24
  const { width, height, data } = await draw(page)
  let found = 0
  for (let at = 0; at < data.length; at += 4)
    found += Number(colour.every((value, index) => Math.abs(data[at + index]! - value) < NEAR))
  return found / (width * height)
}

/** Draws a page: how much of it is inked, and whether ink touches an edge. */
export async function inkOf(page: Awaited<ReturnType<PDFDocumentProxy['getPage']>>): Promise<{ share: number, edges: number }> {
  const EDGE = 2
  const { width, height, data } = await draw(page)
  let ink = 0
  let edges = 0
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4
      if (data[at]! + data[at + 1]! + data[at + 2]! > 690)
        continue
      ink++
      if (x < EDGE || y < EDGE || x >= width - EDGE || y >= height - EDGE)
        edges++
    }
  }
  return { share: ink / (width * height), edges }
}
