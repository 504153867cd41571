/** `npm run check`: looks at the facts and the pages; exit code 1 with one line for each fault. */
import { parseNoArgs } from '../lib/args.ts'
import { checkAll } from '../lib/deck/check.ts'
import { run } from '../lib/run.ts'

await run(async () => {
  parseNoArgs()
  console.log(await checkAll())
})
