import type { Day } from '../kernel/day.ts'
import type { DayStyle } from '../kernel/words.ts'
import { useFormats } from './reader.tsx'

/** A day in words, readable by machines too. */
export function Time({ day, style }: { readonly day: Day; readonly style?: DayStyle }) {
  return <time datetime={day}>{useFormats().day(day, style)}</time>
}

/** An instant in words, told in Europe/Rome. */
export function Instant({ at }: { readonly at: Date }) {
  return <time datetime={at.toISOString()}>{useFormats().instant(at)}</time>
}
