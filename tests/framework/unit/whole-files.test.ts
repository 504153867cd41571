import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { readWhole } from '../../../addon/lib/site/whole-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'deck-whole-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('a file that somebody has emptied in order to write it is read when it is whole', async () => {
  const file = join(folder, 'import-glob.1.ts')
  writeFileSync(file, '')
  const read = readWhole(file)
  writeFileSync(file, 'export default {}\n')
  await expect(read).resolves.toBe('export default {}\n')
})

it('a file that stays empty is told', async () => {
  const file = join(folder, 'import-glob.2.ts')
  writeFileSync(file, '')
  await expect(readWhole(file, 0)).rejects.toThrow(`${file}: is not whole. Mend: `)
})
