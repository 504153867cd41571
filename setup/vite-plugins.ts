import { defineVitePluginsSetup } from '@slidev/types'
import { clientFixesPlugin } from '../scripts/lib/client-fixes.ts'
import { fontsPlugin } from '../scripts/lib/fonts.ts'
import { leanPlugin } from '../scripts/lib/lean.ts'

/** Tells scripts/lib/chunks.ts which files belong to which slide. */
const manifest = { name: 'deck:manifest', config: () => ({ build: { manifest: true } }) }

/** Only what the talk uses: see scripts/lib/lean.ts and scripts/lib/fonts.ts. */
export default defineVitePluginsSetup(({ userRoot }) => [manifest, clientFixesPlugin(), leanPlugin(), fontsPlugin(userRoot)])
