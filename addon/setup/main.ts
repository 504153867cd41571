import { defineAppSetup } from '@slidev/types'
import { keepOffline } from '../composables/offline.ts'
import { hasPrintQuery } from '../composables/printQuery.ts'
import { bringNotes } from '../composables/slideNotes.ts'
import { followPicture, takeOver } from '../composables/takeOver.ts'

/** The application takes the place of the picture that the build has put into the page, and the hosted site is kept. */
export default defineAppSetup(({ router }) => {
  router.beforeResolve(({ name }) => bringNotes(name))
  if (__SLIDEV_HASH_ROUTE__)
    router.beforeEach(to => hasPrintQuery(to))
  followPicture(router)
  void takeOver(router)
  keepOffline()
})
