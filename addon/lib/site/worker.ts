/** The service worker of a site. Vite makes one script of it, before which `offline.ts` writes what it keeps. */
import type { WorkerFacts } from './offline.ts'
import { clientsClaim } from 'workbox-core'
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

declare const DECK: WorkerFacts

// The tab that brought it is served by it at once: its own version cannot be lost by a new one on the host.
clientsClaim()
precacheAndRoute(DECK.files)
cleanupOutdatedCaches()
registerRoute(new NavigationRoute(createHandlerBoundToURL(DECK.shell), { allowlist: [new RegExp(DECK.pages, 'i')] }))
