import { defineRoutesSetup } from '@slidev/types'
import { remoteRoutes } from 'virtual:remote'

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
  ...routes,
])
