import type { Page } from '@playwright/test'
import type { TechniqueId, Vulnerability } from '../../../data/types.ts'
import type { Walls } from '../../../data/walls.ts'
import { expect, test } from '@playwright/test'
import { currentState, inspectAxe, press, settle, slideSelector, watchPage } from '../../../addon/gate/deck.ts'
import { stations } from '../../../composables/scenes/crossing.ts'
import { GATES } from '../../../composables/scenes/gates.ts'
import { IN_2016, stackOf, TECHNIQUES, wallsOf } from '../../../composables/scenes/walls-facts.ts'
import { flawsOn, layersOf, mustBreak, reach, STARTS } from '../../../composables/scenes/walls.ts'
import { vulnerabilities } from '../../../data/vulnerabilities.ts'
import { ACTIONS, seededRandom } from '../../lib/random.ts'
import { site } from '../../lib/sites.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

const flaws: readonly Vulnerability[] = vulnerabilities

async function open(page: Page, alias: string, query = '') {
  await page.goto(`${site()}${alias}${query}`)
  const { no } = await settle(page)
  return page.locator(slideSelector(no))
}

/** What the scene shows, read from the page alone. */
function shown(page: Page) {
  return page.evaluate(() => Object.fromEntries([...document.querySelectorAll<HTMLElement>('#slideshow .wall-stack')].filter(stack => stack.checkVisibility({ visibilityProperty: true })).map((stack) => {
    const seen = (element: Element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    const all = (selector: string) => [...stack.querySelectorAll<HTMLElement>(selector)].filter(seen)
    const foot = [...stack.parentElement!.querySelectorAll<HTMLElement>('.wall-foot')].find(foot => foot.dataset.technique === stack.dataset.technique)
    return [stack.dataset.technique!, {
      at: stack.dataset.at,
      left: Number(stack.dataset.bugsLeft),
      reached: stack.dataset.reached === 'true',
      broken: all('.wall[data-broken="true"]').map(wall => wall.dataset.wall!),
      flaws: all('.flaw-mark').map(mark => mark.dataset.flaw!),
      bugs: foot?.querySelector<HTMLElement>('.bugs')?.textContent ?? undefined,
      crossing: [...foot?.querySelectorAll<HTMLElement>('.crossing') ?? []].filter(seen).map(name => name.textContent!).join(),
      routes: all('.stage-arrow[data-kind="hostile"]').length,
      refused: !!stack.querySelector('.call-token[data-refused="true"]'),
    }]
  })))
}

const bugs = (start: typeof STARTS[number]) => IN_2016.map(id => String(mustBreak(wallsOf(id), start).length))

test('by clicker alone: the call crosses three stacks, named where it does', async ({ page }) => {
  const seen = watchPage(page)
  await open(page, 'crossing')
  const sent: TechniqueId[] = []
  for (const next of [undefined, ...IN_2016.toReversed(), undefined]) {
    if (next)
      sent.push(next)
    const now = await shown(page)
    for (const id of IN_2016) {
      const { crossing } = stackOf(id)
      expect([now[id]!.at, now[id]!.crossing], `${id}, ${sent.length} sent`).toEqual(sent.includes(id) ? [stations(stackOf(id)).at(-1)!.at, crossing.name] : [undefined, ''])
    }
    if (sent.length === IN_2016.length && !next)
      break
    await press(page, 'PageDown')
  }
  expect((await currentState(page)).clicks).toBe(4)
  expect(seen).toEqual([])
})

test('by clicker alone: flaws fall on their walls, then 2, 2, 1 bugs for a program and 1, 1, 1 for root', async ({ page }) => {
  const slide = await open(page, 'security', '?clicks=1')
  let now = await shown(page)
  for (const id of IN_2016) {
    for (const layer of layersOf(wallsOf(id)))
      await expect(slide.locator(`.wall-stack[data-technique="${id}"] .wall[data-wall="${layer}"]`), `${id} ${layer}`).toHaveAttribute('data-flaws', String(flawsOn(flaws, wallsOf(id), layer).length))
    expect(now[id]!.flaws.toSorted()).toEqual(flaws.filter(({ technique }) => technique === id).map(flaw => flaw.id).toSorted())
  }
  for (const [start, reached] of [['program', [false, false, true]], ['guest-root', [true, true, true]]] as const) {
    await press(page, 'PageDown')
    now = await shown(page)
    expect(IN_2016.map(id => now[id]!.bugs)).toEqual(bugs(start))
    expect(IN_2016.map(id => now[id]!.reached)).toEqual(reached)
    expect(IN_2016.map(id => now[id]!.routes)).toEqual([1, 1, 1])
    expect(IN_2016.map(id => now[id]!.left), start).toEqual(IN_2016.map(id => reach(wallsOf(id), start, new Set(now[id]!.broken)).bugsLeft))
  }
  expect([bugs('program'), bugs('guest-root')]).toEqual([['2', '2', '1'], ['1', '1', '1']])
  await press(page, 'PageDown')
  for (const id of IN_2016)
    await expect(slide.locator(`.wall-foot[data-technique="${id}"]`)).toContainText(stackOf(id).crossing.name)
  await expect(slide).toContainText('not a census')
  await expect(slide).toContainText('our reading of the sources')
})

/** Names that a flaw, a wall or a way touches, or that leave their box: what a letter paints, and not its line. Runs inside the page. */
function touched(): string[] {
  const DESCENDERS = /[gjpqy,()]/
  const seen = (element: Element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  const all = (selector: string) => [...document.querySelectorAll(`#slideshow .wall-stack ${selector}`)].filter(seen)
  const context = document.createElement('canvas').getContext('2d')!
  /** How thick a wall is, in px of the picture. */
  const BAR = 8
  /** Between a name and the edge of its box, in px. */
  const AIR = 1
  const names = all('.wall-part > span').flatMap((span) => {
    const box = span.parentElement!.getBoundingClientRect()
    const { font, fontSize } = getComputedStyle(span)
    context.font = font
    const { fontBoundingBoxAscent: ascent } = context.measureText('x')
    const text = document.createRange()
    text.selectNodeContents(span)
    return [...text.getClientRects()].map(({ left, right, top, height }) => {
      const scale = height / (ascent + context.measureText('x').fontBoundingBoxDescent)
      const em = Number.parseFloat(fontSize) * scale
      const baseline = top + ascent * scale
      return { name: span.textContent!, box, left, right, top: baseline - 0.5 * em, bottom: baseline + (DESCENDERS.test(span.textContent!) ? 0.2 * em : 0) }
    })
  })
  const things = [
    ...all('.flaw-mark').map(mark => ({ what: 'a flaw', ...mark.getBoundingClientRect().toJSON() as DOMRect })),
    ...all('.wall').map((wall) => {
      const { left, top, right, bottom, width } = wall.getBoundingClientRect()
      const thick = BAR * width / (wall as HTMLElement).offsetWidth
      return { what: 'a wall', left, top, ...wall.matches('[data-beside]') ? { right: left + thick + AIR, bottom } : { right, bottom: top + thick } }
    }),
    ...all('.casing').flatMap((line) => {
      const way = line as SVGPolylineElement | SVGPolygonElement
      const matrix = way.getScreenCTM()!
      const half = Number.parseFloat(getComputedStyle(way).strokeWidth) / 2 * matrix.a
      return Array.from({ length: Math.ceil(way.getTotalLength()) }, (_, at) => {
        const { x, y } = way.getPointAtLength(at).matrixTransform(matrix)
        return { what: 'a way', left: x - half, right: x + half, top: y - half, bottom: y + half }
      })
    }),
  ]
  const touch = names.flatMap(name => things.filter(thing => thing.left < name.right && thing.right > name.left && thing.top < name.bottom && thing.bottom > name.top).map(({ what }) => `${name.name}: ${what}`))
  const leave = names.filter(({ box, left, right, top, bottom }) => left < box.left + AIR || right > box.right - AIR || top < box.top || bottom > box.bottom).map(({ name }) => `${name}: leaves its box`)
  return [...new Set([...touch, ...leave])]
}

test('neither flaws nor walls nor ways touch a name, which stays in its box', async ({ page }) => {
  for (const alias of ['crossing', 'security']) {
    for (const query of [...[1, 2, 3, 4].map(step => `?clicks=${step}`), '?print=true']) {
      await open(page, alias, query)
      expect.soft(await page.evaluate(touched), `${alias}${query}`).toEqual([])
    }
  }
  await open(page, 'play-walls', '?print=true')
  expect.soft(await page.evaluate(touched), 'play-walls in print').toEqual([])
  const slide = await open(page, 'play-walls')
  await slide.locator('.scene-frame').focus()
  for (const start of STARTS) {
    // Each technique, and then its walls, broken one after the other.
    for (const [index, id] of TECHNIQUES.entries()) {
      for (const [broken, key] of [String(index + 1), ...mustBreak(wallsOf(id), start).map(() => 'b')].entries()) {
        await page.keyboard.press(key)
        await settle(page)
        expect.soft(await page.evaluate(touched), `play-walls, ${id} for ${start}, ${broken} walls broken`).toEqual([])
      }
      await expect(slide.locator(`.wall-stack[data-technique="${id}"]`)).toHaveAttribute('data-reached', 'true')
    }
    await slide.getByRole('button', { name: 'Reset' }).press('Enter')
    await slide.locator('.scene-frame').focus()
    await page.keyboard.press('r')
  }
})

test('by keyboard alone: six techniques, a call hop by hop, hostile, root, every wall', async ({ page }) => {
  const slide = await open(page, 'play-walls')
  const frame = slide.locator('.scene-frame')
  await frame.focus()
  await page.keyboard.press('h')
  for (const [index, id] of TECHNIQUES.entries()) {
    await page.keyboard.press(String(index + 1))
    for (const { at } of stations(stackOf(id)).slice(1)) {
      await page.keyboard.press('ArrowRight')
      await expect(slide.locator(`.wall-stack[data-technique="${id}"]`)).toHaveAttribute('data-at', at)
    }
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Enter')
    await expect(slide.locator(`.wall-stack[data-technique="${id}"]`)).toHaveAttribute('data-at', stations(stackOf(id)).at(-1)!.at)
  }
  await page.keyboard.press('h')
  for (const start of STARTS) {
    for (const [index, id] of TECHNIQUES.entries()) {
      await page.keyboard.press(String(index + 1))
      const stack = slide.locator(`.wall-stack[data-technique="${id}"]`)
      await expect(slide.locator(`.wall-foot[data-technique="${id}"] .bugs`)).toHaveText(String(mustBreak(wallsOf(id), start).length))
      for (let left = reach(wallsOf(id), start, new Set()).bugsLeft; left > 0; left--) {
        await expect(stack).toHaveAttribute('data-bugs-left', String(left))
        await page.keyboard.press('b')
      }
      await expect(stack).toHaveAttribute('data-reached', 'true')
    }
    await slide.getByRole('button', { name: 'Reset' }).press('Enter')
    await frame.focus()
    await page.keyboard.press('r')
  }
  const wall = slide.locator('.wall-stack[data-technique="os-level"] .wall[data-wall="engine"]')
  await page.keyboard.press('3')
  await wall.focus()
  await page.keyboard.press('b')
  await expect(wall).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Enter')
  await expect(wall).toHaveAttribute('aria-pressed', 'false')
})

test('the keys are the scene’s while it has the focus, and the deck’s after Escape', async ({ page }) => {
  const slide = await open(page, 'security', '?clicks=2')
  await slide.locator('.scene-frame').focus()
  await page.keyboard.press('ArrowRight')
  await expect(slide.locator('.wall-stack[data-technique="os-level"]')).toHaveAttribute('data-at', 'host-kernel')
  expect((await currentState(page)).clicks).toBe(2)
  await page.keyboard.press('Escape')
  expect(await press(page, 'ArrowRight')).toBe(true)
  expect((await currentState(page)).clicks).toBe(3)
  await expect(slide.locator('.wall-stack[data-technique="os-level"]')).not.toHaveAttribute('data-at')
  await slide.locator('.scene-frame').focus()
  expect(await press(page, 'PageUp')).toBe(true)
  expect((await currentState(page)).clicks).toBe(2)
  await slide.locator('.wall').first().focus()
  expect(await press(page, 'PageDown')).toBe(true)
  expect((await currentState(page)).clicks).toBe(3)
})

test('handles stay out of the picture until a hand is on it', async ({ page }) => {
  const slide = await open(page, 'security', '?clicks=3')
  const handle = slide.getByRole('button', { name: 'Send' })
  await expect(handle.locator('xpath=..')).toHaveCSS('opacity', '0')
  await slide.locator('.scene-frame').hover()
  await expect(handle.locator('xpath=..')).toHaveCSS('opacity', '1')
  await page.mouse.move(2, 2)
  await expect(handle.locator('xpath=..')).toHaveCSS('opacity', '0')
})

test('a view in the address survives a reload, and a malformed one is the step’s', async ({ page }) => {
  const seen = watchPage(page)
  const slide = await open(page, 'play-walls')
  await slide.locator('.wall-stack[data-technique="os-level"] .wall[data-wall="runtime"]').click()
  await slide.getByRole('button', { name: 'Root in the guest' }).click()
  await slide.getByRole('button', { name: 'capabilities refuses the call' }).click()
  await expect.poll(() => page.url()).toContain('gate')
  const before = await shown(page)
  expect(before['os-level']!.broken).toEqual(['runtime'])
  await page.reload()
  await settle(page)
  expect(await shown(page)).toEqual(before)
  const standard = await (await open(page, 'play-walls'), shown(page))
  for (const text of ['docker', 'os-level,hop:os-level:7', 'wasm,broken:wasm:hardware', '%00', 'x'.repeat(9000)]) {
    await open(page, 'play-walls', `?view=play-walls~${text}`)
    expect(await shown(page), text.slice(0, 40)).toEqual(standard)
  }
  expect(seen).toEqual([])
})

test('a gate that is shut refuses the call of a container', async ({ page }) => {
  const slide = await open(page, 'play-walls')
  await slide.getByRole('button', { name: 'Hostile', exact: true }).click()
  await slide.getByRole('button', { name: 'Flaws', exact: true }).click()
  await slide.getByRole('button', { name: 'Send' }).click()
  await expect(slide.locator('.wall-foot[data-technique="os-level"]')).toContainText('system call')
  for (const { label } of GATES) {
    const gate = slide.getByRole('button', { name: `${label} refuses the call` })
    await gate.click()
    await expect(slide.locator('.wall-foot[data-technique="os-level"]')).toContainText('refused')
    expect((await shown(page))['os-level']!.refused).toBe(true)
    await gate.click()
  }
})

test('by touch, with buttons of 28 px on the canvas', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 980, height: 552 }, hasTouch: true, reducedMotion: 'reduce' })
  const page = await context.newPage()
  const slide = await open(page, 'play-walls')
  for (const button of await slide.locator('.scene-frame .ground button').all()) {
    const { width, height } = (await button.boundingBox())!
    expect(Math.min(width, height), await button.getAttribute('aria-label') ?? await button.textContent() ?? '').toBeGreaterThanOrEqual(27.5)
  }
  await slide.getByRole('button', { name: 'microVM' }).or(slide.getByRole('button', { name: 'Root in the guest' })).first().tap()
  await slide.locator('.wall-stack[data-technique="full-virtualization"] .wall[data-wall="hypervisor"]').tap()
  await expect(slide.locator('.wall-stack[data-technique="full-virtualization"]')).toHaveAttribute('data-reached', 'true')
  const stage = await open(page, 'security', '?clicks=1')
  // A finger on the picture gives the scene the whole stage.
  await stage.locator('.scene-frame').tap({ position: { x: 500, y: 20 } })
  await stage.getByRole('button', { name: 'Hostile', exact: true }).tap()
  await expect.poll(async () => (await shown(page))['os-level']!.bugs).toBe('1')
  await context.close()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`clean for axe, ${colorScheme}`, async ({ browser }) => {
    const page = await browser.newPage({ colorScheme, reducedMotion: 'reduce' })
    for (const [alias, query] of [['crossing', '?clicks=3'], ['security', '?clicks=1'], ['security', '?clicks=3'], ['play-walls', ''], ['play-walls', '?view=play-walls~microvm,gate:lsm,hostile,root,broken:wasm:runtime']] as const) {
      const slide = await open(page, alias, query)
      await slide.locator('.scene-frame').focus()
      expect(await inspectAxe(page, (await currentState(page)).no), alias + query).toEqual([])
    }
    await page.close()
  })
}

