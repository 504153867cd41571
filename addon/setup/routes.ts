import { defineRoutesSetup } from '@slidev/types'
import absent from 'virtual:absent'
import { remoteRoutes } from 'virtual:remote'

/** An address that only another cut of the deck has leads to the part that is nearest to it, whatever its steps were. */
const redirects = Object.entries(absent).flatMap(([alias, slide]) => ['', '/presenter', '/export'].map(view => ({
  path: `${view}/${alias}`,
  redirect: (to: { query: object }) => ({ path: `${view}/${slide}`, query: { ...to.query, clicks: undefined } }),
})))

/**
 * Adds the reading view, and what to look at before a talk. The reading view always shows the print forms, which are complete and link inside the page, and Slidev asks
 * the query for that; `document` names one of the PDFs, for `npm run handouts`.
 */
export default defineRoutesSetup(routes => [
  {
    name: 'handout',
    path: '/handout',
    component: () => import('../pages/Handout.vue'),
    beforeEnter: to => __SLIDEV_HASH_ROUTE__ || 'print' in to.query || { path: to.path, query: { ...to.query, print: 'true' }, hash: to.hash },
  },
  { name: 'preflight', path: '/preflight', component: () => import('../pages/Preflight.vue') },
  ...remoteRoutes,
  ...redirects,
  ...routes,
])
