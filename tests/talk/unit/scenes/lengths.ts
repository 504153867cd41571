/** What a length of CSS is in px, in an area of some width. Knows what the scenes write: `calc`, `min`, sums, px and hundredths. */
export function inPx(length: string, area: number): number {
  const parts = /^(calc|min)\((.*)\)$/.exec(length)
  if (!parts) {
    const [, value, unit] = /^(-?[\d.]+)(px|%)$/.exec(length)!
    return unit === 'px' ? Number(value) : Number(value) / 100 * area
  }
  const [, name, within] = parts as unknown as [string, string, string]
  const terms: string[] = ['']
  const signs: string[] = ['+']
  let depth = 0
  for (const token of within.split(/( [+-] |, |[()])/).filter(Boolean)) {
    depth += token === '(' ? 1 : token === ')' ? -1 : 0
    if (depth === 0 && /^(?: [+-] |, )$/.test(token)) {
      terms.push('')
      signs.push(token.trim())
    }
    else {
      terms[terms.length - 1] += token
    }
  }
  const values = terms.map(term => inPx(term, area))
  return name === 'min' ? Math.min(...values) : values.reduce((sum, value, index) => sum + (signs[index] === '-' ? -value : value), 0)
}
