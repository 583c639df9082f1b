import { type Day, endOfMonth } from '../../kernel/day.ts'
import { Problem, type ProblemKind } from '../../kernel/problem.ts'

/** How much of a day somebody knows. */
export const planPrecisions = ['day', 'month', 'year'] as const
export type PlanPrecision = (typeof planPrecisions)[number]

/** `by`: it was there on that day already, nobody knows since when. */
export const factPrecisions = [...planPrecisions, 'by'] as const
export type FactPrecision = (typeof factPrecisions)[number]

/** Only what is known is kept: of a month its first day, of a year the first of January. */
export function begunOn(on: Day, precision: FactPrecision): Day {
  if (precision === 'month') return `${on.slice(0, 7)}-01` as Day
  return precision === 'year' ? (`${on.slice(0, 4)}-01-01` as Day) : on
}

/** The last day that a plan may mean: after it, it is late. */
export function endOf(on: Day, precision: PlanPrecision): Day {
  if (precision === 'month') return endOfMonth(Number(on.slice(0, 4)), Number(on.slice(5, 7)))
  return precision === 'year' ? (`${on.slice(0, 4)}-12-31` as Day) : on
}

export const dayAhead = {
  slug: 'landscape-day-ahead',
  status: 422,
  it: 'Questo giorno deve ancora venire: scrivilo quando sarà passato. Per ciò che si prevede c’è la data prevista.',
  en: 'This day is still to come: write it once it has passed. For what is foreseen there is the expected day.',
} as const satisfies ProblemKind

export const precisionNeeded = {
  slug: 'landscape-precision-needed',
  status: 422,
  it: 'Scrivi anche quanto si sa di questa data: il giorno, solo il mese, solo l’anno.',
  en: 'Write how much of this date is known too: the day, only the month, only the year.',
} as const satisfies ProblemKind

function mustHaveCome(on: Day | null, today: Day, field: string): void {
  if (on && on > today) throw new Problem(dayAhead, { field })
}

export interface Moment<Precision extends FactPrecision> {
  readonly on: Day | null
  readonly precision: Precision | null
}

/** A day without its precision is told wholly or not at all; a precision without a day says nothing. */
export function momentOf<Precision extends FactPrecision>(on: Day | null, precision: Precision | null, field: string): Moment<Precision> {
  if (!on) return { on: null, precision: null }
  if (!precision) throw new Problem(precisionNeeded, { field })
  return { on: begunOn(on, precision), precision }
}

/** As above, of what is there: the day written has come, whatever is known of it. */
export function factOf(on: Day | null, precision: FactPrecision | null, today: Day, field: string): Moment<FactPrecision> {
  mustHaveCome(on, today, field)
  return momentOf(on, precision, field.replace(/On$/, 'Precision'))
}
