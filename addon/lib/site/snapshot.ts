/** A page as a browser without JavaScript is to see it. */
export interface Snapshot {
  /** Title of the window. */
  title: string
  /** What it says, in a sentence or two; may be empty. */
  description: string
  /** The letters of its words by font family, of which the first name counts. */
  letters: Record<string, string>
  /** What the application shows when it takes over: a slide before its first click. */
  first: string
}

/** One slide. */
export interface SlideSnapshot extends Snapshot {
  no: number
  /** Its first step. */
  start: number
  /** What it says on the root of the page, for rules about what is around it: its `data-` attributes. */
  marks: Record<string, string>
  /** The slide at each step from its first one on, of which `first` is the first. */
  steps: string[]
}

/** Steps of the slide that is shown, as Slidev counts them. Runs inside the page: it may use nothing from outside itself. */
export function takeClicks(): { start: number, last: number } {
  const app = document.querySelector<Element & { __vue_app__: { _context: { provides: Record<string, { nav: { clicksStart: number, clicksTotal: number } }> } } }>('#app')!
  const { clicksStart, clicksTotal } = app.__vue_app__._context.provides['$$slidev-context']!.nav
  return { start: clicksStart, last: Math.max(clicksStart, clicksTotal) }
}

/** Takes the visible slide out of the page. Runs inside the page: it may use nothing from outside itself. */
export function takeSlide(no: number): Snapshot & Pick<SlideSnapshot, 'marks'> {
  const LONGEST = 155
  const slide = document.querySelector<HTMLElement>(`#slideshow .slidev-page-${no}`)!
  const content = slide.closest('.slidev-slide-content')!

  const copy = slide.cloneNode(true) as HTMLElement
  // A clone loses what stands in a shadow: there Slidev keeps the diagrams of Mermaid.
  const shadows = [...slide.querySelectorAll('.mermaid')]
  copy.querySelectorAll('.mermaid').forEach((host, index) => host.innerHTML = shadows[index]!.shadowRoot?.innerHTML ?? '')
  copy.style.removeProperty('display')
  const walker = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT | NodeFilter.SHOW_TEXT)
  const nodes: CharacterData[] = []
  while (walker.nextNode())
    nodes.push(walker.currentNode as CharacterData)
  for (const node of nodes) {
    if (node.nodeType === Node.COMMENT_NODE || !node.data)
      node.remove()
  }
  // Two texts beside each other would be read as one, which might be wider by a part of a pixel.
  for (const node of nodes) {
    if (node.previousSibling?.nodeType === Node.TEXT_NODE)
      node.before(document.createComment(''))
  }

  const frame = content.cloneNode(false) as HTMLElement
  frame.removeAttribute('id')
  frame.style.removeProperty('--slidev-slide-scale')
  frame.style.removeProperty('filter')
  // What a deck has under or over all its slides, such as a footer of its own, is seen with each. Most of such layers only do something.
  const layers = [...content.children].filter(layer => layer.checkVisibility() && (layer.textContent.trim() || layer.querySelector('img, svg > *')))
  const show = slide.closest('#slideshow')!
  const [under, over] = [Node.DOCUMENT_POSITION_PRECEDING, Node.DOCUMENT_POSITION_FOLLOWING].map(side => layers.filter(layer => show.compareDocumentPosition(layer) & side && layer !== show))
  frame.append(...under!.map(layer => layer.cloneNode(true)), copy, ...over!.map(layer => layer.cloneNode(true)))

  // A slide of a diagram has no paragraphs; then its title must do, with what the deck says of itself.
  const words = [...slide.querySelectorAll('p, li')].filter(element => element.checkVisibility() && !element.querySelector('p, li')).map((element) => {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    let text = ''
    while (texts.nextNode()) {
      const { parentElement: part, data } = texts.currentNode as Text & { parentElement: Element }
      if (part.closest('.cite'))
        continue
      // What has a box of its own stands apart.
      const gap = getComputedStyle(part).display.startsWith('inline') ? '' : ' '
      text += gap + data + gap
    }
    return text.replace(/\s+/g, ' ').replace(/ (?=[.,:;!?])/g, '').trim()
  }).filter(Boolean).map(text => /[.,:;!?…]$/.test(text) ? text : `${text}.`).join(' ')
  const description = words.length > LONGEST ? `${words.slice(0, words.lastIndexOf(' ', LONGEST))} …` : words

  const marks = Object.fromEntries([...document.documentElement.attributes].filter(({ name }) => name.startsWith('data-')).map(({ name, value }) => [name, value]))
  return { title: document.title, description, letters: {}, marks, first: frame.outerHTML }
}

