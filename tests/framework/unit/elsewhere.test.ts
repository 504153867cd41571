// @vitest-environment node
import { expect, it } from 'vitest'
import { readSettings } from '../../../addon/lib/deck/settings.ts'
import { ROOT } from '../../../addon/lib/paths.ts'
import { allOf, elsewhereOf } from '../../../addon/lib/site/elsewhere.ts'
import { contentPolicy, singlePolicy } from '../../../addon/lib/site/headers.ts'

const { config } = await readSettings(ROOT)
const fonts = { ...config.fonts, provider: 'google', webfonts: ['Inter'] } as typeof config.fonts
const { plantUmlServer } = config
const slide = (content: string, frontmatter = {}) => ({ content, frontmatter })

const SLIDES = [
  slide('# Cover', { background: 'https://cover.example.org/a.jpg' }),
  slide('![A cat](https://cats.example.org/cat.png) <img alt="b" src="https://b.example.org/b.png">\n\n```html\n<img src="https://code.example.org/c.png">\n```\n\n[a link](https://link.example.org/)'),
  slide('<Youtube id="x" /> <iframe\n  src="https://frame.example.org/"></iframe>'),
  slide('<img\n  v-click\n  src="https://lines.example.org/d.png"\n> <Tweet id="20" />\n\n```plantuml\n@startuml\n```'),
]

it('the hosts of a deck are those of its fonts, pictures and frames', () => {
  expect(elsewhereOf({ fonts, plantUmlServer }, SLIDES)).toEqual({
    styles: ['https://fonts.googleapis.com'],
    fonts: ['https://fonts.gstatic.com'],
    images: ['https://b.example.org', 'https://cats.example.org', 'https://cover.example.org', 'https://lines.example.org', 'https://www.plantuml.com'],
    media: [],
    frames: ['https://frame.example.org', 'https://platform.twitter.com', 'https://www.youtube.com'],
    scripts: ['https://platform.twitter.com'],
    answers: [],
  })
})

it('what the deck has itself allows no other host', () => {
  const elsewhere = elsewhereOf({ fonts: { ...fonts, provider: 'none' }, plantUmlServer }, [slide('![A cat](/cat.png)', { image: './a.png', url: '/b' })])
  expect(allOf(elsewhere)).toEqual([])
  expect(contentPolicy([], elsewhere)).toBe(contentPolicy([]))
})

it('a page may fetch from these hosts, each only what it is for', () => {
  const policy = contentPolicy([], elsewhereOf({ fonts, plantUmlServer }, SLIDES))
  expect(policy).toContain('style-src \'self\' \'unsafe-inline\' https://fonts.googleapis.com;')
  expect(policy).toContain('font-src \'self\' data: https://fonts.gstatic.com;')
  expect(policy).toMatch(/img-src 'self' data: https:\/\/b\.example\.org [^;]*cover\.example\.org [^;]*;/)
  expect(policy).toContain('frame-src https://frame.example.org https://platform.twitter.com https://www.youtube.com;')
  expect(policy).toContain('script-src \'self\' https://platform.twitter.com;')
  expect(singlePolicy([], elsewhereOf({ fonts, plantUmlServer }, SLIDES))).not.toContain('fonts.g')
})
