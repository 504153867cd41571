import type { Finding } from './inspect.ts'

/** What `inspectStructure` has to know of the deck. */
export interface DeckAddresses {
  /** Path of the deck on its host; ends with a slash. */
  root: string
  /** Paths under which the deck has a slide, from the root of the host. */
  paths: string[]
  /** Language of the deck. */
  lang: string
  /** What the frontmatter calls the slide. */
  title?: string
}

/** A finding about a link, which the host may know better. */
export type LinkFinding = Finding & {
  /** A file of the host, as far as its name tells. */
  file?: string
}

/**
 * Looks at headings, links, alternative texts, focus, language, title and motion of one visible slide.
 * Runs inside the page: it may use nothing from outside itself.
 */
export function inspectStructure([selector, { root, paths, lang, title: called }]: [string, DeckAddresses]): LinkFinding[] {
  /** Under reduced motion nothing may take longer to stand still, in ms. */
  const STILL = 100
  const findings: LinkFinding[] = []
  const slide = document.querySelector<HTMLElement>(selector)!
  const visible = (element: Element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  const name = (element: Element) => `<${element.tagName.toLowerCase()}> “${element.textContent!.trim().replace(/\s+/g, ' ').slice(0, 30)}”`
  function find(rule: Finding['rule'], what: string, element?: Element, file?: string): void {
    const { left, top, width, height } = element?.getBoundingClientRect() ?? {}
    findings.push({ rule, what, ...width && { box: [left!, top!, width, height!] }, ...file !== undefined && { file } })
  }

  const headings = [...slide.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter(visible)
  const levels = headings.map(heading => Number(heading.tagName[1]))
  if (levels.filter(level => level === 1).length !== 1 || levels[0] !== 1)
    find('slide-heading', `levels ${levels.join(', ') || 'none'}: one h1, first`, headings[0])
  for (const [index, level] of levels.entries()) {
    if (index && level > levels[index - 1]! + 1)
      find('headings', `${name(headings[index]!)} skips a level`, headings[index])
  }

  const letters = (text = '') => text.replace(/[^\p{L}\p{N}]/gu, '')
  const title = headings[0]?.textContent?.trim()
  if (title && ![title, called].some(title => letters(title) && letters(document.title).includes(letters(title))))
    find('title', `the window says “${document.title}”`)
  if (document.documentElement.lang !== lang)
    find('language', `the page says “${document.documentElement.lang}”, the deck “${lang}”`)

  for (const link of slide.querySelectorAll('a')) {
    const href = link.getAttribute('href')
    if (!href) {
      find('link', `${name(link)} leads nowhere`, link)
      continue
    }
    const url = new URL(href, location.href)
    const path = url.hash.startsWith('#/') ? `${root}${url.hash.slice(2).split('?')[0]}` : url.pathname
    if (url.origin !== location.origin && !['https:', 'mailto:', 'tel:'].includes(url.protocol))
      find('link', `${name(link)}: ${href}`, link)
    else if (url.origin === location.origin && !paths.includes(path.replace(/\/$/, '')))
      find('link', `${name(link)}: ${href}`, link, /\.\w+$/.test(path) ? url.href : undefined)
  }

  for (const picture of slide.querySelectorAll('img, [role="img"]')) {
    if (!(picture.getAttribute('alt') || picture.getAttribute('aria-label') || picture.getAttribute('aria-labelledby') || picture.closest('[aria-hidden="true"], [role="presentation"], [role="none"]')))
      find('alternative', `<${picture.tagName.toLowerCase()}> ${picture.getAttribute('src')?.slice(0, 80) ?? `“${picture.textContent!.trim().slice(0, 30)}”`} has no alternative text`, picture)
  }

  const focused = document.activeElement
  for (const element of slide.querySelectorAll<HTMLElement>('a[href], button:not([disabled]), [tabindex]')) {
    if (!visible(element))
      continue
    if (element.tabIndex > 0)
      find('focus', `${name(element)} jumps the order by tabindex`, element)
    const before = getComputedStyle(element).boxShadow
    element.focus({ preventScroll: true })
    const style = getComputedStyle(element)
    // The browser's own ring, `auto`, is drawn as wide as it has to be.
    const outlined = style.outlineStyle === 'auto' || (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2)
    if (document.activeElement === element && !outlined && style.boxShadow === before)
      find('focus', `${name(element)} shows no focus`, element)
    element.blur()
  }
  if (focused instanceof HTMLElement && focused !== document.body)
    focused.focus({ preventScroll: true })

  for (const animation of document.getAnimations()) {
    const { target } = animation.effect as KeyframeEffect
    // Told by how long it takes, and not by when it is looked at. With a transition from slide to slide Slidev moves the page itself: it is over, or not yet.
    if (animation.playState === 'running' && target && target !== slide && slide.contains(target) && Number(animation.effect!.getComputedTiming().endTime) > STILL)
      find('motion', `${name(target)} still moves`, target)
  }
  return findings
}
