/** The inline script of each page: paints its picture, answers what leafs through the slides, and has the application come. */
import type { PageFacts } from './page.ts'
import { answersOf } from './answers.ts'
import { lettersOf } from './letters.ts'
import { isPlain, placeIn } from './page.ts'

/** How long the application waits for a moment in which the browser has nothing else to do, in ms. */
const SOON = 1000

const marks = document.documentElement.classList

/** In an element of the head, after all that the picture needs. */
function fetchLater(tag: string, attributes: Record<string, string>, before: Element | null = null): HTMLElement {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries({ crossorigin: '', fetchpriority: 'low', ...attributes }))
    element.setAttribute(name, value)
  return document.head.insertBefore(element, before)
}

/**
 * The application: it comes when it is called, once. Beside a picture its styles stand before those of the picture and count from when
 * addon/composables/takeOver.ts says so; without one they count at once, and it starts with them.
 */
function applicationOf({ entry, scripts, styles, later }: PageFacts, isPictured: boolean): (failed: () => void) => void {
  let isCalled = false
  return (failed) => {
    if (isCalled)
      return
    isCalled = true
    const there = styles.map(href => new Promise((resolve) => {
      const link = fetchLater('link', { rel: 'stylesheet', ...isPictured && { media: 'not all' }, href }, document.getElementById('first-styles'))
      link.onload = link.onerror = resolve
    }))
    for (const href of later)
      fetchLater('link', { rel: 'preload', as: 'style', href })
    for (const href of scripts)
      fetchLater('link', { rel: 'modulepreload', href })
    const start = () => fetchLater('script', { type: 'module', src: entry }).addEventListener('error', failed)
    if (isPictured)
      start()
    else
      void Promise.all(there).then(start)
    // A part of it that it fetches while it starts.
    addEventListener('vite:preloadError', failed)
  }
}

/** The slide that an address is for; none if it is for another view of the application. */
async function slideAt([name]: readonly [string, number], { pictures, slides }: PageFacts): Promise<number> {
  const names = /^\d*$/.test(name) ? [] : await fetch(`${pictures}names.json`).then(answer => answer.json() as Promise<string[]>).catch(() => [])
  const no = names.indexOf(name) + 1 || Number(name || 1)
  return no <= slides ? no : 0
}

/** The picture is in its place: it is shown as soon as its letters are there. */
async function reveal(picture: HTMLElement, fonts = ''): Promise<void> {
  // The browser finds out the styles of its parts while letters are on their way, if it is asked for one.
  const findStyles = () => void getComputedStyle(picture.firstElementChild ?? picture).color
  marks.replace('unread', 'unlettered')
  document.getElementById('first-styles')?.addEventListener('load', findStyles)
  findStyles()
  // The first frame is not before the page's own styles, which say where the letters are.
  await new Promise(requestAnimationFrame)
  await lettersOf(fonts, picture.textContent)
  marks.remove('unlettered')
}

/** The picture is there from its beginning to its end. A browser would begin to paint it earlier, and move what it has painted. */
async function begin(picture: HTMLElement): Promise<void> {
  const { leaf, fonts } = picture.dataset
  // The reading view is no slide.
  if (!leaf)
    return reveal(picture, fonts)
  const facts = JSON.parse(leaf) as PageFacts
  // The page that a service worker gives for all addresses asks which one it is.
  facts.no ||= isPlain(location.search) ? await slideAt(placeIn(location, facts.base), facts) : 0
  if (facts.no && isPlain(location.search)) {
    const answers = answersOf(picture, facts, applicationOf(facts, true))
    const families = await answers.begin()
    if (picture.firstChild) {
      await reveal(picture, families ?? fonts)
      marks.remove('other-state')
    }
    // When it is painted, and nothing else is to be done.
    requestAnimationFrame(() => requestAnimationFrame(() => {
      answers.lookAhead()
      'requestIdleCallback' in window ? requestIdleCallback(answers.callApplication, { timeout: SOON }) : setTimeout(answers.callApplication)
    }))
  }
  else {
    // What the address asks for is no picture.
    picture.remove()
    document.getElementById('first-styles')?.remove()
    applicationOf(facts, false)(() => {})
  }
}

// Only if the address asks for nothing else than what the picture shows. addon/index.html has chosen the colours.
marks.toggle('other-state', location.search !== '')
marks.add('unread')
addEventListener('DOMContentLoaded', () => {
  const picture = document.getElementById('first-paint')
  if (picture)
    void begin(picture)
})
