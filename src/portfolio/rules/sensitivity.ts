import { firstOf, type Line, pointsWith, type Result } from './result.ts'

/** A weight out of a hundred, exactly: `num / den`, with `den` above zero. */
export interface Exact {
  readonly num: number
  readonly den: number
}

export interface Bound {
  readonly at: Exact
  /** The one of the first that is overtaken there, and by which; null at the end of the scale. */
  readonly overtaken: Line | null
  readonly by: Line | null
}

/** Between which weights of one criterion the first ones stay the first, while the others keep their proportions. */
export interface Stretch {
  readonly criterion: number
  readonly weight: number
  readonly low: Bound
  readonly high: Bound
}

const less = (a: Exact, b: Exact) => a.num * b.den < b.num * a.den
const zero: Exact = { num: 0, den: 1 }
const hundred: Exact = { num: 100, den: 1 }

/**
 * Exact, by the points where two interventions cross. With the weight of criterion j at x, and the others scaled to share
 * the rest, the points of an intervention are, but for a factor, x·W·v + (100 − x)·R: v its value by j, R its points by
 * the others, W their weights together. The difference of two is a straight line in x, which crosses zero at most once.
 */
export function stretchOf(result: Result, k: number, j: number): Stretch {
  const { top, rest } = firstOf(result, k)
  const weights = othersOf(result, j)
  const together = weights.reduce((sum, weight) => sum + weight, 0)
  const bounds: { low: Bound; high: Bound } = {
    low: { at: zero, overtaken: null, by: null },
    high: { at: hundred, overtaken: null, by: null },
  }
  if (together > 0)
    for (const overtaken of top)
      for (const by of rest) {
        const e = pointsWith(overtaken.values, weights) - pointsWith(by.values, weights)
        const slope = together * ((overtaken.values[j] ?? 0) - (by.values[j] ?? 0)) - e
        if (slope > 0) {
          const at = { num: -100 * e, den: slope }
          if (less(bounds.low.at, at)) bounds.low = { at, overtaken, by }
        } else if (slope < 0) {
          const at = { num: 100 * e, den: -slope }
          if (less(at, bounds.high.at)) bounds.high = { at, overtaken, by }
        }
      }
  return { criterion: j, weight: result.criteria[j]?.weight ?? 0, ...bounds }
}

/** The weights of the other criteria; where one holds all hundred points, the others would share the rest alike. */
function othersOf({ criteria }: Result, j: number): number[] {
  const weights = criteria.map(({ weight }, index) => (index === j ? 0 : weight))
  return weights.some((weight) => weight > 0) ? weights : criteria.map((_, index) => (index === j ? 0 : 1))
}

export const stretchesOf = (result: Result, k: number): Stretch[] => result.criteria.map((_, j) => stretchOf(result, k, j))

/** Whole weights, and still inside: the low one rounded up, the high one down. */
export const lowIn = ({ low }: Stretch) => Math.ceil(low.at.num / low.at.den)
export const highIn = ({ high }: Stretch) => Math.floor(high.at.num / high.at.den)

export interface Steadiness {
  readonly same: number
  readonly tried: number
}

/**
 * Every weight as it is, a fifth lower or a fifth higher, in every combination, all counting alike: in how many of them
 * the first ones stay the first.
 */
export function steadinessOf(result: Result, k: number): Steadiness {
  const { top, rest } = firstOf(result, k)
  const weights = result.criteria.map(({ weight }) => weight)
  const tried = 3 ** weights.length
  let same = 0
  for (let n = 0; n < tried; n += 1) {
    const changed = weights.map((weight, index) => weight * (4 + (Math.floor(n / 3 ** index) % 3)))
    const least = Math.min(...top.map(({ values }) => pointsWith(values, changed)))
    if (rest.every(({ values }) => pointsWith(values, changed) <= least)) same += 1
  }
  return { same, tried }
}
