import { defineVitePluginsSetup } from '@slidev/types'
import { clientFixesPlugin } from '../scripts/lib/client-fixes.ts'
import { readTexts } from '../scripts/lib/deck-texts.ts'
import { fontsPlugin } from '../scripts/lib/fonts.ts'
import { groupingPlugin } from '../scripts/lib/grouping.ts'
import { leanPlugin, unusedParts } from '../scripts/lib/lean.ts'
import { notesLaterPlugin } from '../scripts/lib/notes-later.ts'
import { singlePlugins } from '../scripts/lib/single.ts'
import { sourceTitlesPlugin } from '../scripts/lib/source-titles.ts'

/** Tells scripts/lib/chunks.ts which files belong to which slide. */
const manifest = { name: 'deck:manifest', config: () => ({ build: { manifest: true } }) }

/** Only what the talk uses, and only when it does: see scripts/lib/lean.ts, notes-later.ts and fonts.ts. */
export default defineVitePluginsSetup(async ({ userRoot, roots, data }) => {
  const texts = await readTexts(userRoot, roots)
  return [manifest, clientFixesPlugin(), leanPlugin(unusedParts(texts, data.config)), groupingPlugin(), notesLaterPlugin(), fontsPlugin(userRoot, texts), sourceTitlesPlugin(), ...singlePlugins()]
})
