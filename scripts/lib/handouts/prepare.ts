/**
 * Runs inside the page, just before it is printed: headings get their level, links lead into the page.
 * It is serialized, so it names nothing outside itself.
 *
 * @param base path under which the site is served
 * @returns links that lead nowhere, and the texts of the headings
 */
export function preparePage(base: string): { dead: string[], headings: string[] } {
  const dead: string[] = []
  const sections = [...document.querySelectorAll<HTMLElement>('section.entry')]
  const byAlias = new Map(sections.map(section => [section.dataset.alias, section.id]))
  const byNumber = new Map([...document.querySelectorAll<HTMLElement>('.sources [data-number]')].map(item => [item.dataset.number, item.id]))

  /** Where a link goes that stays inside the deck; `undefined` for one that leaves it. */
  function inside(link: HTMLAnchorElement): string | undefined {
    const href = link.getAttribute('href')!
    if (href.startsWith('#'))
      return href.slice(1)
    const url = new URL(href, location.href)
    return url.origin === location.origin ? url.pathname.replace(base, '').replace(/^\//, '') || '1' : undefined
  }
  for (const link of document.querySelectorAll<HTMLAnchorElement>('main a[href]')) {
    const name = inside(link)
    if (name === undefined)
      continue
    const target = [name, byAlias.get(name), byNumber.get(link.textContent.trim())].find(id => id && document.getElementById(id))
    if (target)
      link.setAttribute('href', `#${target}`)
    else
      dead.push(`${link.textContent.trim()} -> ${link.getAttribute('href')}`)
    link.removeAttribute('target')
  }

  // A slide stands under its part, so its headings go one down. Later steps of a slide are not bookmarks again.
  for (const heading of document.querySelectorAll<HTMLElement>('.print-slide-container :is(h1, h2, h3, h4)')) {
    if (Number(heading.closest<HTMLElement>('.sheet')?.dataset.step ?? 0) > 0)
      heading.setAttribute('role', 'paragraph')
    else
      heading.setAttribute('aria-level', String(Number(heading.tagName.slice(1)) + 1 + Number(!!heading.closest('.recap'))))
  }
  // A figure that holds a table or text is no picture.
  for (const figure of document.querySelectorAll('figure:not([role])'))
    figure.setAttribute('role', 'group')
  // Part and number of a slide are furniture, not text.
  for (const foot of document.querySelectorAll('.print-slide-container .foot'))
    foot.setAttribute('aria-hidden', 'true')

  const headings = [...document.querySelectorAll<HTMLElement>('main :is(h1, h2, h3, h4, h5, h6)')]
    .map(heading => heading.textContent.replace(/\s+/g, ' ').trim())
  return { dead, headings }
}

/**
 * Runs inside the page: true once every slide and font is there, and nothing of the page's first picture: while its fonts
 * stand beside the whole ones, letters are taken from either.
 */
export function isReady(): boolean {
  // Only what is laid out asks for its fonts.
  document.body.getBoundingClientRect()
  return !document.querySelector('#first-paint, #first-styles')
    && !!document.querySelector('main.handout')
    && !document.querySelector('.slidev-slide-loading')
    && [...document.querySelectorAll('.print-slide-container')].every(slide => slide.querySelector('.slidev-layout'))
    && document.fonts.status === 'loaded'
}
