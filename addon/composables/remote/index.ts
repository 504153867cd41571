/** What `npm start -- --remote` adds to the application: addon/lib/site/deck-modules.ts brings it, and only there. */
import type { RouteRecordRaw } from 'vue-router'
import { REMOTE } from '../../lib/remote/messages.ts'

export { joinTalk } from './joinTalk.ts'
export { remoteDevices } from './useTalkLink.ts'

export const remoteRoutes: RouteRecordRaw[] = [
  { name: 'remote', path: REMOTE, component: () => import('../../pages/Remote.vue') },
]
