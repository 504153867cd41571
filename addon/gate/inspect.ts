import type { TextKind } from '../config.ts'

/** What the gate looks at. */
export type GateRule = 'text size' | 'off canvas' | 'clipped' | 'overlap' | 'citation' | 'picture' | 'axe' | 'console' | 'request'
  | 'headings' | 'title' | 'language' | 'link' | 'alternative' | 'focus' | 'motion' | 'note'

/** The least size of text by what it is, in px of the canvas; what a deck says for itself counts more. */
export const FLOORS: Readonly<Record<TextKind, number>> = { body: 16, label: 12, cite: 10, code: 12 }

/** What a slide is measured by. */
export interface Measures {
  width: number
  height: number
  floors: Readonly<Record<TextKind, number>>
}

/** What is wrong with one slide in one state. */
export interface Finding {
  rule: GateRule
  /** Where and what, in words. */
  what: string
}

/**
 * Looks at the geometry of one visible slide. Runs inside the page: it may use nothing from outside itself.
 * All sizes are px of the canvas.
 */
export function inspectSlide([selector, { floors, ...canvas }]: [string, Measures]): Finding[] {
  /** Rounding of layout and scale. */
  const SLACK = 1
  /** Line boxes are taller than their letters, so neighbours may touch by this much. */
  const OVERLAP_SLACK = 5
  /** From this size on that is too little: of the box of a line, 1.3 times its size, this share above and below holds no letter. */
  const LARGE = { from: 40, above: 0.24, below: 0.05, belowBaseline: 0.27 }
  const slide = document.querySelector<HTMLElement>(selector)
  if (!slide)
    return [{ rule: 'off canvas', what: `no slide ${selector}` }]
  const frame = slide.getBoundingClientRect()
  const scale = frame.width / canvas.width
  const findings: Finding[] = []

  function onCanvas(rect: DOMRect) {
    return { left: (rect.left - frame.left) / scale, right: (rect.right - frame.left) / scale, top: (rect.top - frame.top) / scale, bottom: (rect.bottom - frame.top) / scale }
  }
  type Box = ReturnType<typeof onCanvas>
  const round = (box: Box) => Object.entries(box).map(([side, value]) => `${side} ${Math.round(value)}`).join(', ')

  function fontSize(element: Element): number {
    const size = Number.parseFloat(getComputedStyle(element).fontSize)
    if (element instanceof SVGGraphicsElement)
      return size * (element.getScreenCTM()?.a ?? scale) / scale
    return size
  }

  /** Inside a box of one pixel: there for screen readers, not for eyes. */
  function isForScreenReaders(element: Element): boolean {
    for (let parent: Element | null = element; parent && parent !== slide; parent = parent.parentElement) {
      const { overflowX, position, width } = getComputedStyle(parent)
      if (overflowX === 'hidden' && position === 'absolute' && Number.parseFloat(width) <= 1)
        return true
    }
    return false
  }

  const texts: { text: string, node: Node, box: Box }[] = []
  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent!.trim().replace(/\s+/g, ' ')
    const element = node.parentElement!
    if (!text || element.closest('style, title, desc') || isForScreenReaders(element) || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      continue
    const name = `“${text.slice(0, 40)}”`
    const said = element.closest('[data-text]')?.getAttribute('data-text') ?? (element.closest('pre, code') ? 'code' : 'body')
    const kind = said in floors ? said as TextKind : 'body'
    const size = fontSize(element)
    if (size < floors[kind] - 0.01)
      findings.push({ rule: 'text size', what: `${name} is ${size.toFixed(1)} px, ${kind} text needs ${floors[kind]}` })
    if (text.includes('[?]') || (text === '?' && element.closest('.cite')))
      findings.push({ rule: 'citation', what: `${name} cites nothing` })

    const isLarge = size >= LARGE.from
    const above = isLarge ? size * LARGE.above : 0
    const below = isLarge ? size * (/[gjpqyQ,;()]/.test(text) ? LARGE.below : LARGE.belowBaseline) : 0
    const range = document.createRange()
    range.selectNodeContents(node)
    for (const rect of range.getClientRects()) {
      const whole = onCanvas(rect)
      const box = { ...whole, top: whole.top + above, bottom: whole.bottom - below }
      if (box.right - box.left < 1)
        continue
      texts.push({ text: name, node, box })
      if (box.left < -SLACK || box.top < -SLACK || box.right > canvas.width + SLACK || box.bottom > canvas.height + SLACK)
        findings.push({ rule: 'off canvas', what: `${name}: ${round(box)}` })
      for (let parent: Element | null = element; parent && parent !== slide.parentElement; parent = parent.parentElement) {
        const style = getComputedStyle(parent)
        if (style.overflowX === 'visible' && style.overflowY === 'visible')
          continue
        const hull = onCanvas(parent.getBoundingClientRect())
        if (box.left < hull.left - SLACK || box.right > hull.right + SLACK || box.top < hull.top - OVERLAP_SLACK || box.bottom > hull.bottom + OVERLAP_SLACK) {
          findings.push({ rule: 'clipped', what: `${name} by <${parent.tagName.toLowerCase()} class="${parent.getAttribute('class') ?? ''}">` })
          break
        }
      }
    }
  }

  // Boxes without text count too: a bar or a layer that leaves the canvas is as wrong as a word that does.
  for (const element of slide.querySelectorAll('svg, img, button, td, i')) {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      continue
    const box = onCanvas(element.getBoundingClientRect())
    if (box.left < -SLACK || box.top < -SLACK || box.right > canvas.width + SLACK || box.bottom > canvas.height + SLACK)
      findings.push({ rule: 'off canvas', what: `<${element.tagName.toLowerCase()}>: ${round(box)}` })
    if (element instanceof HTMLImageElement && (!element.complete || !element.naturalWidth))
      findings.push({ rule: 'picture', what: `${element.src} did not load` })
  }

  for (const [index, a] of texts.entries()) {
    for (const b of texts.slice(index + 1)) {
      const width = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left)
      const height = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top)
      // Lines of one text may be set tighter than their boxes.
      if (a.node !== b.node && width > OVERLAP_SLACK && height > OVERLAP_SLACK)
        findings.push({ rule: 'overlap', what: `${a.text} and ${b.text}` })
    }
  }
  return findings
}
