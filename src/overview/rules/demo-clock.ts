import { addDays, type Day, daysBetween } from '../../kernel/day.ts'
import { Problem, type ProblemKind } from '../../kernel/problem.ts'

export const onlyForward = {
  slug: 'clock-only-forward',
  status: 422,
  it: 'L’orologio va solo avanti: scegli un giorno dopo oggi, {today}.',
  en: 'The clock only goes forward: choose a day after today, {today}.',
} as const satisfies ProblemKind

export const tooFar = {
  slug: 'clock-too-far',
  status: 422,
  it: 'Troppo lontano per una volta sola: scegli un giorno entro il {until}.',
  en: 'Too far for one step: choose a day by {until}.',
} as const satisfies ProblemKind

export const noDay = {
  slug: 'clock-no-day',
  status: 422,
  it: 'Scegli di quanto andare avanti, oppure un giorno.',
  en: 'Choose how far to go, or a day.',
} as const satisfies ProblemKind

/** In days. */
export const steps = ['1', '7', '30'] as const
const furthest = 366

/** How many days to move: never back, because what was recorded since would come from the future. */
export function daysForward(today: Day, to: Day | null): number {
  if (!to) throw new Problem(noDay, { field: 'to' })
  const days = daysBetween(today, to)
  if (days <= 0) throw new Problem(onlyForward, { field: 'to', today })
  if (days > furthest) throw new Problem(tooFar, { field: 'to', until: addDays(today, furthest) })
  return days
}
