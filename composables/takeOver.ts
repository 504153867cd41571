/** Id of the picture of the slide that the build has put into the page. */
const PICTURE = 'first-paint'

/** Styles that do not count yet, so that the picture was not kept waiting. */
const LATER = 'link[rel="stylesheet"][media="not all"]'

/** A font that has not come by then, in ms, does not keep the application waiting. */
const PATIENCE = 5000

/** Has the application drawn what the picture shows, or something else in its place? */
function isDrawn(): boolean {
  const shown = [...document.querySelectorAll('#slideshow .slidev-layout, #app > :not(#page-root)')]
  return shown.some(element => element.getBoundingClientRect().width > 0)
}

/** Waits for the whole fonts. The picture is set in fonts that hold its own letters only, and must not fall out of them. */
async function fontsOf({ dataset, textContent }: HTMLElement): Promise<unknown> {
  const families = dataset.fonts?.split(',') ?? []
  return Promise.race([
    Promise.allSettled(families.map(family => document.fonts.load(`1em "${family}"`, textContent ?? ''))),
    new Promise(resolve => setTimeout(resolve, PATIENCE)),
  ])
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

  function look(): void {
    if (styles.every(({ sheet }) => sheet) && isDrawn())
      picture!.remove()
    else
      requestAnimationFrame(look)
  }
  look()
}
