import type { Canvas } from '../deck/settings.ts'

/**
 * Styles of every picture. What the application tries out before it stands is nobody's business. The classes are set by addon/lib/leaf; what
 * waits for its letters is not seen, even where a part of it says of itself that it is, and not laid out in other letters first.
 */
const PICTURE_STYLES = [
  'html:not(.other-state) #first-paint~#app{visibility:hidden}.unread #first-paint{display:none}.unlettered #first-paint{content-visibility:hidden;opacity:0}',
  // The application's styles come late. Slidev's navigation would be seen fading away, where it is not to be seen at all.
  '#first-paint~#app .transition{transition:none}',
].join('')

/** The frame of a slide, as large as the window allows, without JavaScript. The application does the same by measuring. */
export function slideStyles({ width, height }: Canvas): string {
  return [
    PICTURE_STYLES,
    '#first-paint{position:fixed;inset:0;z-index:1;overflow:hidden;touch-action:pan-y;background:var(--slidev-slide-container-background,black)}',
    // A quotient of lengths is a number only by way of an angle, until all browsers divide them.
    `#first-paint{--slidev-slide-scale:min(tan(atan2(100vw,${width}px)),tan(atan2(100vh,${height}px)))}`,
    '.other-state #first-paint{visibility:hidden}',
    // What a press waits for is told beside the slide's own words.
    '#leaf-sign{position:fixed;z-index:3;inset:auto 0 0 auto;margin:0;padding:0 1em;font:16px/2 sans-serif;background:#000;color:#fff}#leaf-sign:empty{padding:0}',
    '.said-links{position:fixed;z-index:2;inset:auto 0 0;width:max-content;margin:auto;padding:0 1em;display:flex;gap:2em;font:16px/2 sans-serif;background:var(--deck-page)}',
    '.said-links{color:var(--deck-text)}.said-links a{color:var(--deck-link)}.said-links .read{display:none}',
    // As in ReadOnPhone.vue, under the slide where there is no application.
    '@media screen and (orientation:portrait) and (max-width:600px) and (pointer:coarse){.said-links{width:auto;flex-wrap:wrap;justify-content:center;gap:0 2em;padding-bottom:1em}.said-links .read{display:block;flex-basis:100%;text-align:center;font-size:18px}}',
  ].join('')
}

/**
 * In a page whose picture comes beside it: the way to another one is shown where there is no picture after a while. No script is asked, for it
 * may be that which did not come.
 */
export const OTHER_WAY_STYLES = [
  // A page has a main part, even while it is empty: else the way is found in none.
  '#first-paint:empty{display:block!important;background:none}#other-way{display:none}',
  '#first-paint:empty~#other-way{display:block;visibility:hidden;animation:other-way 0s 4s forwards}@keyframes other-way{to{visibility:visible}}',
  '#other-way{position:fixed;z-index:2;inset:auto 0 40%;width:fit-content;margin:auto;padding:0 1em;font:20px/2 sans-serif;background:#000;color:#fff}#other-way a{color:inherit;text-decoration:underline}',
].join('')

/** The reading view is scrolled; the application is drawn where it will stand. */
export const HANDOUT_STYLES = [
  PICTURE_STYLES,
  '#first-paint~#app{position:absolute;inset:0 0 auto}',
  '.other-state #first-paint{display:none}',
].join('')
