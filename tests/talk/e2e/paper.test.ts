import { expect, test } from '@playwright/test'
import { site } from '../../lib/sites.ts'

/** What of the slides on paper has nothing to hold it in front of the ground that it stands on, by its classes. */
function behindItsGround(): string[] {
  const isHolding = ({ position, zIndex, transform, opacity, isolation, filter, contain, containerType }: CSSStyleDeclaration) => (position !== 'static' && zIndex !== 'auto')
    || transform !== 'none' || Number(opacity) < 1 || isolation === 'isolate' || filter !== 'none' || /paint|layout|strict|content/.test(contain) || containerType !== 'normal'
  const isGround = ({ backgroundColor, backgroundImage }: CSSStyleDeclaration) => backgroundImage !== 'none' || backgroundColor !== 'rgba(0, 0, 0, 0)'
  function isBehind(element: Element): boolean {
    for (let up = element.parentElement; up && !up.matches('.sheet'); up = up.parentElement) {
      const style = getComputedStyle(up)
      if (isHolding(style))
        return false
      if (isGround(style))
        return true
    }
    return false
  }
  return [...document.querySelectorAll('.sheet *')].filter((element) => {
    const { position, zIndex } = getComputedStyle(element)
    return position !== 'static' && Number(zIndex) < 0 && isBehind(element)
  }).map(({ className }) => String(className))
}

// Its text would still be in the PDF, and no test of the text would miss it.
test('on paper nothing of a slide lies behind its ground', async ({ page }) => {
  await page.goto(`${site()}handout?print=true&document=slides`)
  await expect(page.locator('.sheet').last().locator('.slidev-layout')).toBeAttached()
  expect(await page.evaluate(behindItsGround)).toEqual([])
  // As a rule of the framework's own pages once did it to the walls, by the name of a class.
  await page.addStyleTag({ content: '.handout-print .claim { position: relative; z-index: -1 }' })
  expect((await page.evaluate(behindItsGround)).length).toBeGreaterThan(0)
})
