import type { Rule } from 'eslint'
import { dirname, relative, resolve, sep } from 'node:path'

/** A specifier that leads to a file, wherever it stands: after `from`, in `import()`, in a `src` of a style. */
const RE_SPECIFIER = /(?:\bfrom\s*|\bimport\s*(?:\(\s*)?|\bsrc=)(['"])(\.{1,2}\/[^'"]*)\1/g

/**
 * What a file of the framework imports from outside of the framework: nothing, or the wall has a hole.
 *
 * @param addon folder of the framework
 * @param file one of its files
 * @param text what it says
 * @returns the files that it should not know
 */
export function importsBeyond(addon: string, file: string, text: string): string[] {
  return [...text.matchAll(RE_SPECIFIER)]
    .map(([, , specifier]) => resolve(dirname(file), specifier!))
    .filter(target => !`${target}${sep}`.startsWith(addon + sep))
    .map(target => relative(dirname(addon), target))
}

/** The ESLint plugin with the one rule `wall/no-talk`: framework files import no file of the talk. */
export const wall = {
  rules: {
    'no-talk': {
      meta: { type: 'problem', schema: [] } as Rule.RuleMetaData,
      create(context: Rule.RuleContext): Rule.RuleListener {
        return {
          Program(node) {
            for (const target of importsBeyond(import.meta.dirname, context.filename, context.sourceCode.text))
              context.report({ node, message: `The framework knows no talk, and this file imports ${target}. Have the talk say it in deck.config.ts.` })
          },
        }
      },
    },
  },
}
