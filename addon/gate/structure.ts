import type { Finding } from './inspect.ts'

/** What `inspectStructure` has to know of the deck. */
export interface DeckAddresses {
  /** Paths under which the deck has a slide, from the root of the host. */
  paths: string[]
  /** Language of the deck. */
  lang: string
}

/**
 * Looks at headings, links, alternative texts, focus, language, title and motion of one visible slide.
 * Runs inside the page: it may use nothing from outside itself.
 */
export function inspectStructure([selector, { paths, lang }]: [string, DeckAddresses]): Finding[] {
  const findings: Finding[] = []
  const slide = document.querySelector<HTMLElement>(selector)!
  const visible = (element: Element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  const name = (element: Element) => `<${element.tagName.toLowerCase()}> “${element.textContent!.trim().replace(/\s+/g, ' ').slice(0, 30)}”`

  const headings = [...slide.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter(visible)
  const levels = headings.map(heading => Number(heading.tagName[1]))
  if (levels.filter(level => level === 1).length !== 1 || levels[0] !== 1)
    findings.push({ rule: 'headings', what: `levels ${levels.join(', ') || 'none'}: one h1, first` })
  for (const [index, level] of levels.entries()) {
    if (index && level > levels[index - 1]! + 1)
      findings.push({ rule: 'headings', what: `${name(headings[index]!)} skips a level` })
  }

  const title = headings[0]?.textContent?.trim()
  if (title && !document.title.replace(/\W/g, '').includes(title.replace(/\W/g, '')))
    findings.push({ rule: 'title', what: `the window says “${document.title}”` })
  if (document.documentElement.lang !== lang)
    findings.push({ rule: 'language', what: `the page says “${document.documentElement.lang}”` })

  for (const link of slide.querySelectorAll('a')) {
    const href = link.getAttribute('href')
    if (!href) {
      findings.push({ rule: 'link', what: `${name(link)} leads nowhere` })
      continue
    }
    const url = new URL(href, location.href)
    if (url.origin === location.origin ? !paths.includes(url.pathname.replace(/\/$/, '')) : url.protocol !== 'https:')
      findings.push({ rule: 'link', what: `${name(link)}: ${href}` })
  }

  for (const picture of slide.querySelectorAll('img, [role="img"]')) {
    if (!(picture.getAttribute('alt') ?? picture.getAttribute('aria-label') ?? picture.closest('[aria-hidden="true"]')))
      findings.push({ rule: 'alternative', what: `${name(picture)} has no alternative text` })
  }

  for (const element of slide.querySelectorAll<HTMLElement>('a[href], button:not([disabled]), [tabindex]')) {
    if (!visible(element))
      continue
    if (element.tabIndex > 0)
      findings.push({ rule: 'focus', what: `${name(element)} jumps the order by tabindex` })
    const before = getComputedStyle(element).boxShadow
    element.focus({ preventScroll: true })
    const style = getComputedStyle(element)
    const outlined = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2
    if (document.activeElement === element && !outlined && style.boxShadow === before)
      findings.push({ rule: 'focus', what: `${name(element)} shows no focus` })
    element.blur()
  }

  for (const animation of document.getAnimations()) {
    const { target } = animation.effect as KeyframeEffect
    if (animation.playState === 'running' && target && slide.contains(target))
      findings.push({ rule: 'motion', what: `${name(target)} still moves` })
  }
  return findings
}
