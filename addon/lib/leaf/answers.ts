import type { Place } from './moves.ts'
import type { Leaf, PageFacts, Press } from './page.ts'
import { heldFor, isForSlides, isForWaiting, moveOf, swipeOf, targetOf } from './moves.ts'
import { addressOf, placeIn, writeAddress } from './page.ts'
import { slidesIn, useShared } from './slides.ts'

/** What a click on a slide is for: all but links, which lead where they say without the application too. */
const PARTS = 'button, summary, input, select, textarea, label, [role=button], [tabindex]'

/** What is told while a press waits, and where it waits in vain. */
const SIGNS = ['', 'On its way …', 'This did not come. Load the page again.'] as const

/** How a page answers. */
export interface Answers {
  /**
   * Shows the place of the address, if the page has no picture of it in itself, and answers from then on. Tells the families of the letters
   * of what it has shown; they may be on their way still.
   */
  begin: () => Promise<string | undefined>
  /** Fetches what a next press may ask for. Not before the picture is painted, which would share the line with it. */
  lookAhead: () => void
  /** Has the application come; more than once does no harm. */
  callApplication: () => void
}

/**
 * Answers presses by pictures, one after the other, until the application takes over. What pictures have no answer for waits for it.
 *
 * @param picture of the page
 * @param facts what the page knows
 * @param application has the application come, and tells when it cannot; more than once does no harm
 */
