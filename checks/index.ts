import type { Fault } from '../addon/lib/deck/faults.ts'
import type { PageFile } from '../addon/lib/deck/pages.ts'
import { facts } from '../data/index.ts'
import { walls } from '../data/walls.ts'
import { editorFaults } from './editor.ts'
import { pageFaults } from './page-facts.ts'
import { wallFaults } from './validate-walls.ts'
import { validate } from './validate.ts'

/** Everything that is wrong with the facts, and with what the pages say of them. */
export function check(files: readonly PageFile[]): Fault[] {
  return [...validate(facts), ...wallFaults(facts, walls), ...pageFaults(files, facts), ...editorFaults(files)]
}

/** How much there is to check, in words. */
export function summary(): string {
  const { sources, comparison, claims, figures } = facts
  return `${sources.length} sources, ${comparison.length} cells, ${claims.length} claims, ${figures.length} figures`
}
