/**
 * `npm run test:loaded`: the whole `npm test` three times, each time beside a busy loop for every core. No test may fail because a
 * machine is slow. `npm run test:loaded -- 1` does it once.
 */
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import process from 'node:process'

const RUNS = 3

const runs = Number(process.argv[2] ?? RUNS)
if (!Number.isInteger(runs) || runs < 1) {
  console.error(`npm run test:loaded -- ${process.argv[2]}: it is no number of runs. Mend: write 1 or more, or nothing for ${RUNS}.`)
  process.exit(2)
}

const loops = Array.from({ length: availableParallelism() }, () => spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }))
process.on('exit', () => loops.forEach(loop => loop.kill('SIGKILL')))
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => process.exit(1))

const results: string[] = []
for (let run = 1; run <= runs; run++) {
  console.log(`\n== run ${run} of ${runs}, beside ${loops.length} busy loops`)
  const start = performance.now()
  const code = await new Promise<number | null>(resolve => spawn(process.execPath, ['scripts/test.ts'], { stdio: 'inherit' }).on('close', resolve))
  // A loop that has ended loads nothing: the run would prove nothing.
  const isLoaded = loops.every(({ exitCode, signalCode }) => exitCode === null && signalCode === null)
  results.push(`run ${run}: ${code === 0 ? 'green' : 'red'}, ${((performance.now() - start) / 60_000).toFixed(1)} min${isLoaded ? '' : ', but not loaded to its end'}`)
  if (code !== 0 || !isLoaded)
    process.exitCode = 1
}
console.log(`\n== ${loops.length} busy loops\n${results.join('\n')}`)
process.exit()
