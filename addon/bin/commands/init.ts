import type { Command } from '../../lib/command.ts'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import process from 'node:process'
import { parseInitArgs } from '../../lib/args.ts'
import { ENTRY } from '../../lib/deck/pages.ts'
import { checkTarget } from '../../lib/new-talk/target.ts'
import { writeTalk } from '../../lib/new-talk/write.ts'
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

/** What a deck that is there needs to be served by the framework. */
async function adopt(): Promise<void> {
  if (!existsSync(join(ROOT, ENTRY)))
    throw new UserError(`${ENTRY}: the deck: there is none in ${ROOT}. Mend: Run lectern init in the folder of a deck, or have it write a talk: lectern init ../my-talk --title "My talk".`)
  if (existsSync(join(ROOT, CONFIG)))
    throw new UserError(`${CONFIG}: lectern init: it is there already, and stays as it is. Mend: Name a folder for another talk: lectern init ../my-talk --title "My talk".`)
  await writeFile(join(ROOT, CONFIG), TEXT)
  console.log(`${CONFIG}: written`)
  if (!/^addons:/m.test(await readFile(join(ROOT, ENTRY), 'utf8')))
    console.log(`Write into the headmatter of ${ENTRY}:\n\naddons: [slidev-addon-lectern]`)
}

/** `lectern init ../why-rust --title "Why Rust?"` writes a talk; `lectern init` alone serves the deck that is there. */
export const command: Command = {
  summary: 'init FOLDER --title TITLE writes a new talk; init alone a deck.config.ts for the deck of this folder',
  flags: [
    ['FOLDER', 'where the new talk goes: a folder that is not there yet, or is empty'],
    ['--title TITLE', 'its title'],
  ],
  async run(args, signal) {
    const { folder, title } = parseInitArgs(args)
    if (folder === undefined) {
      await adopt()
      return
    }
    const talk = checkTarget(folder, title)
    const files = await writeTalk(talk, signal)
    const way = relative(process.cwd(), talk.folder)
    console.log(`Wrote ${files} files into ${way}/. Its README says which six of them make it your talk.\n\n  cd ${way}\n  npm install\n  npm test`)
  },
}
