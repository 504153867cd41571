import type { Page } from '@playwright/test'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSlides } from '../../../addon/lib/deck/read-deck.ts'
import { ROOT } from '../../../addon/lib/paths.ts'
import config from '../../../deck.config.ts'
import { eachPage } from '../../lib/read-pdf.ts'

const RE_TEXT = /\.(?:html|js|css|json|webmanifest|xml|txt)$/
const RE_BEGIN = /^[\w ,]{24,}/

/** Everything that is said in the files of a folder. */
function textOf(folder: string): string {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(path => RE_TEXT.test(path))
  return paths.map(path => readFileSync(join(folder, path), 'utf8')).join('\n')
}

/**
 * What the files of a built site say of slides that its cut has not: titles, and how scripts begin; and what they fail to say of its own.
 * The questions of the parts stand with their answers in every cut, so sections are left out.
 */
export async function foreignTo(cut: string, folder: string): Promise<{ looked: number, foreign: string[], missing: string[] }> {
  const { slides } = await readSlides(ROOT, { cut })
  const here = slides.map(({ title }) => title!)
  const decks = await Promise.all(config.cuts!.filter(({ name }) => name !== cut).map(({ name }) => readSlides(ROOT, { cut: name })))
  const elsewhere = decks.flatMap(deck => deck.slides).filter(({ title, frontmatter }) => !here.includes(title!) && frontmatter.layout !== 'section')
  const text = textOf(folder)
  const titles = [...new Set(elsewhere.map(({ title }) => title!))]
  const begins = [...new Set(elsewhere.flatMap(({ note = '' }) => RE_BEGIN.exec(note)?.[0] ?? []))].filter(begin => !slides.some(({ note }) => note?.includes(begin)))
  return {
    looked: titles.length,
    foreign: [...titles.filter(title => text.includes(`${title}"`) || text.includes(`>${title}<`)), ...begins.filter(begin => text.includes(begin))],
    missing: here.filter(title => !text.includes(title)),
  }
}

/** Pairs of what is drawn on a visible slide that stand over each other, in words; what stands within another is no pair. */
export async function overlapping(page: Page, slide: string, selectors: readonly string[]): Promise<string[]> {
  return page.evaluate(({ slide, selectors }) => {
    // A text is as wide as its lines, and not as the box that it stands in.
    function boxesOf(element: Element): DOMRect[] {
      const range = document.createRange()
      range.selectNodeContents(element)
      return element.textContent!.trim() ? [...range.getClientRects()] : [element.getBoundingClientRect()]
    }
    const drawn = selectors.flatMap(selector => [...document.querySelectorAll(`${slide} ${selector}`)].map(element => ({ selector, boxes: boxesOf(element) })))
    return drawn.flatMap((one, index) => drawn.slice(index + 1).flatMap((other) => {
      const meets = one.boxes.some(a => other.boxes.some(b => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1))
      return meets ? [`${one.selector} over ${other.selector}`] : []
    }))
  }, { slide, selectors: [...selectors] })
}

/** Pages of a PDF on which the words at the foot run into the number of the page. */
export async function footsThatMeet(pdf: PDFDocumentProxy): Promise<number[]> {
  const RE_PAGE = /^Page \d/
  return (await eachPage(pdf, async (page, no) => {
    const { items } = await page.getTextContent()
    const texts = items.flatMap(item => 'str' in item && item.str.trim() ? [{ text: item.str, left: item.transform[4] as number, right: (item.transform[4] as number) + item.width, y: item.transform[5] as number }] : [])
    // Of a number that is written in pieces the first one is what something could run into.
    const number = texts.findLast(({ text }) => RE_PAGE.test(text) || text === 'Page')
    // Lines of the foot stand that close to each other.
    const LINE = 12
    return !number || texts.some(({ text, left, right, y }) => left < number.left && right > number.left - 4 && Math.abs(y - number.y) < LINE && !RE_PAGE.test(text)) ? [no] : []
  })).flat()
}
