import { type Day, day, daysBetween, endOfMonth } from '../kernel/day.ts'

/** Days laid along a width. Percentages, so that a drawing needs neither a script nor an inline style to be fluid. */
export interface Axis {
  readonly years: readonly Day[]
  /** In days. */
  readonly length: number
  at(d: Day): number
  x(d: Day): string
  width(from: Day, to: Day): string
}

const mostYears = 40

/** An axis of whole years that holds all these days. Of very many years, only some are told. */
export function axisOf(days: readonly (Day | null)[]): Axis {
  const told = days.filter((d) => d !== null).map((d) => Number(d.slice(0, 4)))
  const first = told.reduce((least, year) => Math.min(least, year), 9999)
  const last = told.reduce((most, year) => Math.max(most, year), 0)
  const start = newYear(first)
  const length = daysBetween(start, endOfMonth(last, 12)) + 1
  const step = Math.ceil((last - first + 1) / mostYears)
  const at = (d: Day) => (daysBetween(start, d) / length) * 100
  const percent = (n: number) => `${n.toFixed(2)}%`
  return {
    years: Array.from({ length: Math.ceil((last - first + 1) / step) }, (_, index) => newYear(first + index * step)),
    length,
    at,
    x: (d) => percent(at(d)),
    width: (from, to) => percent(Math.max(0.4, at(to) - at(from))),
  }
}

const newYear = (year: number) => day(`${String(year).padStart(4, '0')}-01-01`)
