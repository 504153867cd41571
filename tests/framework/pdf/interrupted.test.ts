import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { expect, test } from '@playwright/test'
import { copyDeck } from '../../lib/copy.ts'

/** The browser that a process started, found where Linux tells it. */
function browserOf(parent: number): number | undefined {
  return readdirSync('/proc').filter(name => /^\d+$/.test(name)).map(Number).find((pid) => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      return /chrom/i.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8')) && Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent
    }
    catch {
      return false
    }
  })
}

for (const how of ['browser killed', 'interrupted'] as const) {
  test(`${how} half-way: a message, an exit code, and the former files stand`, async () => {
    test.skip(process.platform !== 'linux', 'finds the browser in /proc')
    const folder = copyDeck('pacing')
    const out = join(folder, 'handouts')
    mkdirSync(out)
    writeFileSync(join(out, 'slides.pdf'), 'former')
    const child = spawn(process.execPath, ['addon/bin/lectern.ts', 'handouts'], { cwd: folder })
    const closed = once(child, 'close')
    try {
      let output = ''
      // The first document is done, the second is on its way.
      const halfWay = new Promise<void>((resolve) => {
        for (const stream of [child.stdout, child.stderr])
          stream.on('data', (chunk: string) => (output += chunk).includes('slides.pdf') && resolve())
      })
      await Promise.race([halfWay, closed])
      if (how === 'interrupted')
        child.kill('SIGINT')
      else
        process.kill(browserOf(child.pid!)!, 'SIGKILL')
      const [code] = await closed as [number]
      expect(code, output).toBe(how === 'interrupted' ? 130 : 1)
      if (how === 'browser killed')
        expect(output).toContain('the browser ended before they were done')
      expect(output).not.toMatch(/^\s+at /m)
      expect(readdirSync(out)).toEqual(['slides.pdf'])
      expect(readFileSync(join(out, 'slides.pdf'), 'utf8')).toBe('former')
    }
    finally {
      child.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    }
  })
}