/**
 * Takes the reading view out of the page as it is before the first slide has had its turn: a link in the place of each.
 * Runs inside the page: it may use nothing from outside itself.
 */
export function takeHandout(base: string): Snapshot {
  const copy = document.querySelector('.handout-reader')!.cloneNode(true) as HTMLElement
  const walker = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT)
  const comments: Comment[] = []
  while (walker.nextNode())
    comments.push(walker.currentNode as Comment)
  comments.forEach(comment => comment.remove())

  for (const article of copy.querySelectorAll('.read')) {
    const link = document.createElement('a')
    link.href = `${base}${article.id}`
    link.textContent = `Slide ${article.id}`
    const picture = article.querySelector('.handout-picture')!
    // Scoped styles know their elements by an attribute.
    for (const { name } of picture.attributes) {
      if (name.startsWith('data-v-'))
        link.setAttribute(name, '')
    }
    picture.querySelector('.handout-scaled-slide')!.replaceChildren()
    picture.append(link)
  }
  // They keep their place, but nothing enlarges a slide yet.
  copy.querySelectorAll<HTMLElement>('figcaption button').forEach(button => button.style.visibility = 'hidden')
  copy.querySelector('dialog')?.remove()
  return { title: document.title, description: '', letters: {}, first: copy.outerHTML }
}

/** The letters of all words in an element by font family, of which the first name counts. Runs inside the page: it may use nothing from outside itself. */
export function takeLetters(selector: string): Record<string, string> {
  const letters = new Map<string, Set<string>>()
  function add({ fontFamily, textTransform }: CSSStyleDeclaration, text: string): void {
    const family = fontFamily.split(',')[0]!.replace(/["']/g, '')
    const known = letters.get(family) ?? letters.set(family, new Set()).get(family)!
    for (const letter of textTransform === 'none' ? text : text + text.toUpperCase() + text.toLowerCase())
      known.add(letter)
  }

  // What is there for screen readers alone has a box of a pixel, and paints nothing.
  const isPainted = (element: HTMLElement): boolean => element.offsetWidth !== 1 || element.offsetHeight !== 1
  const root = document.querySelector(selector)!
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, node => node instanceof HTMLElement && !isPainted(node) ? NodeFilter.FILTER_REJECT : node.nodeType === Node.TEXT_NODE ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP)
  while (texts.nextNode()) {
    if (texts.currentNode.textContent!.trim())
      add(getComputedStyle(texts.currentNode.parentElement!), texts.currentNode.textContent!)
  }
  for (const element of root.querySelectorAll('*')) {
    // Numbers of lists stand in no text.
    const { display, listStyleType } = getComputedStyle(element)
    if (display === 'list-item' && listStyleType !== 'none')
      add(getComputedStyle(element), '0123456789.•')
    for (const pseudo of ['::before', '::after']) {
      const style = getComputedStyle(element, pseudo)
      const strings = [...style.content.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text).join('')
      if (strings || style.content.includes('counter'))
        add(style, `${strings}${style.content.includes('counter') ? '0123456789.' : ''}`)
    }
  }
  return Object.fromEntries([...letters].map(([family, known]) => [family, [...known].filter(letter => letter >= ' ').sort().join('')]))
}
