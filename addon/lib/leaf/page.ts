import type { SlidePictures } from './pictures.ts'

/** What the picture of a page knows of its deck, in its `data-leaf`. */
export interface PageFacts {
  /** 0 on the page that is given for any address. */
  no: number
  /** How many slides there are. */
  slides: number
  /** First and last step of this slide. */
  start: number
  last: number
  base: string
  /** Where the pictures of the slides are, with a slash at its end. */
  pictures: string
  /** Pictures that the page has in itself, with all that they are painted with: its own, and those of the slides after it. */
  own?: SlidePictures[]
  /** Styles of all other pictures, where the page has only those of its own. */
  shared?: string
  /** The script of the application. */
  entry: string
  /** Scripts that it will ask for. */
  scripts: string[]
  /** Styles of the whole deck, and those that come with the slide. */
  styles: string[]
  later: string[]
}

/** A press that is answered or remembered: a key, or a click on a part of the slide. */
export interface Press {
  key: string
  code?: string
  isShifted?: boolean
  part?: Element
}

/**
 * What the application calls as `window.leaf` when it takes over: from then on the picture answers nothing.
 *
 * @returns what it had no answer for, and the last key that was pressed
 */
export type Leaf = () => { presses: Press[], held: string }

/** The address of a place from the base on, as Slidev's router has it: beginning with a slash. */
export function addressOf(path: string, step: number): string {
  return `/${path}${step > 0 ? `?clicks=${step}` : ''}`
}

/** What an address says of a place: the name of a slide, which is empty for the first one, and a step. */
export function placeIn({ pathname, search }: Pick<Location, 'pathname' | 'search'>, base: string): readonly [name: string, step: number] {
  return [decodeURIComponent(pathname.slice(base.length).replace(/\/$/, '')), Number(/clicks=(\d+)/.exec(search)?.[1] ?? 0)]
}

/** Does an address ask for nothing but a slide and its step? */
export function isPlain(search: string): boolean {
  return /^(?:\?clicks=\d+)?$/.test(search)
}

/**
 * Writes a place into the address. An entry without a state is one that Slidev's router gives its own as soon as it comes to it; where it
 * stands already, it is told as it is of the browser's own buttons, and follows.
 */
export function writeAddress(address: string, base: string, isNew: boolean): void {
  history[isNew ? 'pushState' : 'replaceState'](null, '', base.slice(0, -1) + address)
  dispatchEvent(new PopStateEvent('popstate'))
}