export function answersOf(picture: HTMLElement, facts: PageFacts, application: (failed: () => void) => void): Answers {
  const { base, slides: count } = facts
  const { here, fetchPictures, bring } = slidesIn(facts)
  const life = new AbortController()
  const [own] = placeIn(location, base)
  const sign = document.createElement('p')
  const root = document.documentElement
  let place: Place = { no: facts.no, step: facts.start }
  let queue: Press[] = []
  let isBusy = false
  let isAlone = false
  let held = { key: '', moves: 0, at: 0 }
  let finger: PointerEvent | undefined

  const isOver = () => life.signal.aborted

  function say(what: 0 | 1 | 2): void {
    sign.textContent = SIGNS[what]
  }

  /** Paints a slide whose pictures are here. */
  function paint(no: number, step: number): void {
    const { start, last, title, marks, pictureOf } = here.get(no)!
    say(0)
    place = { no, step: Math.min(Math.max(step, start), last) }
    useShared()
    picture.innerHTML = pictureOf(place.step - start)
    document.title = title
    for (const [name, value] of Object.entries(marks))
      value === null ? root.removeAttribute(name) : root.setAttribute(name, value)
  }

  /** The same, and gets ready for what may be asked for next. */
  function show(no: number, step: number): void {
    paint(no, step)
    lookAhead(no + 1, no - 1, no + 2)
  }

  /** What a next press may ask for. */
  function lookAhead(...slides: number[]): void {
    for (const no of slides) {
      if (no > 0 && no <= count)
        void bring(no)
    }
  }

  /** The application cannot come: what waits for it waits in vain. */
  function failed(): void {
    isAlone = true
    const left = queue.filter(({ key }) => moveOf(key))
    say(left.length < queue.length ? 2 : 0)
    queue = left
    void work()
  }

  function callApplication(): void {
    application(failed)
  }

  /** Answers a press, or says that it has to wait: for a slide, or for the application. */
  function answer({ key, isShifted }: Press): true | Promise<boolean> | false {
    const move = moveOf(key, isShifted)
    if (!move) {
      say(isAlone ? 2 : 1)
      callApplication()
      return isAlone
    }
    const { no, step } = place
    const to = targetOf(move, place, here.get(no) ?? facts, count)
    if (to.no === no && to.step === step)
      return true
    const slide = here.get(to.no)
    if (!slide?.isLettered) {
      say(1)
      return bring(to.no)
    }
    show(to.no, to.step)
    if (place.no !== no || place.step !== step)
      writeAddress(addressOf(to.no === no ? placeIn(location, base)[0] || '1' : slide.path, place.step), base, move[0] === 0 || to.no !== no)
    return true
  }

  /** Answers what waits, in its order. What is here already is shown before this returns. */
  async function work(): Promise<void> {
    if (isBusy)
      return
    isBusy = true
    while (queue.length) {
      const answered = answer(queue[0]!)
      if (answered === true) {
        queue.shift()
        continue
      }
      const isHere = await answered
      if (isOver())
        return
      if (!isHere) {
        // The page of a slide may be there where its pictures are not.
        if (answered && isAlone)
          location.assign(base + targetOf(moveOf(queue[0]!.key, queue[0]!.isShifted)!, place, here.get(place.no) ?? facts, count).no)
        callApplication()
        break
      }
    }
    isBusy = false
  }

  function press(press: Press): void {
    queue.push(press)
    void work()
  }

  /** The browser went back or forward. */
  async function follow(): Promise<void> {
    const [name, step] = placeIn(location, base)
    const no = name === own ? facts.no : Number(name || 1) || [...here].find(([, { path }]) => path === name)?.[0]
    if (!no || !await bring(no))
      location.reload()
    else if (!isOver())
      show(no, step)
  }

  function onKey(event: KeyboardEvent): void {
    const { key, code, shiftKey, repeat, timeStamp, type } = event
    const focused = document.activeElement as HTMLElement | null
    if (key === 'Escape' && picture.contains(focused))
      focused!.blur()
    // What waits for the application may be a dialog, which is then typed into.
    if (!isForSlides(event, focused) && !(isForWaiting(event) && queue.some(press => !moveOf(press.key))))
      return
    // The application may hear already, and would answer as well.
    event.stopImmediatePropagation()
    const move = moveOf(key, shiftKey)
    if (move)
      event.preventDefault()
    if (type === 'keyup' || (repeat && !(move && held.key === key && timeStamp - held.at >= heldFor(held.moves))))
      return
    held = { key, moves: repeat ? held.moves + 1 : 0, at: timeStamp }
    // A browser grants it to a press alone, and not to what comes later.
    if (key === 'f')
      void (document.fullscreenElement ? document.exitFullscreen() : document.body.requestFullscreen()).catch(() => {})
    else
      press({ key, code, isShifted: shiftKey })
  }

  function onClick({ target, detail }: MouseEvent): void {
    const part = target instanceof Element && picture.contains(target) && !target.closest('a[href]') && target.closest(PARTS)
    if (part)
      press({ key: '', part })
    // A click by mouse or finger does not keep the focus: see useDeckKeys.ts.
    if (part && detail)
      (part as HTMLElement).blur()
  }

  function onPointer(event: PointerEvent): void {
    const { type, target, button, clientX, clientY, pointerType } = event
    const key = type === 'pointerdown'
      // Beside the slide, as in Slidev.
      ? target === picture && !button && (clientX > innerWidth / 2 ? 'ArrowRight' : 'ArrowLeft')
      : finger && swipeOf(finger.clientX - clientX, finger.clientY - clientY, innerWidth, innerHeight)
    finger = type === 'pointerdown' && pointerType === 'touch' ? event : undefined
    if (key)
      press({ key })
  }

  Object.assign(window, {
    leaf: (() => {
      life.abort()
      sign.remove()
      return { presses: queue, held: held.key }
    }) satisfies Leaf,
  })

  return {
    async begin() {
      const [, step] = placeIn(location, base)
      if ((step > facts.start || !picture.firstChild) && await fetchPictures(facts.no) && !isOver())
        paint(facts.no, step)
      // Without a picture nobody knows what they press.
      if (isOver() || !picture.firstChild)
        return undefined
      sign.id = 'leaf-sign'
      sign.role = 'status'
      document.body.append(sign)
      const options = { capture: true, signal: life.signal }
      for (const type of ['keydown', 'keyup'] as const)
        addEventListener(type, onKey, options)
      for (const type of ['pointerdown', 'pointerup'] as const)
        addEventListener(type, onPointer, options)
      addEventListener('click', onClick, options)
      addEventListener('popstate', event => event.isTrusted && void follow(), options)
      return here.get(facts.no)?.fonts
    },
    lookAhead() {
      if (!isOver() && picture.firstChild)
        lookAhead(facts.no, facts.no + 1, facts.no - 1)
    },
    callApplication,
  }
}
