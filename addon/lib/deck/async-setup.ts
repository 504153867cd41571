import type { DeckText } from './deck-texts.ts'
import type { Fault } from './faults.ts'
import type { PageSlide } from './pages.ts'
import { basename, relative } from 'node:path'
import { compileScript, parse } from 'vue/compiler-sfc'
import { slidePlace } from './place.ts'

const RE_SETUP = /<script\b[^>]*\ssetup\b[^>]*>[\s\S]*?\bawait\b[\s\S]*?<\/script>/
const MEND = 'Await in onMounted(async () => { … }), and show what is there until then.'

/** Does the script of a component wait before it shows anything? */
function waits(text: string): boolean {
  if (!RE_SETUP.test(text))
    return false
  try {
    const { descriptor } = parse(text, { ignoreEmpty: false })
    return /\basync setup\(/.test(compileScript(descriptor, { id: 'waits' }).content)
  }
  catch {
    return false
  }
}

/**
 * Components that await before they are drawn: Vue shows them inside of a `<Suspense>` alone, and Slidev has none around its slides.
 * One that stands in such a block of the deck is left alone.
 *
 * @param slides the slides of the deck
 * @param texts its components
 * @param root its folder
 */
export function asyncFaults(slides: readonly PageSlide[], texts: readonly DeckText[], root: string): Fault[] {
  const written = [...slides.map(({ content }) => content), ...texts.map(({ text }) => text)]
  const onSlides = slides.filter(({ content }) => waits(`${content.match(RE_SETUP)?.[0] ?? ''}\n<template><i /></template>`)).map((slide): Fault =>
    ({ ...slidePlace(slide), problem: 'the script of the slide awaits, so that the slide would stay empty', mend: MEND }))
  const components = texts.filter(({ path, text }) => path.startsWith(`${root}/`) && path.endsWith('.vue') && waits(text)).filter(({ path }) => {
    const name = basename(path, '.vue')
    return !written.some(text => new RegExp(`<(?:S|s)uspense\\b[\\s\\S]*<${name}\\b`).test(text))
  })
  return [...onSlides, ...components.map(({ path, text }): Fault => ({
    file: relative(root, path),
    entry: `line ${text.slice(0, text.search(/\bawait\b/)).split('\n').length}`,
    problem: 'the component awaits in its setup, so that nothing of it is ever shown',
    mend: MEND,
  }))]
}
