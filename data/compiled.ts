/** The day on which the facts were compiled: what became known later is not in them. Year, month, day. */
export const FACTS_COMPILED = '2026-11-25'