test('under reduced motion nothing travels', async ({ page }) => {
  await open(page, 'crossing', '?clicks=1')
  await press(page, 'PageDown')
  const moving = await page.evaluate(() => document.querySelector('#slideshow')!.getAnimations({ subtree: true }).filter(({ playState }) => playState === 'running').length)
  expect(moving).toBe(0)
})

for (const [alias, techniques] of [['security', IN_2016], ['play-walls', TECHNIQUES]] as const) {
  test(`in print ${alias} has a row for each wall, and all its flaws`, async ({ page }) => {
    const slide = await open(page, alias, '?print=true')
    const rows = () => slide.locator('[data-row]').evaluateAll(rows => rows.map(row => [(row as HTMLElement).dataset.row!, Number(/^\d+/.exec(row.querySelector('td')!.textContent!.trim())![0])]))
    await expect.poll(rows).toEqual(techniques.flatMap(id => layersOf(wallsOf(id) as Walls).map(layer => [`${id}/${layer}`, flawsOn(flaws, wallsOf(id), layer).length])))
    await expect(slide.locator('.flaw-marks[data-show="true"] > .flaw-mark')).toHaveCount(flaws.filter(({ technique }) => techniques.includes(technique)).length)
    await expect(slide.getByRole('button')).toHaveCount(0)
  })
}

