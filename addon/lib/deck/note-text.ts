import { outsideCode } from './code-blocks.ts'
import { treatPrivate } from './private-notes.ts'

/** The elements of HTML that prose is made of. Any other tag in a note is a text that looks like one: `exec -it <pod> -- sh`. */
const PROSE = new Set('a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p picture pre q rp rt ruby s samp small source span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr'.split(' '))
const RE_TAG = /<(?=(\/?[a-z][\w.-]*)([^\n]?))/gi
const RE_COMMENT = /<(?=!--|[!?])/g

/** A note in which only tags of prose are tags; addresses between angle brackets stay links. */
export function tagsAsText(note: string): string {
  return outsideCode(note, part => part
    .replace(RE_COMMENT, '&lt;')
    .replace(RE_TAG, (open, name: string, next: string) => PROSE.has(name.replace('/', '').toLowerCase()) || /[:@]/.test(next) ? open : '&lt;'))
}

/**
 * The script of a slide as it leaves the house: facts filled in, private passages out, and nothing that looks like a tag lost.
 *
 * @param note as it is written
 * @param options what is done to it
 * @param options.fill fills in what stands for a fact
 * @param options.keep keeps what is private, for the presenter of `npm start`
 */
export function textOfNote(note: string, { fill, keep = false }: { fill?: (note: string) => string, keep?: boolean } = {}): string {
  return treatPrivate(tagsAsText(fill ? outsideCode(note, part => filled(part, fill)) : note), keep)
}

/** `lectern check` refuses what cannot be filled in; while slides are written it is said in the note, and Slidev keeps the page. */
function filled(part: string, fill: (note: string) => string): string {
  try {
    return fill(part)
  }
  catch (error) {
    return `${part}\n\n**${(error as Error).message.split('\n')[0]!}**\n`
  }
}
