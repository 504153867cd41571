// @vitest-environment node
import { expect, it } from 'vitest'
import { readSettings } from '../../../addon/lib/deck/settings.ts'
import { ROOT } from '../../../addon/lib/paths.ts'
import { allOf, elsewhereOf } from '../../../addon/lib/site/elsewhere.ts'
import { contentPolicy, singlePolicy } from '../../../addon/lib/site/headers.ts'

const { config } = await readSettings(ROOT)
const fonts = { ...config.fonts, provider: 'google', webfonts: ['Inter'] } as typeof config.fonts
const slide = (content: string, frontmatter = {}) => ({ content, frontmatter })

const SLIDES = [
  slide('# Cover', { background: 'https://cover.example.org/a.jpg' }),
  slide('![A cat](https://cats.example.org/cat.png) <img alt="b" src="https://b.example.org/b.png">\n\n```html\n<img src="https://code.example.org/c.png">\n```\n\n[a link](https://link.example.org/)'),
  slide('<Youtube id="x" /> <iframe src="https://frame.example.org/"></iframe>'),
]

it('the hosts of a deck are those of its fonts, pictures and frames', () => {
  expect(elsewhereOf({ fonts }, SLIDES)).toEqual({
    styles: ['https://fonts.googleapis.com'],
    fonts: ['https://fonts.gstatic.com'],
    images: ['https://b.example.org', 'https://cats.example.org', 'https://cover.example.org'],
    media: [],
    frames: ['https://frame.example.org', 'https://www.youtube.com'],
  })
})

it('what the deck has itself allows no other host', () => {
  const elsewhere = elsewhereOf({ fonts: { ...fonts, provider: 'none' } }, [slide('![A cat](/cat.png)', { image: './a.png', url: '/b' })])
  expect(allOf(elsewhere)).toEqual([])
  expect(contentPolicy([], elsewhere)).toBe(contentPolicy([]))
})

it('a page may fetch from these hosts, each only what it is for', () => {
  const policy = contentPolicy([], elsewhereOf({ fonts }, SLIDES))
  expect(policy).toContain('style-src \'self\' \'unsafe-inline\' https://fonts.googleapis.com;')
  expect(policy).toContain('font-src \'self\' data: https://fonts.gstatic.com;')
  expect(policy).toMatch(/img-src 'self' data: https:\/\/b\.example\.org [^;]*cover\.example\.org;/)
  expect(policy).toContain('frame-src https://frame.example.org https://www.youtube.com;')
  expect(policy).toContain('script-src \'self\';')
  expect(singlePolicy([], elsewhereOf({ fonts }, SLIDES))).not.toContain('fonts.g')
})
