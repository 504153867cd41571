/** The inline script of each page: paints its picture, answers what leafs through the slides, and has the application come. */
import type { PageFacts } from './page.ts'
import { answersOf } from './answers.ts'
import { isPlain } from './page.ts'

/** How long the picture waits for its letters, in ms. Then it is painted in others. */
const PATIENCE = 3000
/** How long the application waits for a moment in which the browser has nothing else to do, in ms. */
const SOON = 1000

const root = document.documentElement
const marks = root.classList

/** In an element of the head, after all that the picture needs. */
function fetchLater(tag: string, attributes: Record<string, string>, before: Element | null = null): HTMLElement {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries({ crossorigin: '', fetchpriority: 'low', ...attributes }))
    element.setAttribute(name, value)
  return document.head.insertBefore(element, before)
}

/** The application: it comes when it is called, once. Its styles stand before those of the picture and count from when addon/composables/takeOver.ts says so. */
function applicationOf({ entry, scripts, styles, later }: PageFacts): (failed: () => void) => void {
  let isCalled = false
  return (failed) => {
    if (isCalled)
      return
    isCalled = true
    for (const href of styles)
      fetchLater('link', { rel: 'stylesheet', media: 'not all', href }, document.getElementById('first-styles'))
    for (const href of later)
      fetchLater('link', { rel: 'preload', as: 'style', href })
    for (const href of scripts)
      fetchLater('link', { rel: 'modulepreload', href })
    fetchLater('script', { type: 'module', src: entry }).addEventListener('error', failed)
    // A part of it that it fetches while it starts.
    addEventListener('vite:preloadError', failed)
  }
}

/** Resolves when the letters of an element can be painted. */
function lettersOf({ dataset, textContent }: HTMLElement): Promise<unknown> {
  return Promise.race([
    Promise.allSettled((dataset.fonts || 'serif').split(',').map(family => document.fonts.load(`1em "${family}"`, textContent || ' '))),
    new Promise(resolve => setTimeout(resolve, PATIENCE)),
  ])
}

/** The picture is there from its beginning to its end. A browser would begin to paint it earlier, and move what it has painted. */
async function begin(picture: HTMLElement): Promise<void> {
  const facts = JSON.parse(picture.dataset.leaf ?? '{}') as Partial<PageFacts>
  // The reading view is no slide.
  if (!facts.no) {
    await lettersOf(picture)
    marks.remove('unread')
    return
  }
  const answers = answersOf(picture, facts as PageFacts, applicationOf(facts as PageFacts))
  if (isPlain(location.search)) {
    await answers.begin()
    await lettersOf(picture)
    if (picture.firstChild)
      marks.remove('unread', 'other-state')
    // When it is painted, and nothing else is to be done.
    requestAnimationFrame(() => requestAnimationFrame(() => 'requestIdleCallback' in window ? requestIdleCallback(answers.callApplication, { timeout: SOON }) : setTimeout(answers.callApplication)))
  }
  else {
    answers.callApplication()
  }
}

/** What stands after the picture. */
function whenThere(): void {
  if (document.readyState === 'loading' && !document.getElementById('app')) {
    requestAnimationFrame(whenThere)
    return
  }
  const picture = document.getElementById('first-paint')
  if (picture)
    void begin(picture)
}

// In the colours that Slidev will take, and only if the address asks for nothing else than what the picture shows.
const scheme = localStorage.getItem('slidev-color-schema')
marks.toggle('dark', scheme === 'dark' || (scheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches))
marks.toggle('other-state', location.search !== '')
marks.add('unread')
requestAnimationFrame(whenThere)
