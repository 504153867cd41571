import type { DeckEvent, Speaker } from '../config.ts'

/** The parts of an event in the order in which they are told: who speaks, where, for whom, when. */
export function partsOf({ speaker, event, customer, date, place }: DeckEvent): string[] {
  return [speaker?.name, event, customer, date, place].filter(text => text !== undefined)
}

/** An event in a line; empty where there is none. */
export function lineOf(event: DeckEvent): string {
  return partsOf(event).join(' · ')
}

/** The title of a deck, with whom or what it is given for. */
export function titleWith(title: string, { customer, event }: DeckEvent): string {
  return [title, customer ?? event].filter(Boolean).join(' – ')
}

/** What a logo shows, for those who do not see it. */
export function logoText({ customer, event }: DeckEvent): string {
  return `Logo of ${customer ?? event ?? 'the event'}`
}

const RE_MAIL = /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/
const RE_WEB = /^https:\/\/[^\s"'<>]+$/
const RE_PHONE = /^\+?[\d /().-]{6,}$/

/** Where the contact of a speaker leads; nowhere if it is none of mail, web and telephone. */
export function contactLink({ contact = '' }: Pick<Speaker, 'contact'>): string | undefined {
  if (RE_MAIL.test(contact))
    return `mailto:${contact}`
  if (RE_WEB.test(contact))
    return contact
  return RE_PHONE.test(contact) ? `tel:${contact.replace(/[^\d+]/g, '')}` : undefined
}

/** The accent of an event as custom properties, for the element that holds what is drawn in it; none where it has no accent. */
export function accentStyle({ accent }: DeckEvent): Record<string, string> | undefined {
  return accent && {
    '--accent-light': accent.light,
    '--accent-on-light': accent.onLight,
    '--accent-dark': accent.dark,
    '--accent-on-dark': accent.onDark,
  }
}

/** A text as far as there is room for it, cut between words where it has some. */
export function shortened(text: string, room: number): string {
  const letters = [...text]
  if (letters.length <= room)
    return text
  const start = letters.slice(0, room - 1).join('')
  return `${start.slice(0, start.lastIndexOf(' ') >= room / 2 ? start.lastIndexOf(' ') : undefined).trimEnd()} …`
}

/** As many of the parts as there is room for, in order; one that is too long is left out and the next is tried. */
export function fitting(parts: readonly string[], room: number): string[] {
  let left = room
  return parts.filter((part) => {
    const length = part.length + 3
    if (!part || length > left)
      return false
    left -= length
    return true
  })
}
