import type { Item } from './item.ts'

/** The window and what it stands on, in CSS px. */
export interface Screen {
  width: number
  height: number
  /** Of the screen. */
  screenHeight: number
  /** Pixels of the screen in one CSS px. */
  density: number
}

/** What slides are drawn for at least, in pixels of the screen. */
const LEAST = 1280
/** Smaller bars, in CSS px, come from rounding. */
const ROUNDING = 2

/** Has the window the room and the shape of the slides? */
export function screenItem({ width, height, screenHeight, density }: Screen, aspect: number): Item {
  const name = 'Resolution'
  const pixels = `${Math.round(width * density)} × ${Math.round(height * density)} pixels`
  const [beside, above] = [Math.round((width - height * aspect) / 2), Math.round((height - width / aspect) / 2)]
  const bars = beside > ROUNDING ? `bars of ${beside} px at the left and the right` : above > ROUNDING ? `bars of ${above} px above and below` : ''
  const says = `This window has ${pixels}, ${bars ? `and the slides leave ${bars}` : 'in the shape of the slides'}.`
  if (width * density < LEAST)
    return { name, state: 'look', says, mend: `Choose a resolution of at least ${LEAST} × ${Math.round(LEAST / aspect)} for the projector.` }
  if (height < screenHeight)
    return { name, state: 'look', says, mend: 'Bring this window to the projector and make it full screen.' }
  return { name, state: bars ? 'look' : 'ready', says, ...bars && { mend: 'Choose a resolution in the shape of the slides, or live with the bars.' } }
}
