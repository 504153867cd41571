import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { withoutUnusedContext } from '../../../addon/lib/site/unused-context.ts'

it('a component that asks for nothing of Slidev is not given anything', () => {
  expect(withoutUnusedContext('<script setup lang="ts">\nconst a = 1\n</script>\n<template>{{ a }}</template>')).toBe('<script setup lang="ts">\n/* @slidev-injection */\nconst a = 1\n</script>\n<template>{{ a }}</template>')
})

it.each(['$slidev.nav', '$nav.next()', '$clicks', '$page', '$frontmatter.x', '$renderContext'])('one that uses %s is', (use) => {
  expect(withoutUnusedContext(`<script setup>\n</script>\n<template><i :a="${use}" /></template>`)).toBeUndefined()
})

it('one without such a script stays as it is: Slidev gives it one', () => {
  expect(withoutUnusedContext('<template><p /></template>')).toBeUndefined()
})

it('knows all that Slidev gives, and its mark', () => {
  const folder = join(dirname(createRequire(import.meta.url).resolve('@slidev/cli/package.json')), 'dist')
  const code = readdirSync(folder).map(file => readFileSync(join(folder, file), 'utf8')).join('\n')
  const [, given] = /const \{ (\$[^}]+) \} = _useSlideContext\(\)/.exec(code)!
  for (const name of given!.split(', '))
    expect(withoutUnusedContext(`<script setup></script>{{ ${name} }}`), name).toBeUndefined()
  expect(code).toContain('code.includes("/* @slidev-injection */")')
})
