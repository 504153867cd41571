import type { PageSlide } from '../../../addon/lib/deck/pages.ts'
import { isField } from '../../../composables/useGround.ts'

/** What is not to anybody's taste on one slide, or in a row of them. */
export interface TasteFinding {
  rule: 'words' | 'stage' | 'sizes' | 'verdict hue' | 'form'
  /** Where and what, in words. */
  what: string
}

/** What the room can judge of one visible slide. */
export interface Look {
  /** Words of running text: titles and sentences, without the labels of a picture, the excerpts of 2016 and citations. */
  words: number
  /** All words but citations, those of pictures and of 2016 too. */
  allWords: number
  /** Those of them whose letters have at most 20 px of the canvas. */
  smallWords: number
  /** Whether something larger than a word is drawn. */
  hasPicture: boolean
  /** Share of the height of the stage that is used, 0 to 1. */
  used: number
  /** Sizes of its letters in px of the canvas. Posters are drawn, and left out. */
  sizes: number[]
  /** Verdicts in the colour of a technique. */
  hues: string[]
}

export const MOST_WORDS = 25
export const MOST_SIZES = 8
export const LEAST_STAGE = { first: 0.4, last: 0.7 }
/** As often may one form stand in a row. */
export const MOST_IN_A_ROW = 2

/** Looks at one visible slide. Runs inside the page: it may use nothing from outside itself. */
export function lookAt(selector: string): Look {
  /** From the title to the foot, in px of the canvas. */
  const STAGE = { top: 120, bottom: 496 }
  const WIDTH = 980
  /** The largest letters that row 20 reads with effort. */
  const SMALL = 20
  /** What is filled must be as large as this, all in all, to be a picture and no mark, in px of the canvas. */
  const PICTURE = 200 * 80
  const slide = document.querySelector<HTMLElement>(selector)!
  const layout = slide.querySelector<HTMLElement>('.slidev-layout')!
  const frame = slide.getBoundingClientRect()
  const scale = frame.width / WIDTH
  const seen = (element: Element): boolean => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !element.closest('.visually-hidden')
  const looks: Look = { words: 0, allWords: 0, smallWords: 0, hasPicture: false, used: 0, sizes: [], hues: [] }
  let [top, bottom] = [Infinity, -Infinity]
  let filled = 0
  /** A title bar is no part of the stage; a poster has none. */
  const onStage = (element: Element): boolean => layout.matches('.cover, .on-field') || !element.closest('h1')

  function uses({ top: from, bottom: to, width, height }: DOMRect): void {
    if (width * height < 1)
      return
    top = Math.min(top, (from - frame.top) / scale)
    bottom = Math.max(bottom, (to - frame.top) / scale)
  }

  const walker = document.createTreeWalker(layout, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement!
    const text = node.textContent!.trim()
    if (!text || element.closest('style, title, desc') || !seen(element) || getComputedStyle(element).clipPath !== 'none')
      continue
    const own = Number.parseFloat(getComputedStyle(element).fontSize)
    const size = Math.round(element instanceof SVGGraphicsElement ? own * (element.getScreenCTM()?.a ?? scale) / scale : own)
    const words = text.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word)).length
    if (!element.closest('[data-text], [data-voice], [role="img"], svg'))
      looks.words += words
    if (!element.closest('.cite')) {
      looks.allWords += words
      looks.smallWords += size <= SMALL ? words : 0
    }
    if (!element.closest('[data-poster], .cover h1') && !looks.sizes.includes(size))
      looks.sizes.push(size)
    if (onStage(element)) {
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const rect of range.getClientRects())
        uses(rect)
    }
  }
  for (const element of layout.querySelectorAll('*')) {
    const { backgroundColor, backgroundImage, borderTopWidth, borderTopStyle } = getComputedStyle(element)
    const isDrawn = backgroundColor !== 'rgba(0, 0, 0, 0)' || backgroundImage !== 'none' || (borderTopStyle !== 'none' && borderTopWidth !== '0px') || element instanceof SVGGeometryElement || element instanceof HTMLImageElement
    if (!isDrawn || !seen(element))
      continue
    const rect = element.getBoundingClientRect()
    if (onStage(element))
      uses(rect)
    // Shapes count, one large or many small ones: a line is none, paper and code are words, and so is a table without marks in it.
    const isFilled = (backgroundColor !== 'rgba(0, 0, 0, 0)' || backgroundImage !== 'none' || element instanceof SVGGeometryElement || element instanceof HTMLImageElement) && !element.matches('[data-voice], [data-voice] *, code, table, tr, th, td, .slidev-layout')
    filled += isFilled ? rect.width * rect.height / scale ** 2 : 0
  }
  looks.hasPicture = filled >= PICTURE
  looks.used = Math.max(0, Math.min(bottom, STAGE.bottom) - Math.max(top, STAGE.top)) / (STAGE.bottom - STAGE.top)

  const probe = layout.appendChild(document.createElement('i'))
  const names = [...document.styleSheets].flatMap(sheet => [...sheet.cssRules]).flatMap(rule => rule instanceof CSSStyleRule && rule.selectorText === ':root' ? [...rule.style] : []).filter(name => /^--deck-(?!poster).*-(?:solid|ink)$/.test(name))
  const techniques = new Map(names.map((name) => {
    probe.style.color = `var(${name})`
    return [getComputedStyle(probe).color, name]
  }))
  probe.remove()
  for (const element of layout.querySelectorAll('[data-verdict]')) {
    const { color, borderTopColor, backgroundColor } = getComputedStyle(element)
    for (const hue of [color, borderTopColor, backgroundColor]) {
      if (techniques.has(hue))
        looks.hues.push(`${element.getAttribute('data-verdict')} has the colour of ${techniques.get(hue)}`)
    }
  }
  return looks
}

