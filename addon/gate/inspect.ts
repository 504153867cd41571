import type { TextKind } from '../config.ts'
import type { RuleId } from './rules.ts'

/** What is wrong with one slide in one state. */
export interface Finding {
  rule: RuleId
  /** Which rule of axe. */
  sub?: string
  /** Where and what, in words that stay the same from run to run: a baseline knows a finding by them. */
  what: string
  /** What was measured. */
  detail?: string
  /** How bad it is, among the findings of its rule. */
  weight?: number
  /** Where it is, in px of the window: left, top, width, height. */
  box?: [number, number, number, number]
}

/** What `inspectSlide` has to know. */
export type InspectArgs = [selector: string, canvas: { width: number, height: number }, floors: Record<TextKind, number>]

/**
 * Looks at the geometry of one visible slide. Runs inside the page: it may use nothing from outside itself.
 * All sizes are px of the canvas.
 */
export function inspectSlide([selector, canvas, floors]: InspectArgs): Finding[] {
  /** Rounding of layout and scale. */
  const SLACK = 1
  /** Line boxes are taller than their letters, so neighbours may touch by this much. */
  const OVERLAP_SLACK = 5
  /** From this size on that is too little: of the box of a line, 1.3 times its size, this share above and below holds no letter. */
  const LARGE = { from: 40, above: 0.24, below: 0.05, belowBaseline: 0.27 }
  /** A box as wide as this tells by how much it is scaled: its layout is rounded to whole px. */
  const WIDE = 100
  /** Less than this is rounding, and no scaling. */
  const SCALED = 0.03
  const slide = document.querySelector<HTMLElement>(selector)
  if (!slide)
    return [{ rule: 'drawn', what: `no slide ${selector}` }]
  const frame = slide.getBoundingClientRect()
  const scale = frame.width / canvas.width
  const findings: Finding[] = []

  function onCanvas(rect: DOMRect) {
    return { left: (rect.left - frame.left) / scale, right: (rect.right - frame.left) / scale, top: (rect.top - frame.top) / scale, bottom: (rect.bottom - frame.top) / scale }
  }
  type Box = ReturnType<typeof onCanvas>

  /** Of what stands under a `zoom`, Safari tells in px of that zoom, counted from the corner of the page. */
  function unzoomed(rect: DOMRect, element: Element): DOMRect {
    if ('currentCSSZoom' in Element.prototype)
      return rect
    let zoom = 1
    for (let parent: Element | null = element; parent; parent = parent.parentElement)
      zoom *= Number(getComputedStyle(parent).zoom) || 1
    return zoom === 1 ? rect : new DOMRect((rect.left + scrollX) * zoom - scrollX, (rect.top + scrollY) * zoom - scrollY, rect.width * zoom, rect.height * zoom)
  }
  const rectOf = (element: Element) => unzoomed(element.getBoundingClientRect(), element)

  const round = (box: Box) => Object.entries(box).map(([side, value]) => `${side} ${Math.round(value)}`).join(', ')
  const inWindow = (rect: DOMRect): Finding['box'] => [rect.left, rect.top, rect.width, rect.height]
  /** By how much a box leaves another, in px. */
  const beyond = (box: Box, hull: Box) => Math.max(hull.left - box.left, hull.top - box.top, box.right - hull.right, box.bottom - hull.bottom)
  const CANVAS: Box = { left: 0, top: 0, right: canvas.width, bottom: canvas.height }

  /** What a transform, a zoom or a drawing makes of a size. */
  function scaleOf(element: Element): number {
    const drawing = element instanceof SVGGraphicsElement ? element : element.closest<SVGGraphicsElement>('foreignObject')
    if (drawing)
      return (drawing.getScreenCTM()?.a ?? scale) / scale
    let box = element as HTMLElement
    while (box.offsetWidth < WIDE && box !== slide && box.parentElement)
      box = box.parentElement
    const { width, height } = box.getBoundingClientRect()
    // Of a box that is turned one side looks shorter.
    const ratio = Math.max(width / box.offsetWidth, height / box.offsetHeight) / scale
    return Math.abs(ratio - 1) < SCALED || !Number.isFinite(ratio) ? 1 : ratio
  }

  function kindOf(element: Element): TextKind {
    const name = element.closest('[data-text]')?.getAttribute('data-text')
    if (name)
      return name in floors ? name as TextKind : 'body'
    return element.closest('pre') ? 'code' : element.closest('.katex, sub, sup') ? 'label' : 'body'
  }

  /** Inside a box of one pixel, which under a zoom is not quite one, or of which nothing is drawn: there for screen readers, not for eyes. */
  function isForScreenReaders(element: Element): boolean {
    for (let parent: Element | null = element; parent && parent !== slide; parent = parent.parentElement) {
      const { clipPath, overflowX, position, width } = getComputedStyle(parent)
      if (clipPath === 'inset(50%)')
        return true
      if (overflowX === 'hidden' && position === 'absolute' && Number.parseFloat(width) < 2)
        return true
    }
    return false
  }

  const texts: { text: string, node: Node, box: Box, rect: DOMRect }[] = []

  function inspectText(node: Node): void {
    const text = node.textContent!.trim().replace(/\s+/g, ' ')
    const element = node.parentElement
    // What KaTeX writes for screen readers, or to keep a line high, and what a drawing calls itself is not seen.
    if (!/[^\s\p{Cf}]/u.test(text) || !element || element.closest('style, script, title, desc, .katex-mathml') || isForScreenReaders(element) || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      return
    const name = `“${text.slice(0, 40)}”`
    const kind = kindOf(element)
    const size = Number.parseFloat(getComputedStyle(element).fontSize) * scaleOf(element)
    const range = document.createRange()
    range.selectNodeContents(node)
    const where = inWindow(range.getBoundingClientRect())
    if (size < floors[kind] - 0.01)
      findings.push({ rule: 'text-size', what: `${name}, ${kind} text`, detail: `${size.toFixed(1)} px, ${kind} text needs ${floors[kind]}`, weight: floors[kind] / size, box: where })
    if (text.includes('[?]') || (text === '?' && element.closest('.cite')))
      findings.push({ rule: 'citation', what: `${name} cites nothing`, box: where })

    const isLarge = size >= LARGE.from
    const above = isLarge ? size * LARGE.above : 0
    const below = isLarge ? size * (/[gjpqyQ,;()]/.test(text) ? LARGE.below : LARGE.belowBaseline) : 0
    for (const told of range.getClientRects()) {
      const rect = unzoomed(told, element)
      const whole = onCanvas(rect)
      const box = { ...whole, top: whole.top + above, bottom: whole.bottom - below }
      if (box.right - box.left < 1)
        continue
      texts.push({ text: name, node, box, rect })
      if (beyond(box, CANVAS) > SLACK)
        findings.push({ rule: 'off-canvas', what: name, detail: round(box), weight: beyond(box, CANVAS), box: inWindow(rect) })
      for (let parent: Element | null = element; parent && parent !== slide!.parentElement; parent = parent.parentElement) {
        const style = getComputedStyle(parent)
        if (style.overflowX === 'visible' && style.overflowY === 'visible')
          continue
        const hull = onCanvas(rectOf(parent))
        const slack = { left: hull.left - SLACK, right: hull.right + SLACK, top: hull.top - OVERLAP_SLACK, bottom: hull.bottom + OVERLAP_SLACK }
        if (beyond(box, slack) > 0) {
          findings.push({ rule: 'clipped', what: `${name} by <${parent.tagName.toLowerCase()} class="${parent.getAttribute('class') ?? ''}">`, weight: beyond(box, hull), box: inWindow(rect) })
          break
        }
      }
    }
  }

  // Diagrams of Mermaid stand in a shadow of their own.
  const shadows = [...slide.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])
  for (const root of [slide, ...shadows]) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      inspectText(node)
  }

  const VISIBLE = { opacityProperty: true, visibilityProperty: true }
  /** Chromium gives a picture that failed on a slide beside no box, and does not make up for it when the slide is shown. */
  function isShown(element: Element): boolean {
    if (element.checkVisibility(VISIBLE))
      return true
    const { display, visibility, opacity } = getComputedStyle(element)
    return element instanceof HTMLImageElement && display !== 'none' && visibility === 'visible' && opacity !== '0' && element.parentElement!.checkVisibility(VISIBLE)
  }

  // Boxes without text count too: a bar or a layer that leaves the canvas is as wrong as a word that does.
  for (const element of slide.querySelectorAll('svg, img, button, td, i')) {
    if (!isShown(element))
      continue
    const rect = rectOf(element)
    const box = onCanvas(rect)
    if (beyond(box, CANVAS) > SLACK)
      findings.push({ rule: 'off-canvas', what: `<${element.tagName.toLowerCase()}>`, detail: round(box), weight: beyond(box, CANVAS), box: inWindow(rect) })
    if (element instanceof HTMLImageElement && (!element.complete || !element.naturalWidth))
      findings.push({ rule: 'picture', what: `${element.src} did not load`, box: inWindow(rect) })
  }

  for (const [index, a] of texts.entries()) {
    for (const b of texts.slice(index + 1)) {
      const width = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left)
      const height = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top)
      // Lines of one text may be set tighter than their boxes.
      if (a.node !== b.node && width > OVERLAP_SLACK && height > OVERLAP_SLACK)
        findings.push({ rule: 'overlap', what: `${a.text} and ${b.text}`, weight: width * height, box: inWindow(a.rect) })
    }
  }
  return findings
}
