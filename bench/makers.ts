/** How the slides of one maker are looked at from outside. `place` runs in the page. */
export interface Maker {
  /** Address of a slide. */
  addressOf: (site: string, no: number) => string
  /** Is there as soon as a slide is shown. */
  shown: string
  /** What holds all slides: a key changes something in it. */
  stage: string
  /** Which slide is shown and which of its steps; empty as long as there is none. */
  place: () => string
}

/** Slidev, plain and as this deck uses it. */
export const slidev: Maker = {
  addressOf: (site, no) => `${site}${no}`,
  shown: '#slideshow .slidev-layout',
  stage: '#slideshow',
  // Slides beside the one that is shown stand in the page too: plain Slidev hides them, this deck lays them out unseen. None is asked
  // for its box: that would make the page lay itself out again and again while it loads.
  place: () => {
    const shown = new Set([...document.querySelectorAll<HTMLElement>('#slideshow .slidev-page')]
      .filter(page => page.style.display !== 'none' && page.style.contentVisibility !== 'hidden' && !page.querySelector('.slidev-slide-loading'))
      .map(page => /slidev-page-\d+/.exec(page.className)?.[0]))
    // While a picture of one slide stands before another slide, neither is shown yet.
    return shown.size === 1 ? `${[...shown].join()}${location.search}` : ''
  },
}

/** reveal.js. */
export const reveal: Maker = {
  addressOf: (site, no) => `${site}#/${no - 1}`,
  shown: '.reveal.ready .slides > .present',
  stage: '.slides',
  place: () => {
    const slide = document.querySelector('.reveal.ready .slides > .present')
    return slide ? `${[...slide.parentElement!.children].indexOf(slide) + 1}.${slide.querySelectorAll('.fragment.visible').length}` : ''
  },
}

/** The page of Marp CLI. */
export const marp: Maker = {
  addressOf: (site, no) => `${site}#${no}`,
  shown: '.bespoke-marp-active',
  stage: '.bespoke-marp-parent',
  place: () => {
    const slide = document.querySelector('.bespoke-marp-active')
    return slide ? `${[...slide.parentElement!.children].indexOf(slide) + 1}.${slide.querySelectorAll('[data-bespoke-marp-fragment="active"]').length}` : ''
  },
}
