import { defineVitePluginsSetup } from '@slidev/types'
import { fontsPlugin } from '../scripts/lib/fonts.ts'
import { leanPlugin } from '../scripts/lib/lean.ts'

/** Only what the talk uses: see scripts/lib/lean.ts and scripts/lib/fonts.ts. */
export default defineVitePluginsSetup(({ userRoot }) => [leanPlugin(), fontsPlugin(userRoot)])
