/** A mark may stand behind those of a list or a quote. */
const RE_MARK = /^(?:[ \t>]|[-*+] |\d+[.)] )*(`{3,}(?!`)|~{3,}(?!~))/
const RE_END = /^[ \t>]*(?:`+|~+)\s*$/
const RE_SPAN = /(`+)(?!`)[^\n]*?[^`\n]\1(?!`)/g

/** Which lines belong to a block of code, and the block that does not end. */
export interface CodeBlocks {
  isCode: boolean[]
  open?: { line: number, mark: string }
}

/** Finds the blocks of code between ``` or ~~~ in lines of Markdown. */
export function codeBlocks(lines: readonly string[]): CodeBlocks {
  let open: CodeBlocks['open']
  const isCode = lines.map((line, index) => {
    const mark = RE_MARK.exec(line)?.[1]
    if (!open) {
      const begins = mark !== undefined && !(mark.startsWith('`') && line.slice(line.indexOf(mark) + mark.length).includes('`'))
      if (begins)
        open = { line: index, mark }
      return begins
    }
    if (mark?.startsWith(open.mark) && RE_END.test(line))
      open = undefined
    return true
  })
  return { isCode, open }
}

/** Changes a text of Markdown everywhere but in its code. */
export function outsideCode(text: string, change: (part: string) => string): string {
  const lines = text.split('\n')
  const { isCode } = codeBlocks(lines)
  const runs: { code: boolean, lines: string[] }[] = []
  for (const [index, line] of lines.entries()) {
    if (runs.at(-1)?.code !== isCode[index])
      runs.push({ code: isCode[index]!, lines: [] })
    runs.at(-1)!.lines.push(line)
  }
  return runs.map(({ code, lines }) => code ? lines.join('\n') : outsideSpans(lines.join('\n'), change)).join('\n')
}

function outsideSpans(text: string, change: (part: string) => string): string {
  let changed = ''
  let end = 0
  for (const { 0: code, index } of text.matchAll(RE_SPAN)) {
    changed += change(text.slice(end, index)) + code
    end = index + code.length
  }
  return changed + change(text.slice(end))
}

/** A line without the code between its backticks; as long as it was. */
export function withoutSpans(line: string): string {
  return line.replace(RE_SPAN, code => ' '.repeat(code.length))
}
