import { expect, test } from '@playwright/test'
import { watchPage } from '../../../addon/gate/deck.ts'
import { axeViolations } from '../../lib/axe.ts'
import { site } from '../../lib/sites.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the reading view on a phone, ${colorScheme}: fits, enlarges, leads on, and is clean for axe`, async ({ browser }) => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, colorScheme, hasTouch: true, isMobile: true })
    const page = await context.newPage()
    const seen = watchPage(page)
    await page.goto(`${site()}handout`)
    await expect(page.locator('.read').last().locator('.slidev-layout')).toBeAttached()
    const { width, slides, shown } = await page.evaluate(() => ({
      width: document.documentElement.scrollWidth,
      slides: document.querySelectorAll('nav a').length,
      shown: [...document.querySelectorAll('.read')].filter(article => article.querySelector('.slidev-layout')).length,
    }))
    expect(width).toBe(390)
    expect(shown).toBe(slides)
    await expect(page.locator('body')).not.toContainText('[[')
    await expect(page.locator('body')).not.toContainText('[private]')

    // What is out of sight is laid out when it comes into sight; axe would measure it in the room that is kept for it until then.
    await page.addStyleTag({ content: '.read { content-visibility: visible !important }' })
    const violations = await axeViolations(page, { tags: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] })
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(node => node.target.join(' ')).join(', ')}`)).toEqual([])

    await page.getByRole('link', { name: 'OS-level virtualization, in full' }).first().click()
    const figure = page.locator('.read', { hasText: 'OS-level virtualization, in full' }).first()
    await expect(figure).toBeInViewport()
    await figure.locator('.handout-scaled').click()
    const large = page.locator('dialog .handout-scaled')
    await expect(large).toBeVisible()
    expect((await large.boundingBox())!.width).toBeGreaterThanOrEqual(900)
    // On the small picture they are words, since no finger would hit one of them alone.
    expect(await figure.locator('.handout-scaled a[href]').count()).toBe(0)
    expect(await large.locator('.cite a[href]').count()).toBeGreaterThan(0)
    await page.keyboard.press('Escape')
    await expect(large).toBeHidden()
    expect(seen).toEqual([])
    await context.close()
  })
}
