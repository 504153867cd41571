import { defineVitePluginsSetup } from '@slidev/types'
import { loadConfig } from '../lib/deck/config.ts'
import { readTexts } from '../lib/deck/deck-texts.ts'
import { readAbsent } from '../lib/deck/read-deck.ts'
import { browsersPlugin } from '../lib/site/browsers.ts'
import { clientFixesPlugin } from '../lib/site/client-fixes.ts'
import { deckPlugin } from '../lib/site/deck-modules.ts'
import { fontsPlugin } from '../lib/site/fonts.ts'
import { groupingPlugin } from '../lib/site/grouping.ts'
import { iconsLaterPlugin } from '../lib/site/icons-later.ts'
import { kitStylesPlugin } from '../lib/site/kit-styles.ts'
import { leanPlugin, unusedParts } from '../lib/site/lean.ts'
import { ownComponentsPlugin } from '../lib/site/own-components.ts'
import { promisedPlugin } from '../lib/site/promised.ts'
import { singlePlugins } from '../lib/site/single.ts'
import { slideDataPlugin } from '../lib/site/slide-data.ts'
import { tokensPlugin } from '../lib/site/tokens.ts'
import { unusedContextPlugin } from '../lib/site/unused-context.ts'
import { utilityVariablesPlugin } from '../lib/site/utility-variables.ts'
import { wholeFilesPlugin } from '../lib/site/whole-files.ts'

/** Tells addon/lib/site/chunks.ts which files belong to which slide. */
const manifest = { name: 'deck:manifest', config: () => ({ build: { manifest: true } }) }

/** Only what the talk uses, and only when it does: see addon/lib/site/lean.ts, slide-data.ts and fonts.ts. */
export default defineVitePluginsSetup(async (options) => {
  const { clientRoot, userRoot, roots, data } = options
  const [config, texts, absent] = await Promise.all([loadConfig(userRoot), readTexts(userRoot, roots), readAbsent(userRoot)])
  return [manifest, browsersPlugin(), wholeFilesPlugin(), promisedPlugin(options), ownComponentsPlugin(clientRoot, roots), clientFixesPlugin(), leanPlugin(unusedParts(texts, data.config, config.lean?.keep)), groupingPlugin(), iconsLaterPlugin(texts), slideDataPlugin(options, config.sources, texts), fontsPlugin(userRoot, [...texts, { text: JSON.stringify(config.event) }], config.fonts?.weights), deckPlugin(config, userRoot, absent), tokensPlugin(texts), kitStylesPlugin(config.kit.techniques, texts), utilityVariablesPlugin(), unusedContextPlugin(), ...singlePlugins()]
})
