import type { Browser } from '@playwright/test'
import type { MainSlide } from './main-part.ts'
import type { Look, TasteFinding } from './taste.ts'
import { press, settle, slideSelector } from '../../../addon/gate/deck.ts'
import { formTaste, lookAt, sizesTaste, tasteOf } from './taste.ts'

const findingsOf = (looks: readonly Look[]): TasteFinding[] => looks.flatMap((look, step) => tasteOf(look, { isFirst: !step, isLast: step === looks.length - 1 }))

/** Walks a talk as its speaker does, looks at every step of its slides, and tells what is not to taste. */
export async function tasteOfTalk(browser: Browser, url: string, slides: readonly MainSlide[]): Promise<string[]> {
  const page = await browser.newPage({ reducedMotion: 'reduce' })
  const looks = new Map<number, Look[]>()
  await page.goto(url)
  for (let { no } = await settle(page), moved = true; moved && no <= slides.at(-1)!.no; { no } = await settle(page)) {
    looks.set(no, [...looks.get(no) ?? [], await page.evaluate(lookAt, slideSelector(no))])
    moved = await press(page, 'ArrowRight')
  }
  await page.close()
  const sizes = new Set([...looks.values()].flat().flatMap(look => look.sizes))
  return [
    ...slides.flatMap(({ no, alias }) => findingsOf(looks.get(no)!).map(({ rule, what }) => `${alias}: ${rule}: ${what}`)),
    ...sizesTaste(sizes).map(({ rule, what }) => `${rule}: ${what}`),
    ...formTaste(slides).map(({ slide, rule, what }) => `${slides[slide]!.alias}: ${rule}: ${what}`),
  ]
}
