import process from 'node:process'
import { parseNoArgs } from '../addon/lib/args.ts'
import { readSlides } from '../addon/lib/deck/read-deck.ts'
import { ROOT } from '../addon/lib/paths.ts'
import { run } from '../addon/lib/run.ts'
import { citedIn } from '../checks/citing.ts'
import { evidence } from '../checks/evidence.ts'
/** `npm run facts`: the state of the evidence. It judges nothing; `npm run check` does. */
import { facts } from '../data/index.ts'

await run(async () => {
  parseNoArgs(process.argv.slice(2), 'npm run facts')
  const { slides } = await readSlides(ROOT)
  console.log(evidence(facts, slides.flatMap(({ content }) => citedIn(content))))
})
