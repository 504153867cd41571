/** Id of the picture of the slide that the build has put into the page. */
const PICTURE = 'first-paint'

/** Styles that do not count yet, so that the picture was not kept waiting. */
const LATER = 'link[rel="stylesheet"][media="not all"]'

/** Has the application drawn what the picture shows, or something else in its place? */
function isDrawn(): boolean {
  const shown = [...document.querySelectorAll('#slideshow .slidev-layout, #app > :not(#page-root)')]
  return shown.some(element => element.getBoundingClientRect().width > 0)
}

/** Removes the picture in the very frame in which the application shows the same: nothing flashes and nothing moves. */
export function takeOver(): void {
  const picture = document.getElementById(PICTURE)
  if (!picture)
    return
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
