import type { Command } from '../../lib/command.ts'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseNoArgs } from '../../lib/args.ts'
import { ENTRY } from '../../lib/deck/pages.ts'
import { ROOT } from '../../lib/paths.ts'
import { UserError } from '../../lib/run.ts'

const CONFIG = 'deck.config.ts'

/** All keys are explained by their types. */
const TEXT = `import { defineDeck } from 'slidev-addon-lectern/config'

/** What this talk tells the framework; every key may be missing. */
export default defineDeck({
  event: { speaker: '', occasion: '', date: '', url: '' },
  sources: [],
})
`

/** `lectern init`: what a deck that is there needs to be served by the framework. */
export const command: Command = {
  summary: 'writes deck.config.ts into the deck of this folder, and says what its headmatter needs',
  flags: [],
  async run(args) {
    parseNoArgs(args)
    const entry = await readFile(join(ROOT, ENTRY), 'utf8').catch(() => {
      throw new UserError(`${ENTRY}: the deck: the file does not exist. Mend: Run lectern init in the folder of a deck.`)
    })
    if (existsSync(join(ROOT, CONFIG)))
      throw new UserError(`${CONFIG} is there already, and stays as it is.`)
    await writeFile(join(ROOT, CONFIG), TEXT)
    console.log(`${CONFIG}: written`)
    if (!/^addons:/m.test(entry))
      console.log(`Write into the headmatter of ${ENTRY}:\n\naddons: ['slidev-addon-lectern']`)
  },
}
