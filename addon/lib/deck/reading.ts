import type { SourceSlideInfo } from '@slidev/types'
import type { Fault, Place } from './faults.ts'
import type { PageFile } from './pages.ts'
import { codeBlocks, withoutSpans } from './code-blocks.ts'
import { parsePage } from './pages.ts'

const BOM = '\uFEFF'
/** What keeps a file from being read as it looks. */
export function readingFaults({ path, text }: PageFile): Fault[] {
  const at = (line: number, what = ''): Place => ({ file: path, entry: `line ${line}${what}` })
  if (text.startsWith(BOM))
    return [{ ...at(1), problem: 'the file begins with a byte order mark, which hides the first ---', mend: 'Save it as UTF-8 without BOM.' }]
  if (text.includes('\0'))
    return [{ ...at(text.slice(0, text.indexOf('\0')).split('\n').length), problem: 'the file holds bytes that are no text', mend: 'Save it as UTF-8.' }]
  if (/\r(?!\n)/.test(text))
    return [{ ...at(text.slice(0, text.search(/\r(?!\n)/)).split('\n').length), problem: 'the file has line ends that Slidev does not know (CR alone)', mend: 'Save it with line ends of Unix or of Windows.' }]
  return parsePage(text, path).slides.flatMap(slide => slideFaults(slide, at))
}

function slideFaults(slide: SourceSlideInfo, at: (line: number, what?: string) => Place): Fault[] {
  // What stands before the front matter and in it is the matter of front-matter.ts.
  const body = slide.raw.split('\n').slice(slide.contentStart - slide.start).join('\n')
  const written = body.split('\n')
  const { isCode, open } = codeBlocks(written)
  const lines = written.map((line, index) => isCode[index] ? '' : withoutSpans(line))
  const begin = slide.contentStart + 1
  if (open) {
    const mend = open.mark.startsWith('~') ? 'Begin and end the block with ```: inside of it Slidev takes --- for text.' : `Write ${open.mark} alone on the line after the code, as far in as at its beginning.`
    return [{ ...at(begin + open.line), problem: `the block of code that ${open.mark} begins does not end on its slide`, mend }]
  }
  return commentFaults(lines, begin, at)
}

/** Comments that end where nobody thought they would, or nowhere. */
function commentFaults(lines: readonly string[], begin: number, at: (line: number) => Place): Fault[] {
  const text = lines.join('\n')
  let position = 0
  let opened = -1
  for (const { 0: mark, index } of text.matchAll(/<!--|-->/g)) {
    const line = begin + text.slice(0, index).split('\n').length - 1
    if (mark === '<!--' && opened < 0)
      opened = line
    else if (mark === '-->' && opened < 0)
      return [{ ...at(line), problem: '--> ends a comment that does not stand open: the one before it has ended earlier', mend: 'Write → or -&gt; where an arrow stands in a note.' }]
    else if (mark === '-->')
      opened = -1
    position = index
  }
  return opened < 0 || position < 0
    ? []
    : [{ ...at(opened), problem: 'the comment is never closed, and takes all slides after it with it', mend: 'Write --> at its end.' }]
}
