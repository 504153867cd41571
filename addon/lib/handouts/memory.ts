import { readdirSync, readFileSync } from 'node:fs'
import process from 'node:process'

/** How often to look, in ms. */
const EVERY = 150
const MIB = 1024

/** Measures the memory of this process and all that it started, while it runs. Only where there is a /proc: Linux. */
export function watchMemory(): { stop: () => number | undefined } {
  let peak = 0
  const look = (): void => void (peak = Math.max(peak, memoryNow()))
  look()
  const timer = setInterval(look, EVERY)
  return {
    stop: () => {
      clearInterval(timer)
      look()
      return peak ? Math.round(peak / MIB) : undefined
    },
  }
}

/** KiB of this process and its descendants; pages that they share are counted once (PSS). 0 where it cannot be told. */
function memoryNow(): number {
  try {
    const parents = new Map<number, number>()
    for (const name of readdirSync('/proc').filter(name => /^\d+$/.test(name))) {
      const stat = quietly(`/proc/${name}/stat`)
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
    }
    const isOurs = (pid: number | undefined): boolean => pid === process.pid || (!!pid && isOurs(parents.get(pid)))
    return [...parents.keys()].filter(isOurs).reduce((sum, pid) =>
      sum + Number(/^Pss:\s+(\d+)/m.exec(quietly(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0), 0)
  }
  catch {
    return 0
  }
}

function quietly(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  }
  catch {
    return ''
  }
}