/** What is wrong with a look at the first or the last step of a slide, or at one between. */
export function tasteOf({ words, used, hues }: Look, step: { isFirst: boolean, isLast: boolean }): TasteFinding[] {
  const least = Math.max(step.isFirst ? LEAST_STAGE.first : 0, step.isLast ? LEAST_STAGE.last : 0)
  const percent = (share: number): string => `${Math.round(share * 100)} %`
  return [
    ...words > MOST_WORDS ? [{ rule: 'words' as const, what: `${words} words of running text, at most ${MOST_WORDS}` }] : [],
    ...used < least ? [{ rule: 'stage' as const, what: `${percent(used)} of the stage used, at least ${percent(least)}` }] : [],
    ...hues.map(what => ({ rule: 'verdict hue' as const, what })),
  ]
}

/** Too many sizes of letters over the whole deck. */
export function sizesTaste(sizes: Iterable<number>): TasteFinding[] {
  const all = [...new Set(sizes)].sort((a, b) => a - b)
  return all.length > MOST_SIZES ? [{ rule: 'sizes', what: `${all.length} sizes of letters, at most ${MOST_SIZES}: ${all.join(', ')} px` }] : []
}

const RE_BET = /<Claim\b[^>]*\sbet\b/
const RE_COMPONENT = /<([A-Z]\w*)\b/g
/** They stand within words, and make no form. */
const IN_WORDS = new Set(['Claim', 'Cite', 'Term', 'Num'])

/** What a slide looks like from the last row: a field, a bet, or its composition with what is drawn on it. */
export function formOf({ frontmatter, content }: Pick<PageSlide, 'frontmatter' | 'content'>): string {
  const layout = String(frontmatter.layout ?? 'default')
  if (isField(layout))
    return 'field'
  if (RE_BET.test(content))
    return 'bet'
  const drawn = [...new Set([...content.matchAll(RE_COMPONENT)].map(([, name]) => name!).filter(name => !IN_WORDS.has(name)))]
  return [layout, ...drawn].join(' ')
}

/** Slides with which one form stands too often in a row. */
export function formTaste(slides: readonly Pick<PageSlide, 'frontmatter' | 'content'>[]): (TasteFinding & { slide: number })[] {
  const forms = slides.map(formOf)
  return forms.flatMap((form, index) => {
    const row = forms.slice(Math.max(0, index - MOST_IN_A_ROW), index + 1)
    return row.length > MOST_IN_A_ROW && row.every(other => other === form)
      ? [{ rule: 'form' as const, what: `“${form}” for the third time in a row`, slide: index }]
      : []
  })
}
