import type { Facts, Source } from '../data/types.ts'

/** Notes that begin like this tell of a whole text, whatever else they name. */
const RE_IN_FULL = /^(?:full (?:text|record)|read\b(?! in part))/i
/** Parts of a text, and that they were read: `Opening read`, `Sec. 5 and 6 read`, `One row read in copies`. */
const RE_PART_READ = /\b(?:opening(?: sentence)?|abstract|overview|one (?:field|passage|row|sentence)|fields|description|entry page|advisory text|sec\. [\d., and]+)\b[^.:]*\bread\b|\bread in part\b/i

/**
 * Was only a part of this source read? The one place that decides: a source with `seen: false`, one whose note says that an opening, an
 * abstract, a section or a passage was read, and the record of a vulnerability with `readInPart`.
 */
function isReadInPart({ id, seen, note }: Source, { vulnerabilities }: Facts): boolean {
  return !seen
    || (!RE_IN_FULL.test(note) && RE_PART_READ.test(note))
    || vulnerabilities.some(flaw => flaw.source === id && flaw.readInPart)
}

/** The ids of all sources that were read only in part, see {@link isReadInPart}. */
export function sourcesReadInPart(facts: Facts): Set<string> {
  return new Set(facts.sources.filter(source => isReadInPart(source, facts)).map(({ id }) => id))
}
