/** `npm run facts`: the state of the evidence. It judges nothing; `npm run check` does. */
import { facts } from '../data/index.ts'
import { parseNoArgs } from './lib/args.ts'
import { citedIn } from './lib/citations.ts'
import { readDeck } from './lib/deck.ts'
import { evidence } from './lib/evidence.ts'
import { resolveDeck } from './lib/pages.ts'
import { ROOT } from './lib/paths.ts'
import { run } from './lib/run.ts'

await run(async () => {
  parseNoArgs()
  const { slides } = resolveDeck(await readDeck(ROOT))
  console.log(evidence(facts, slides.flatMap(({ content }) => citedIn(content))))
})
