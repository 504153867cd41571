import { whenIdle } from './whenIdle.ts'

/** Id of the picture of the slide that the build has put into the page. */
const PICTURE = 'first-paint'
/** Id of its styles, and of the fonts with its letters. */
const STYLES = 'first-styles'

/** Styles that do not count yet, so that the picture was not kept waiting. */
const LATER = 'link[rel="stylesheet"][media="not all"]'

/** How long the styles of the picture may outlive it, in ms: the next slide has letters that their fonts have not. */
const SOON = 200

/** A font that has not come by then, in ms, does not keep the application waiting. */
const PATIENCE = 5000

/** Has the application drawn what the picture shows, or something else in its place? */
function isDrawn(): boolean {
  const shown = [...document.querySelectorAll<HTMLElement & { isDrawn?: boolean }>('#slideshow .slidev-page, #app > :not(#page-root)')]
    .filter(element => !element.matches('.slidev-page') || element.isDrawn)
  return !document.querySelector('#app [data-unfinished]') && shown.some(element => element.getBoundingClientRect().width > 0)
}

/** Waits for the whole fonts: those of the picture hold its own letters only, and go with it. */
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

/** Removes the picture in the very frame in which the application shows the same: nothing flashes and nothing moves. */
export async function takeOver(): Promise<void> {
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
  picture.remove()
  // Here they say the same as those of the application, and to take them away is work of its own.
  whenIdle(() => document.getElementById(STYLES)?.remove(), SOON)
}
