import type { Fault } from '../addon/lib/deck/faults.ts'
import type { PageFile } from '../addon/lib/deck/pages.ts'
import { ENTRY, parsePage } from '../addon/lib/deck/pages.ts'

/** Slidev's editor for code on a slide is not installed with this talk: see scripts/monaco-editor/. A build with it would end in a message of Vite. */
export function editorFaults(files: readonly PageFile[]): Fault[] {
  const entry = files.find(({ path }) => path === ENTRY)
  if (!entry || parsePage(entry.text, ENTRY).slides[0]?.frontmatter.monaco === false)
    return []
  return [{
    file: ENTRY,
    entry: 'monaco',
    problem: 'the editor for code on a slide is 102 MB that this talk does not install',
    mend: 'Write monaco: false. Who wants it: npm install monaco-editor@0.56.0, and take this rule out of checks/index.ts.',
  }]
}
