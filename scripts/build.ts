/** `npm run build -- --base /talks/containers/ --out dist`: the static site. */
import { parseBuildArgs } from './lib/args.ts'
import { checkAll } from './lib/check.ts'
import { buildHosted } from './lib/hosted.ts'
import { ROOT } from './lib/paths.ts'
import { run } from './lib/run.ts'
import { buildInto, checkTarget, displayPath, sizeOf } from './lib/swap.ts'

const BYTES_PER_KB = 1024

await run(async (signal) => {
  const { base, out } = parseBuildArgs()
  const target = await checkTarget(out, ROOT)
  await checkAll()
  await buildInto(target, folder => buildHosted(folder, { root: ROOT, base, signal, say: console.log }))
  const { files, bytes } = await sizeOf(target)
  console.log(`Built ${files} files, ${Math.round(bytes / BYTES_PER_KB)} KB, into ${displayPath(target, ROOT)}/ (base ${base})`)
})
