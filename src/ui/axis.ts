import { type Day, day, daysBetween } from '../kernel/day.ts'

/** Days laid along a width. Percentages, so that a drawing needs neither a script nor an inline style to be fluid. */
export interface Axis {
  readonly years: readonly Day[]
  /** In days. */
  readonly length: number
  at(d: Day): number
  x(d: Day): string
  width(from: Day, to: Day): string
}

/** An axis of whole years that holds all these days. */
export function axisOf(days: readonly (Day | null)[]): Axis {
  const years = days.filter((d) => d !== null).map((d) => Number(d.slice(0, 4)))
  const first = Math.min(...years)
  const last = Math.max(...years)
  const start = day(`${first}-01-01`)
  const length = daysBetween(start, day(`${last + 1}-01-01`))
  const at = (d: Day) => (daysBetween(start, d) / length) * 100
  const percent = (n: number) => `${n.toFixed(2)}%`
  return {
    years: Array.from({ length: last - first + 1 }, (_, index) => day(`${first + index}-01-01`)),
    length,
    at,
    x: (d) => percent(at(d)),
    width: (from, to) => percent(Math.max(0.4, at(to) - at(from))),
  }
}
