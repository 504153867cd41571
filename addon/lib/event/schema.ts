import type { RefinementCtx } from 'zod'
import type { Accent, DeckEvent, Grounds } from '../../config.ts'
import type { Wrong } from './text.ts'
import { z } from 'zod'
import { addressProblem } from '../deck/addresses.ts'
import { nearest } from '../deck/faults.ts'
import { isHex, LEAST, nearestPassing, readableOn, worstGround } from './colour.ts'
import { kindOf, shown, textProblem } from './text.ts'

/** What the deck knows that an event refers to. */
export interface Known {
  grounds: Grounds
  /** Names of its cuts and audiences; anything goes where it declares none. */
  cuts?: readonly string[]
  audiences?: readonly string[]
  /** In which dates are printed. */
  lang: string
}

/** What a file of an event may hold, in the order in which it is asked for, and room for it in characters. */
export const ROOM = { event: 60, customer: 60, place: 40, name: 40, role: 50, contact: 60, address: 100, action: 60, cut: 40, audience: 40 } as const

/** What each key of the first level says, for whoever writes the file. */
export const KEYS_OF_EVENT = ['event', 'customer', 'date', 'place', 'speaker', 'address', 'logo', 'accent', 'action', 'cut', 'audience'] as const
export const KEYS_OF_SPEAKER = ['name', 'role', 'contact'] as const

const RE_DAY = /^\d{4}-\d{2}-\d{2}$/
const RE_LOGO = /^[\w-][\w.-]*\.(?:svg|png)$/i
/** Languages in which a day is printed after the month, if nobody says of which country. */
const PRINTED_AS: Record<string, string> = { en: 'en-GB' }

function tell(context: RefinementCtx, { problem, mend }: Wrong): never {
  context.addIssue({ code: 'custom', message: problem, params: { mend } })
  return z.NEVER
}

/** A text that is read as a text, as short as its place is, in one form of Unicode. */
function words(most: number) {
  return z.unknown().transform((value, context) => {
    if (typeof value !== 'string') {
      const mend = typeof value === 'object' ? 'Write one text.' : value === undefined ? 'Write it, or remove the whole group.' : `Write it in quotes: "${String(value)}".`
      return tell(context, { problem: value === undefined ? 'it is missing' : `it takes a text, and has ${kindOf(value)}`, mend })
    }
    const text = value.trim().normalize('NFC')
    const wrong = textProblem(text, most)
    return wrong ? tell(context, wrong) : text
  })
}

/** A day, as `2026-03-14`. */
export function dayProblem(text: string): Wrong | undefined {
  if (!RE_DAY.test(text))
    return { problem: `${shown(text)} is no day`, mend: 'Write year, month and day, as in 2026-03-14.' }
  const day = new Date(`${text}T00:00:00Z`)
  return Number.isNaN(day.getTime()) || !day.toISOString().startsWith(text)
    ? { problem: `there is no ${text} in the calendar`, mend: 'Write a day that there is, as in 2026-03-14.' }
    : undefined
}

