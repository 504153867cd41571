import type { Router } from 'vue-router'
import type { Leaf } from '../lib/leaf/page.ts'
import { keepHeld, partAt, pressAnew, wayTo } from './pressAnew.ts'
import { whenIdle } from './whenIdle.ts'

/** Id of the picture of the slide that the build has put into the page. */
const PICTURE = 'first-paint'
/** Its styles, and those that come after them. */
const STYLES = '#first-styles, #later-styles'

/** Styles that do not count yet, so that the picture was not kept waiting. */
const LATER = 'link[rel="stylesheet"][media="not all"]'

/** Marked in the timeline of the page when all presses that waited have been answered: until then the application may show places on the way. */
const ANSWERED = 'lectern:answered'

/** How long the styles of the picture may outlive it, in ms. */
const SOON = 200

/** A font that has not come by then, in ms, does not keep the application waiting. */
const PATIENCE = 5000

/** The slide that the application shows. */
function shownSlide(): Element | null {
  return [...document.querySelectorAll('#slideshow .slidev-page')].find(slide => slide.checkVisibility() && getComputedStyle(slide).contentVisibility !== 'hidden') ?? null
}

/** Has the application drawn what the picture shows, or something else in its place? */
function isDrawn(): boolean {
  const shown = [...document.querySelectorAll<HTMLElement & { isDrawn?: boolean }>('#slideshow .slidev-page, #app > :not(#page-root)')]
    .filter(element => !element.matches('.slidev-page') || element.isDrawn)
  return !document.querySelector('#app [data-unfinished]') && shown.some(element => element.getBoundingClientRect().width > 0)
}

/** Waits for the fonts of the picture. */
async function fontsOf({ dataset, textContent }: HTMLElement): Promise<unknown> {
  const families = dataset.fonts?.split(',') ?? []
  return Promise.race([
    Promise.allSettled(families.map(family => document.fonts.load(`1em "${family}"`, textContent ?? ''))),
    new Promise(resolve => setTimeout(resolve, PATIENCE)),
  ])
}

/** Resolves in the first frame in which something is true. */
function frameIn(isTrue: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    function look(): void {
      if (isTrue())
        resolve()
      else
        requestAnimationFrame(look)
    }
    look()
  })
}

/** Is the address that of the route, and nothing on the slides on its way any more? */
function isStill(router: Router): boolean {
  const { href } = router.resolve(router.currentRoute.value.fullPath)
  const stage = document.getElementById('slideshow')
  return `${location.pathname}${location.search}${location.hash}` === href
    && document.getAnimations().every(({ playState, effect }) => playState !== 'running' || effect?.getComputedTiming().endTime === Infinity || !stage?.contains((effect as KeyframeEffect).target))
}

/**
 * The picture moves while the application is on its way, and with it the address, which the router has read at its start: its first
 * navigation must not write the old one over it. Later ones follow by themselves, as the picture tells them as the browser would.
 */
export function followPicture(router: Router): void {
  if (!document.getElementById(PICTURE))
    return
  let known = location.href
  const stop = router.beforeResolve(() => {
    if (location.href === known)
      return true
    known = location.href
    return { path: location.pathname.slice(import.meta.env.BASE_URL.length - 1), query: Object.fromEntries(new URLSearchParams(location.search)), replace: true }
  })
  void router.isReady().finally(stop)
}

/** Removes the picture in the very frame in which the application shows the same: nothing flashes and nothing moves. */
export async function takeOver(router: Router): Promise<void> {
  const picture = document.getElementById(PICTURE)
  if (!picture)
    return
  await fontsOf(picture)
  const styles = [...document.querySelectorAll<HTMLLinkElement>(LATER)]
  for (const link of styles)
    link.media = 'all'
  await frameIn(() => styles.every(({ sheet }) => sheet) && isDrawn())
  // The styles brought faces of their own, which read the same files again.
  await fontsOf(picture)
  await frameIn(() => isDrawn() && isStill(router))
  const { leaf } = window as { leaf?: Leaf }
  const { presses, held } = leaf?.() ?? { presses: [], held: '' }
  const slide = shownSlide()
  const first = picture.querySelector('.slidev-page')
  const same = (part?: Element | null) => partAt(wayTo(part, first), slide)
  const again = presses.map(press => ({ ...press, part: same(press.part) }))
  const focused = same(document.activeElement)
  picture.remove()
  focused?.focus({ preventScroll: true })
  if (held)
    keepHeld(held)
  void pressAnew(again).then(() => performance.mark(ANSWERED))
  // Here they say the same as those of the application, and to take them away is work of its own.
  whenIdle(() => document.querySelectorAll(STYLES).forEach(styles => styles.remove()), SOON)
}
