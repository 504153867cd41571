import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The path for which a site was built. Slidev writes it into `_redirects`: `/talks/* /talks/index.html 200`. */
export async function builtBase(folder: string): Promise<string> {
  const redirects = await readFile(join(folder, '_redirects'), 'utf8').catch(() => '')
  return /^(\/\S*)\*/m.exec(redirects)?.[1] ?? '/'
}
