/** One rule of the gate, as it is told to whoever meets it. */
export interface Rule {
  /** What is wrong where it finds something: a sentence. */
  means: string
  /** What to do about it: an imperative sentence. */
  mend: string
}

/** Every rule of the gate by its id, in the order in which a report tells of them. */
export const RULES = {
  'drawn': { means: 'A slide could not be shown or looked at.', mend: 'Correct the slide; npx lectern dev shows it, and the console of the browser says more.' },
  'arrow': { means: 'The right arrow does not lead on to the next slide, so nobody gets there by the keyboard.', mend: 'Let no part of the slide keep the arrow keys or the focus, and leave the key of setup/shortcuts.ts as it is.' },
  'off-canvas': { means: 'Text or a picture runs out of the slide.', mend: 'Say less, make it smaller, or move it in.' },
  'clipped': { means: 'Text is cut off by the box that it stands in.', mend: 'Give the box room, or the text fewer words; what scrolls is not seen from the seats.' },
  'overlap': { means: 'Two texts stand over each other.', mend: 'Move them apart, or show one after the other.' },
  'text-size': { means: 'Text is too small to be read from the seats.', mend: 'Make it larger and say less; what need not be read from the seats says so by data-text="label" or "cite".' },
  'picture': { means: 'A picture did not load.', mend: 'Correct its address; a file of public/ is written as /name.png.' },
  'citation': { means: 'A citation leads to no source.', mend: 'Correct the id, or add the source to deck.config.ts.' },
  'console': { means: 'The browser complains, or a script fails.', mend: 'Correct the component that the message names.' },
  'request': { means: 'A file is missing, or is asked of another host, which a room without network has not.', mend: 'Keep the file in the deck; for fonts write fonts: { provider: none } into the headmatter.' },
  'axe': { means: 'A rule of accessibility (WCAG 2.2 AA, by axe) is broken.', mend: 'See https://dequeuniversity.com/rules/axe/ under the id of the rule.' },
  'slide-heading': { means: 'A slide does not begin with one heading of the first level, so that a list of headings does not name it.', mend: 'Begin the slide with one line # Title.' },
  'headings': { means: 'A heading skips a level.', mend: 'Take the level that follows the one above.' },
  'title': { means: 'The title of the window does not say which slide is shown.', mend: 'Have the framework set it: addons: [slidev-addon-lectern] in the headmatter.' },
  'language': { means: 'The page names another language than the deck has.', mend: 'Write lang: into the headmatter, or gate: { lang } into deck.config.ts.' },
  'link': { means: 'A link leads nowhere, or over a line that anybody can read.', mend: 'Correct the address; other hosts are reached by https.' },
  'alternative': { means: 'A picture has no alternative text.', mend: 'Say in its alt what it shows; one that only adorns is aria-hidden="true".' },
  'focus': { means: 'The keyboard cannot be followed: the focus is not seen, or jumps.', mend: 'Leave the outline of :focus-visible, and write no tabindex above 0.' },
  'motion': { means: 'Something moves although the reader asked for no motion.', mend: 'End it under @media (prefers-reduced-motion: reduce).' },
  'note': { means: 'The script of a slide is missing, or out of step with its clicks.', mend: 'Write it as the last comment of the slide, with one [click] for each click.' },
} as const satisfies Record<string, Rule>

/** The id of a rule. */
export type RuleId = keyof typeof RULES

/** All ids, in their order. */
export const RULE_IDS = Object.keys(RULES) as RuleId[]

/** How a rule of axe is switched by itself: `axe/color-contrast`. */
export type AxeRuleId = `axe/${string}`
