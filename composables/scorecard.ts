import type { Claim, ClaimPart, VerdictKind } from '../data/types.ts'

/** What the scorecard shows: without a verdict or a part, all of them. */
export interface ScorecardFilter {
  verdict?: VerdictKind
  part?: ClaimPart
}

/** How many claims came to each of the verdicts, in the order of the verdicts. */
export function totalsOf<V extends { id: VerdictKind }>(claims: readonly Pick<Claim, 'verdict'>[], verdicts: readonly V[]): (V & { count: number })[] {
  return verdicts.map(verdict => ({ ...verdict, count: claims.filter(claim => claim.verdict === verdict.id).length }))
}

/** The claims that a filter lets through, in the order of the post. */
export function filteredClaims(claims: readonly Claim[], { verdict, part }: ScorecardFilter): Claim[] {
  return claims.filter(claim => (!verdict || claim.verdict === verdict) && (!part || claim.part === part))
}
