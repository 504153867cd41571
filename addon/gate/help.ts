import { TALK_FLAGS } from '../lib/deck/talk.ts'
import { RULES } from './rules.ts'

/** The flags of `lectern gate`. */
export const FLAGS = [
  ['--dist FOLDER', 'looks at a site that is built; by default it builds one of this moment'],
  ['--url ADDRESS', 'looks at a deck that is served, as in --url http://localhost:3030/'],
  ['--scheme NAME', 'light or dark; by default both, or the one that colorSchema knows'],
  ['--viewport WxH', 'size of the window; by default 1920x1080,1280x720,390x844'],
  ['--slides LIST', 'numbers, ranges and aliases, as in 3-7,12,cover; by default all'],
  ['--baseline FILE', 'accepts what the file knows, and tells only what is new'],
  ['--write-baseline', 'writes what is found into that file, by default gate-baseline.json'],
  ...TALK_FLAGS,
] as const

const width = Math.max(...Object.keys(RULES).map(id => id.length))

/** What `lectern gate --help` tells beside the flags. */
export const MORE = [
  'It walks every slide and every step with the right arrow and looks at each by every rule. What it finds stands in',
  'gate-report/index.html, with pictures, in gate-report/report.json, and by kinds in the terminal.',
  '',
  'Exit code: 0 nothing (new) was found, 1 something was, or the deck cannot be built, 2 a call or a setting nobody understands.',
  '',
  'Rules:',
  ...Object.entries(RULES).map(([id, { means }]) => `  ${id.padEnd(width)}  ${means}`),
  '',
  'Settings, in deck.config.ts; each may be missing:',
  '  gate: {',
  '    floors: { body: 16, code: 12, label: 12, cite: 10 },  // smallest text, px of the canvas; here for one 552 px high',
  '    rules: { \'motion\': false, \'axe/color-contrast\': false },  // switched off; note holds only with notes: true',
  '    lang: \'en\',                          // by default lang of the headmatter',
  '    viewports: [\'1920x1080\', \'390x844\'],  // everything is looked at in the first, where things stand in all',
  '    schemes: [\'light\'],',
  '    baseline: \'gate-baseline.json\',      // as --baseline',
  '  }',
  'What a text is, it says by data-text="label" or "cite" on itself or around it; blocks of code are code, all else is body.',
] as const
