// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { asyncFaults } from '../../../../addon/lib/deck/async-setup.ts'

const slide = (content: string) => ({ path: 'slides.md', line: 1, title: 'Hi', frontmatter: {}, content, source: content })
const of = (component: string, content = '# Hi\n\n<Late />') => asyncFaults([slide(content)], [{ path: '/deck/components/Late.vue', text: component }], '/deck')

describe('what awaits before it is drawn is never drawn', () => {
  it('a component', () => expect(of('<script setup>\nconst a = 1\nconst b = await fetch(\'/x\')\n</script>\n<template>{{ b }}</template>')).toEqual([expect.objectContaining({ file: 'components/Late.vue', entry: 'line 3', mend: expect.stringContaining('onMounted') as string })]))
  it('the script of a slide', () => expect(of('', '<script setup>\nconst b = await fetch(\'/x\')\n</script>\n\n# Hi\n\n{{ b }}')).toEqual([expect.objectContaining({ file: 'slides.md', problem: expect.stringContaining('stay empty') as string })]))
  it.each([
    ['what awaits inside of a function', '<script setup>\nonMounted(async () => {\n  await fetch(\'/x\')\n})\n</script>\n<template>a</template>'],
    ['a word', '<script setup>\n// await\nconst a = \'await\'\n</script>\n<template>a</template>'],
  ])('%s is drawn', (_, text) => expect(of(text)).toEqual([]))
  it('what stands in a Suspense is drawn', () => expect(of('<script setup>\nconst b = await fetch(\'/x\')\n</script>\n<template>{{ b }}</template>', '# Hi\n\n<Suspense>\n<Late />\n</Suspense>')).toEqual([]))
})
