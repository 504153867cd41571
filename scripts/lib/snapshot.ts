/** One slide as a browser without JavaScript is to see it. */
export interface Snapshot {
  no: number
  /** Title of the window. */
  title: string
  /** What the slide says, in a sentence or two. */
  description: string
  /** Font families that its words are set in, by their first names. */
  families: string[]
  /** The slide before its first click: what the application shows when it takes over. */
  first: string
  /** The slide when all of it is said, where that differs. */
  last?: string
}

/** Takes the visible slide out of the page. Runs inside the page: it may use nothing from outside itself. */
export function takeSlide(no: number): Snapshot {
  const LONGEST = 155
  const slide = document.querySelector<HTMLElement>(`#slideshow .slidev-page-${no}`)!
  const content = slide.closest('.slidev-slide-content')!

  const copy = slide.cloneNode(true) as HTMLElement
  copy.style.removeProperty('display')
  const walker = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT)
  const comments: Comment[] = []
  while (walker.nextNode())
    comments.push(walker.currentNode as Comment)
  comments.forEach(comment => comment.remove())

  const frame = content.cloneNode(false) as HTMLElement
  frame.removeAttribute('id')
  frame.style.removeProperty('--slidev-slide-scale')
  frame.style.removeProperty('filter')
  frame.append(copy)

  // A slide of a diagram has no paragraphs; then its title must do, with what the deck says of itself.
  const words = [...slide.querySelectorAll('.slidev-layout p, .slidev-layout li')].filter(element => element.checkVisibility() && !element.querySelector('p, li')).map((element) => {
    const text = element.cloneNode(true) as HTMLElement
    text.querySelectorAll('.cite, .visually-hidden').forEach(cite => cite.remove())
    return text.textContent!.replace(/\s+/g, ' ').trim()
  }).filter(Boolean).join(' ')
  const description = words.length > LONGEST ? `${words.slice(0, words.lastIndexOf(' ', LONGEST))} …` : words

  const families = new Set<string>()
  const texts = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    if (texts.currentNode.textContent!.trim())
      families.add(getComputedStyle(texts.currentNode.parentElement!).fontFamily.split(',')[0]!.replace(/["']/g, ''))
  }

  return { no, title: document.title, description, families: [...families], first: frame.outerHTML }
}

/**
 * The rules of all loaded styles that a picture needs, light and dark.
 * Runs inside the page: it may use nothing from outside itself.
 */
export function neededStyles(pictures: readonly string[]): string[] {
  /** What a browser knows only of a living page is taken as given. */
  const RE_LIVE = /::[\w-]+(?:\([^)]*\))?|:(?:hover|focus|focus-visible|focus-within|active|visited|target|checked|disabled|enabled|placeholder-shown|autofill|before|after|first-line|first-letter|-[\w-]+)(?![\w-])/g

  function pages(picture: string): Document[] {
    return ['light', 'dark'].map((scheme) => {
      const page = new DOMParser().parseFromString(`<!doctype html><html class="${scheme}"><body><main id="first-paint"></main></body></html>`, 'text/html')
      page.querySelector('main')!.innerHTML = picture
      return page
    })
  }

  function matches(selector: string, documents: readonly Document[]): boolean {
    // `a:hover` is `a`, and `:hover` alone is any element.
    const still = selector.replace(RE_LIVE, (_, index: number) => /[\w\])-]/.test(selector[index - 1] ?? '') ? '' : '*')
    try {
      return documents.some(page => page.querySelector(still))
    }
    catch {
      return true
    }
  }

  function keep(rules: CSSRuleList, documents: readonly Document[]): string {
    let css = ''
    for (const rule of rules) {
      if (rule instanceof CSSStyleRule) {
        if (matches(rule.selectorText, documents))
          css += rule.cssText
      }
      else if (rule instanceof CSSFontFaceRule || rule instanceof CSSLayerStatementRule) {
        css += rule.cssText
      }
      else if (rule instanceof CSSMediaRule && rule.media.mediaText === 'print') {
        continue
      }
      else if (rule instanceof CSSGroupingRule) {
        const inner = keep(rule.cssRules, documents)
        if (inner)
          css += `${rule.cssText.slice(0, rule.cssText.indexOf('{'))}{${inner}}`
      }
    }
    return css
  }

  return pictures.map((picture) => {
    const documents = pages(picture)
    return [...document.styleSheets].map(sheet => keep(sheet.cssRules, documents)).join('')
  })
}
