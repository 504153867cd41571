import { expect, it } from 'vitest'
import { changedSlides, parseDiff } from '../../../scripts/changed-slides.ts'

const SLIDES = [
  { path: 'slides.md', line: 1, content: '# Cover' },
  { path: 'pages/a.md', line: 1, content: '# One\n\n<OpenDoor />' },
  { path: 'pages/a.md', line: 12, content: '# Two' },
  { path: 'pages/b.md', line: 1, content: '# Three\n\n<Claim claim="x" />' },
]
const COMPONENTS = new Map([
  ['components/OpenDoor.vue', '<template><StageBox /></template>'],
  ['components/stage/StageBox.vue', '<template><i /></template>'],
  ['components/Claim.vue', '<template><b /></template>'],
])

it('a diff is read by files and lines', () => {
  expect(parseDiff([
    'diff --git a/pages/a.md b/pages/a.md',
    '--- a/pages/a.md',
    '+++ b/pages/a.md',
    '@@ -3 +3,2 @@ # One',
    '-old',
    '+new',
    '+newer',
    '@@ -20,2 +20,0 @@',
    '-gone',
    '-gone',
    '+++ b/components/Claim.vue',
    '@@ -1 +1 @@',
  ].join('\n'))).toEqual(new Map([['pages/a.md', [3, 4, 20]], ['components/Claim.vue', [1]]]))
})

it('a slide changes with its own lines, and with what it draws', () => {
  const changed = (...changes: [string, number[]][]) => changedSlides(SLIDES, new Map(changes), COMPONENTS)
  expect(changed(['pages/a.md', [11]])).toEqual([2])
  expect(changed(['pages/a.md', [12]])).toEqual([3])
  expect(changed(['components/stage/StageBox.vue', [1]]), 'inside another component').toEqual([2])
  expect(changed(['components/Claim.vue', [1]], ['slides.md', [2]])).toEqual([1, 4])
  expect(changed(['README.md', [1]])).toEqual([])
})
