import type { Score } from './ballots.ts'
import { type Criterion, highest, type Option } from './rankings.ts'

/**
 * How interventions came out. Everything is counted in whole numbers, so that a tie is a tie: `values` are the scores of
 * all members added up, turned round where less is better; `points` are their sums by weight.
 */
export interface Line {
  readonly option: Option
  /** By criterion, in the order of the criteria. */
  readonly values: readonly number[]
  readonly points: number
  /** From 1; those with the same points share the same rank. */
  readonly rank: number
}

export interface Result {
  readonly criteria: readonly Criterion[]
  readonly ballots: number
  /** The first one first; those that tie in the order of the vision. */
  readonly lines: readonly Line[]
}

export function resultOf(options: readonly Option[], criteria: readonly Criterion[], scores: readonly Score[], ballots: number): Result {
  const valued = options.map((option) => ({ option, values: criteria.map((criterion) => valueOf(option, criterion, scores)) }))
  const weighed = valued.map((one) => ({
    ...one,
    points: pointsWith(
      one.values,
      criteria.map(({ weight }) => weight),
    ),
  }))
  const lines = weighed
    .map((one) => ({ ...one, rank: 1 + weighed.filter(({ points }) => points > one.points).length }))
    .toSorted((a, b) => a.rank - b.rank)
  return { criteria, ballots, lines }
}

function valueOf(option: Option, { id, direction }: Criterion, scores: readonly Score[]): number {
  return scores
    .filter(({ optionId, criterionId }) => optionId === option.id && criterionId === id)
    .reduce((sum, { score }) => sum + (direction === 'more' ? score : highest + 1 - score), 0)
}

export function pointsWith(values: readonly number[], weights: readonly number[]): number {
  return values.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0)
}

/** The mean by weight, on the scale of the scores. */
export const meanOf = ({ points }: Line, { ballots }: Result): number => points / (100 * ballots)
/** The mean of one criterion, on the scale of the scores, turned round where less is better. */
export const meanBy = ({ values }: Line, { ballots }: Result, criterion: number): number => (values[criterion] ?? 0) / ballots

/** The first ones: as many as asked, and more when the last of them tie. */
export function firstOf({ lines }: Result, k: number): { readonly top: readonly Line[]; readonly rest: readonly Line[] } {
  return { top: lines.filter(({ rank }) => rank <= k), rest: lines.filter(({ rank }) => rank > k) }
}
