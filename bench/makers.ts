/** How the slides of one maker are looked at from outside. `place` and `asked` run in the page. */
export interface Maker {
  /** Address of a slide. */
  addressOf: (site: string, no: number) => string
  /** Is there as soon as a slide is shown. */
  shown: string
  /** What holds all slides: a key changes something in it. */
  stage: string
  /** Which slide is shown and which of its steps; empty as long as there is none. */
  place: () => string
  /** Which place the address asks for, which may be shown later; always the same where a key shows it at once. */
  asked: () => string
}

/** Slidev, plain and as this deck uses it. */
export const slidev: Maker = {
  addressOf: (site, no) => `${site}${no}`,
  shown: '#slideshow .slidev-layout',
  stage: '#slideshow',
  place: () => {
    // The picture of a page stands before the application, and nothing is seen as long as its fonts are awaited.
    const isPicture = document.querySelector('html:not(.other-state) #first-paint') !== null
    // Slides beside the one that is shown stand in the page too: plain Slidev hides them, this deck lays them out unseen. None is asked
    // for its box: that would make the page lay itself out again and again while it loads.
    const slide = isPicture
      ? document.querySelector('html:not(.unread) #first-paint .slidev-page')
      : [...document.querySelectorAll<HTMLElement>('#slideshow .slidev-page')].find(page =>
          page.style.display !== 'none' && page.style.contentVisibility !== 'hidden' && !page.querySelector('.slidev-slide-loading'))
    return slide ? `${/slidev-page-\d+/.exec(slide.className)?.[0]}${location.search}` : ''
  },
  // The first slide is at / and at /1.
  asked: () => location.pathname.replace(/\/1$/, '/') + location.search,
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
  asked: () => '',
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
  asked: () => '',
}
