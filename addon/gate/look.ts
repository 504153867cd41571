import type { Page } from '@playwright/test'
import type { TextKind } from '../config.ts'
import type { PageSlide } from '../lib/deck/pages.ts'
import type { Finding } from './inspect.ts'
import type { DeckAddresses, LinkFinding } from './structure.ts'
import { countClickMarks } from '../lib/deck/slide-notes.ts'
import { inspect, inspectAxe, slideSelector, still } from './deck.ts'
import { inspectStructure } from './structure.ts'

/** What Slidev and the framework show beside the slides. */
const VIEWS = ['handout', 'overview', 'notes', 'presenter', 'presenter/1', 'print', 'export']

/** The addresses of a deck on its host. */
export function addressesOf(site: string, deck: readonly PageSlide[], lang: string): DeckAddresses {
  const root = new URL(site).pathname
  const names = deck.flatMap(({ frontmatter }, index) => [String(index + 1), ...frontmatter.routeAlias ? [String(frontmatter.routeAlias)] : []])
  return { root, paths: [...[...names, ...VIEWS].map(name => `${root}${name}`), root.replace(/\/$/, '')], lang }
}

/** How the visible slide is looked at. */
export interface Looking {
  /** By every rule, and not only at where things stand. */
  whole: boolean
  floors: Record<TextKind, number>
  addresses: DeckAddresses
}

/** What is wrong with the visible slide, in the window as it is. */
export async function look(page: Page, no: number, { whole, floors, addresses }: Looking): Promise<Finding[]> {
  const structure = whole ? await page.evaluate(inspectStructure, [slideSelector(no), addresses] as [string, DeckAddresses]) : []
  await page.evaluate(holdStill, slideSelector(no))
  await still(page)
  const geometry = await inspect(page, no, floors)
  if (!whole)
    return geometry
  return [...geometry, ...await withoutFiles(page, structure), ...await inspectAxe(page, no)]
}

/**
 * Runs inside the page: what moves for ever stands where it begins, so that every run finds it in the same place. Slides that are in the
 * page already and not yet shown move on: whether theirs do is told when they are.
 */
function holdStill(selector: string): void {
  const shown = document.querySelector(selector)
  for (const animation of document.getAnimations()) {
    const slide = (animation.effect as KeyframeEffect | null)?.target?.closest('.slidev-page')
    if (animation.effect?.getComputedTiming().endTime === Infinity && (!slide || slide === shown)) {
      animation.currentTime = 0
      animation.pause()
    }
  }
}

/** A link to a file leads somewhere if the host has the file. */
async function withoutFiles(page: Page, findings: readonly LinkFinding[]): Promise<Finding[]> {
  const left = await Promise.all(findings.map(async ({ file, ...finding }) => {
    const answer = file && await page.request.head(file).catch(() => undefined)
    return answer && answer.ok() ? [] : [finding]
  }))
  return left.flat()
}

/** Every slide has its script, with a mark for every click that the slide really takes. */
export function noteFindings(deck: readonly PageSlide[], clicks: ReadonlyMap<number, number>): (Finding & { slide: number, clicks: number })[] {
  return [...clicks].flatMap(([slide, taken]) => {
    const note = deck[slide - 1]?.note?.trim()
    const what = !note ? 'there is none' : countClickMarks(note) !== taken ? `${countClickMarks(note)} [click] marks for ${taken} clicks` : undefined
    return what ? [{ rule: 'note' as const, what, slide, clicks: taken }] : []
  })
}
