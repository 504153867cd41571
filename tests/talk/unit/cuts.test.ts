// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { countSourcePages } from '../../../addon/composables/sourcePages.ts'
import { targetOf } from '../../../addon/lib/deck/links.ts'
import { parsePage, readPages } from '../../../addon/lib/deck/pages.ts'
import { readAbsent, readSlides } from '../../../addon/lib/deck/read-deck.ts'
import { viewOf } from '../../../addon/lib/deck/slide-view.ts'
import { ROOT } from '../../../addon/lib/paths.ts'
import { questions } from '../../../data/questions.ts'
import config from '../../../deck.config.ts'
import { mainPart, wordsSpoken } from '../lib/main-part.ts'

/** Words that a speaker says in a minute, with a breath between them. */
const PER_MINUTE = 130
/** How far a cut may be from its length. */
const TOLERANCE = 0.05

const files = await readPages(ROOT)
const written = files.flatMap(({ path, text }) => parsePage(text, path).slides)
const aliases = new Set(written.map(({ frontmatter }) => frontmatter.routeAlias).filter(Boolean))

describe.each(config.cuts!)('$name', ({ name, minutes }) => {
  it('has minutes that add up, and a script that is as long', async () => {
    const main = await mainPart({ cut: name })
    const planned = main.reduce((sum, { frontmatter }) => sum + Number(frontmatter.minutes), 0)
    for (const length of [planned, wordsSpoken(main) / PER_MINUTE]) {
      expect(length).toBeGreaterThanOrEqual(minutes * (1 - TOLERANCE))
      expect(length).toBeLessThanOrEqual(minutes * (1 + TOLERANCE))
    }
  })

  it('opens, closes, says where its sources are, and plans nothing behind that', async () => {
    const main = await mainPart({ cut: name })
    const { slides } = await readSlides(ROOT, { cut: name })
    expect([main[0]!.alias, main.at(-1)!.alias]).toEqual(['cover', 'close'])
    expect(slides.filter(({ frontmatter }) => frontmatter.minutes !== undefined)).toHaveLength(main.length)
    expect(main.map(({ no }) => no)).toEqual(main.map((_, index) => index + 1))
    const cited = slides.filter(({ frontmatter }) => frontmatter.sourceList !== undefined)
    expect(cited.length).toBeGreaterThan(0)
    expect(cited.length).toBeLessThanOrEqual(countSourcePages(config.sources!.map(source => ({ source }))))
  })

  it('answers every alias of the talk, and no link of it is dead', async () => {
    const { slides } = await readSlides(ROOT, { cut: name })
    const absent = await readAbsent(ROOT, { cut: name })
    const here = new Set(slides.map(({ frontmatter }) => frontmatter.routeAlias))
    for (const alias of aliases)
      expect(here.has(alias) || here.has(absent[String(alias)]), String(alias)).toBe(true)
    const links = slides.flatMap(({ content, note = '' }) => [...viewOf(content).links, ...viewOf(note).links])
    for (const { to } of links)
      expect(targetOf(to, slides, { files: new Set(), aliases }).kind, to).not.toBe('nowhere')
  })
})

it('the ten minutes speak of no playground that they do not have', async () => {
  const { slides } = await readSlides(ROOT, { cut: 'lightning' })
  const here = slides.map(({ frontmatter }) => String(frontmatter.routeAlias))
  const played = slides.flatMap(({ note = '' }) => [...note.matchAll(/\]\(\/(play-[\w-]+)\)/g)].map(([, alias]) => alias))
  expect(played.filter(alias => !here.includes(alias!))).toEqual([])
  expect(here).not.toContain('glossary')
})

it('the default is the whole talk: each page once, from first to last, without what only the hour has', async () => {
  const pages = files.flatMap(({ path }) => path.startsWith('pages/') && !/\/1[01]-/.test(path) ? [path] : [])
  const { slides } = await readSlides(ROOT)
  const own = slides.filter(({ frontmatter }) => frontmatter.sourceList === undefined || frontmatter.sourceList === 1)
  expect(own.length).toBe(pages.reduce((sum, path) => sum + written.filter(slide => slide.filepath === path).length, 0))
  for (const path of pages) {
    const names = (slides: readonly { frontmatter: object }[]) => slides.map(({ frontmatter }) => (frontmatter as { routeAlias?: string }).routeAlias)
    expect(names(own.filter(slide => slide.path === path)), path).toEqual(names(written.filter(slide => slide.filepath === path)))
  }
  expect(slides).toEqual((await readSlides(ROOT, { cut: 'meetup' })).slides)
})

it('the hour has all that the half hour has, and what no other cut shows', async () => {
  const [meetup, deep] = await Promise.all(['meetup', 'deep-dive'].map(async cut => (await mainPart({ cut })).map(({ alias }) => alias)))
  expect(meetup!.filter(alias => !deep!.includes(alias))).toEqual([])
  for (const subject of ['noisy-neighbours', 'asked-noisy-neighbour', 'asked-side-channels', 'asked-confidential-computing', 'asked-runtime-detection', 'asked-agents-and-gpus', 'rated-live-migration', 'microvm', 'userspace-kernel', 'wasm'])
    expect(deep).toContain(subject)
})

it('the hour answers every question on its stage, and each in full in its appendix', async () => {
  const { slides } = await readSlides(ROOT, { cut: 'deep-dive' })
  const at = (alias: string) => slides.findIndex(({ frontmatter }) => frontmatter.routeAlias === alias)
  for (const { id } of questions) {
    // Whether containers are a boundary is a slide of the talk.
    const staged = at(id === 'are-containers-a-boundary' ? 'boundary' : `asked-${id}`)
    expect(staged, id).toBeGreaterThan(0)
    expect(at(`question-${id}`), id).toBeGreaterThan(at('close'))
    expect(staged, id).toBeLessThan(at('close'))
  }
})

it('before a security team the list of its questions comes forward, and stands once', async () => {
  const order = async (audience?: string) => (await readSlides(ROOT, { cut: 'meetup', audience })).slides.map(({ frontmatter }) => String(frontmatter.routeAlias))
  const [usual, forward] = [await order(), await order('security')]
  expect(forward[forward.indexOf('questions') - 1]).toBe('never-allow')
  expect(forward[forward.indexOf('questions') + 1]).toBe('newcomers')
  expect(forward.toSorted()).toEqual(usual.toSorted())
  expect(await order('developer')).toEqual(usual)
})
