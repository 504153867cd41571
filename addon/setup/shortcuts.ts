import type { NavOperations, ShortcutOptions } from '@slidev/types'
import { useNav } from '@slidev/client'
import { defineShortcutsSetup } from '@slidev/types'
import { INDEX, isQuestion, questionKeys, questionMoves } from '../composables/questionKeys.ts'
import { toggleBlack } from '../composables/useBlackScreen.ts'

/**
 * `q` opens the question index, a key of the index opens an answer, `b` goes back to the talk. Elsewhere `b` makes the screen black,
 * as `.` does everywhere: clickers send either. Home and End go to the first and to the last slide.
 */
export default defineShortcutsSetup((nav: NavOperations, base: ShortcutOptions[]) => {
  const { slides, currentSlideNo, currentSlideRoute, clicks, go } = useNav()
  // From the slides and not from data/questions, whose answers would come along before the first slide.
  const named = slides.value.map(({ meta }) => meta.slide?.frontmatter.routeAlias as string | undefined)
  const aliases = named.filter(isQuestion)
  const moves = questionMoves({
    place: () => ({ no: currentSlideNo.value, clicks: clicks.value }),
    alias: () => currentSlideRoute.value?.meta.slide?.frontmatter.routeAlias as string | undefined,
    go: (to, step) => {
      nav.escapeOverview()
      return go(to, step)
    },
  }, aliases)
  return [
    ...base,
    { name: 'questions', key: 'q', fn: () => named.includes(INDEX) && moves.index() },
    { name: 'questions_back', key: 'b', fn: () => moves.back() || toggleBlack() },
    { name: 'black', key: '.', fn: toggleBlack },
    { name: 'first', key: 'home', fn: () => nav.goFirst() },
    { name: 'last', key: 'end', fn: () => nav.goLast() },
    ...questionKeys(aliases.map(id => ({ id }))).flatMap(({ id, key }) => key
      ? [{ name: id.replace('-', '_'), key, fn: () => moves.open(id) }]
      : []),
  ]
})
