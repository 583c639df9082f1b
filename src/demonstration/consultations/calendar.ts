import { addDays, type Day, day, daysBetween } from '../../kernel/day.ts'

/** When somebody wrote. */
export interface Moment {
  readonly on: Day
  /** Minutes after seven, Greenwich. */
  readonly minute: number
}

const isFree = (on: Day) => [0, 6].includes(new Date(`${on}T00:00:00Z`).getUTCDay())

/** `many` moments from one day to another: more at the beginning, fewer on days off. */
export function momentsBetween(from: string, to: string, many: number): Moment[] {
  const length = daysBetween(day(from), day(to)) + 1
  const days = Array.from({ length }, (_, index) => addDays(day(from), index))
  const weights = days.map((on, index) => (isFree(on) ? 4 : 9) + Math.max(0, 10 - index * 3))
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  let passed = 0
  return days.flatMap((on, index) => {
    const before = Math.round((passed / whole) * many)
    passed += weights[index] ?? 0
    const count = Math.round((passed / whole) * many) - before
    return Array.from({ length: count }, (_, at): Moment => ({ on, minute: Math.floor(((at + 0.4) * 760) / count) + ((index * 7) % 11) }))
  })
}
