import { parseNoArgs } from '../addon/lib/args.ts'
import { resolveDeck } from '../addon/lib/deck/pages.ts'
import { ROOT } from '../addon/lib/paths.ts'
import { run } from '../addon/lib/run.ts'
import { citedIn } from '../checks/citing.ts'
import { evidence } from '../checks/evidence.ts'
import { readDeck } from '../checks/page-facts.ts'
/** `npm run facts`: the state of the evidence. It judges nothing; `npm run check` does. */
import { facts } from '../data/index.ts'

await run(async () => {
  parseNoArgs()
  const { slides } = resolveDeck(await readDeck(ROOT))
  console.log(evidence(facts, slides.flatMap(({ content }) => citedIn(content))))
})