/** A day as it is printed. */
export function printedDay(text: string, lang: string): string {
  const [wanted] = Intl.getCanonicalLocales(/^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(lang) ? PRINTED_AS[lang] ?? lang : 'en-GB')
  return new Intl.DateTimeFormat(wanted, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${text}T00:00:00Z`))
}

/** A colour that the grounds swallow, with the nearest that they do not. */
function accentProblem(light: string, dark: string, { grounds }: Known): Wrong | undefined {
  const failing = ([['light', light], ['dark', dark]] as const).map(([scheme, hex]) => ({ scheme, hex, ...worstGround(hex, grounds[scheme]) })).find(({ ratio }) => ratio < LEAST)
  if (!failing)
    return undefined
  const both = nearestPassing(light, [...grounds.light, ...grounds.dark])
  const pair = { light: nearestPassing(light, grounds.light), dark: nearestPassing(dark, grounds.dark) }
  const ways = [light === dark && both && `"${both}", which passes everywhere`, pair.light && pair.dark && `accent: { light: "${pair.light}", dark: "${pair.dark}" }`].filter(Boolean)
  return {
    problem: `"${failing.hex}" has ${(Math.floor(failing.ratio * 100) / 100).toFixed(2)}:1 on the ${failing.scheme} ground ${failing.ground}, and WCAG AA wants ${LEAST}:1`,
    mend: ways.length ? `Write ${ways.join(', or ')}.` : 'Leave it out: no colour passes on the grounds of this deck.',
  }
}

function accent(known: Known) {
  return z.unknown().transform((value, context): Accent => {
    const pair = typeof value === 'string' ? { light: value, dark: value } : value as Record<string, unknown>
    const keys = typeof pair === 'object' && pair !== null && !Array.isArray(pair) ? Object.keys(pair) : []
    if (keys.length !== 2 || !keys.every(key => key === 'light' || key === 'dark') || !Object.values(pair).every(hex => typeof hex === 'string'))
      return tell(context, { problem: `it takes one colour, or one for light and one for dark, and has ${typeof value === 'object' ? shown(value) : kindOf(value)}`, mend: 'Write accent: "#327abf", or accent: { light: "#0a5c9e", dark: "#4a9be0" }.' })
    const { light, dark } = pair as Record<'light' | 'dark', string>
    const wrong = [light, dark].find(hex => !isHex(hex))
    if (wrong !== undefined) {
      const example = isHex(`#${wrong}`) ? `#${wrong}` : '#327abf'
      return tell(context, { problem: `${shown(wrong)} is no colour of six digits`, mend: `Write it in quotes, with a #, as in "${example}".` })
    }
    const unseen = accentProblem(light.toLowerCase(), dark.toLowerCase(), known)
    return unseen ? tell(context, unseen) : { light: light.toLowerCase(), onLight: readableOn(light), dark: dark.toLowerCase(), onDark: readableOn(dark) }
  })
}

/** A name that the deck declares. */
function oneOf(what: 'cuts' | 'audiences', most: number, known: Known) {
  return words(most).transform((text, context) => {
    const names = known[what]
    return !names || names.includes(text)
      ? text
      : tell(context, { problem: `${shown(text)} is none of the ${what} of this deck`, mend: names.length ? `Write ${nearest(text, names)}; known are ${names.join(', ')}.` : `Remove it: deck.config.ts declares no ${what}.` })
  })
}

/** The schema of an event's file; what it says of a value is a problem without a full stop, with the mend in `params`. */
export function eventSchema(known: Known) {
  const address = words(ROOM.address).transform((text, context) => {
    const wrong = addressProblem(text)
    return wrong ? tell(context, { problem: wrong[0], mend: wrong[1] }) : text
  })
  const day = words(30).transform((text, context) => {
    const wrong = dayProblem(text)
    return wrong ? tell(context, wrong) : printedDay(text, known.lang)
  })
  const logo = words(100).transform((text, context) => RE_LOGO.test(text)
    ? text
    : tell(context, { problem: `${shown(text)} is no name of a picture in events/`, mend: 'Put an SVG or a PNG beside the file of the event, and write its name, as in logo: acme.svg.' }))
  const group = z.strictObject({ name: words(ROOM.name), role: words(ROOM.role).optional(), contact: words(ROOM.contact).optional() }, { error: ({ input }) => `it takes a name, or the keys ${KEYS_OF_SPEAKER.join(', ')}, and has ${kindOf(input)}` })
  const speaker = z.preprocess(value => typeof value === 'string' ? { name: value } : value, group)
  return z.strictObject({
    event: words(ROOM.event),
    customer: words(ROOM.customer),
    date: day,
    place: words(ROOM.place),
    speaker,
    address,
    logo,
    accent: accent(known),
    action: words(ROOM.action),
    cut: oneOf('cuts', ROOM.cut, known),
    audience: oneOf('audiences', ROOM.audience, known),
  } satisfies Record<typeof KEYS_OF_EVENT[number], z.ZodType>).partial() satisfies z.ZodType<DeckEvent>
}