test('bears random hands', async ({ page }) => {
  const seen = watchPage(page)
  const { seed, pick, below } = seededRandom()
  console.log(`walls in the browser: ${ACTIONS} random actions, DECK_SEED=${seed}`)
  const slide = await open(page, 'play-walls')
  const frame = slide.locator('.scene-frame')
  await frame.focus()
  for (let count = 0; count < ACTIONS; count++) {
    if (below(4)) {
      await frame.focus()
      await page.keyboard.press(pick(['1', '2', '3', '4', '5', '6', 'Enter', 'ArrowLeft', 'ArrowRight', 'h', 'r', 'b', 'm']))
    }
    else {
      await slide.locator('.scene-frame .ground button').evaluateAll((buttons, share) => (buttons[Math.floor(share * buttons.length)] as HTMLElement).click(), below(1000) / 1000)
    }
    if (count % 10)
      continue
    const now = await shown(page)
    const start = await slide.getByRole('button', { name: 'Root in the guest' }).getAttribute('aria-pressed') === 'true' ? 'guest-root' : 'program'
    for (const [id, { broken, left, reached, bugs }] of Object.entries(now)) {
      // Walls that nobody speaks of are not drawn.
      if (!broken.length && bugs === undefined)
        continue
      const walls = wallsOf(id as TechniqueId)
      expect(left, `${id}, action ${count}, seed ${seed}`).toBe(reach(walls, start, new Set(broken)).bugsLeft)
      expect(reached).toBe(bugs !== undefined && left === 0)
    }
  }
  expect(seen).toEqual([])
  expect(new URL(page.url()).pathname).toContain('play-walls')
})
