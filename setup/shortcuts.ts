import type { NavOperations, ShortcutOptions } from '@slidev/types'
import { useNav } from '@slidev/client'
import { defineShortcutsSetup } from '@slidev/types'
import { questionAlias, questionKeys, questionMoves } from '../composables/questionKeys.ts'
import { questions } from '../data/questions.ts'

/** `q` opens the question index, a key of the index opens an answer, `b` goes back to the talk. */
export default defineShortcutsSetup((nav: NavOperations, base: ShortcutOptions[]) => {
  const { currentSlideNo, currentSlideRoute, clicks, go } = useNav()
  const moves = questionMoves({
    place: () => ({ no: currentSlideNo.value, clicks: clicks.value }),
    alias: () => currentSlideRoute.value?.meta.slide?.frontmatter.routeAlias as string | undefined,
    go: (to, step) => {
      nav.escapeOverview()
      return go(to, step)
    },
  }, questions.map(({ id }) => questionAlias(id)))
  return [
    ...base,
    { name: 'questions', key: 'q', fn: moves.index },
    { name: 'questions_back', key: 'b', fn: moves.back },
    ...questionKeys(questions).flatMap(({ id, key }) => key
      ? [{ name: `question_${id}`, key, fn: () => moves.open(questionAlias(id)) }]
      : []),
  ]
})
