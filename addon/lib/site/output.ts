import type { PageSlide } from '../deck/pages.ts'
import { nameSlide } from '../deck/pages.ts'

const RE_COLOUR = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`, 'g')
/** What tells of something that is not as it was meant. */
const RE_COMPLAINT = /\b(?:error|warn(?:ing)?|unknown|unresolved|failed|invalid|not found|cannot|could not|doesn't exist|does not exist|didn't resolve|missing|deprecated)\b/i
/** What Vite and its bundler say of every deck, and what is no matter of its author. */
const RE_HARMLESS = /^\(node:\d+\)|\[PLUGIN_TIMINGS\]|chunks? (?:are|is) larger|dynamic import|sourcemap|FloatingVue|ExperimentalWarning|DeprecationWarning|--trace-|didn't resolve at build time|Annotation|"use client"|optimizeDeps|esbuild|INEFFECTIVE|plugin-timings|built in/i
const RE_SLIDE = /(?:@slidev\/slides\/|__slidev_)(\d+)(?:\/|\.)md/
/** A stack, a picture of the code, a line without words. */
const RE_NO_WORDS = /^\s*(?:at |\d+ ?[|│]|[|│╭╰·─^]|file:)/

/** What Slidev has said while it built, as far as it is a complaint; where it names a slide by number, by its place as well. */
export function complaintsIn(output: string, slides: readonly PageSlide[]): string[] {
  const lines = output.replace(RE_COLOUR, '').split('\n').map(line => line.trimEnd()).filter(line => line.trim() && !RE_NO_WORDS.test(line))
  return [...new Set(lines.filter(line => RE_COMPLAINT.test(line) && !RE_HARMLESS.test(line)).map(line => placed(line.trim(), slides)))]
}

/** A line with the place where its slide is written, where it names one. */
function placed(line: string, slides: readonly PageSlide[]): string {
  const no = Number(RE_SLIDE.exec(line)?.[1])
  return no ? `${nameSlide(slides[no - 1], no)}: ${line}` : line
}

/** What is said of a build that failed: first the slide that it is about, then all that Slidev said. */
export function failureOf(output: string, slides: readonly PageSlide[]): string {
  const no = Number(RE_SLIDE.exec(output)?.[1])
  const [said = 'the build failed'] = complaintsIn(output, [])
  return no ? `${output.trim()}\n\n${nameSlide(slides[no - 1], no)}: ${said.replace(/\.$/, '')}. Mend: Correct the slide; what Slidev said stands above.` : `${output.trim()}\n\nslides.md: the build: it failed. Mend: Correct what Slidev says above.`
}
