import { defineVitePluginsSetup } from '@slidev/types'
import { readTexts } from '../lib/deck/deck-texts.ts'
import { clientFixesPlugin } from '../lib/site/client-fixes.ts'
import { fontsPlugin } from '../lib/site/fonts.ts'
import { groupingPlugin } from '../lib/site/grouping.ts'
import { leanPlugin, unusedParts } from '../lib/site/lean.ts'
import { notesLaterPlugin } from '../lib/site/notes-later.ts'
import { singlePlugins } from '../lib/site/single.ts'
import { sourceTitlesPlugin } from '../lib/site/source-titles.ts'

/** Tells addon/lib/site/chunks.ts which files belong to which slide. */
const manifest = { name: 'deck:manifest', config: () => ({ build: { manifest: true } }) }

/** Only what the talk uses, and only when it does: see addon/lib/site/lean.ts, notes-later.ts and fonts.ts. */
export default defineVitePluginsSetup(async ({ userRoot, roots, data }) => {
  const texts = await readTexts(userRoot, roots)
  return [manifest, clientFixesPlugin(), leanPlugin(unusedParts(texts, data.config)), groupingPlugin(), notesLaterPlugin(), fontsPlugin(userRoot, texts), sourceTitlesPlugin(), ...singlePlugins()]
})
