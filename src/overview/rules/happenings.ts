import { type Phase, phases } from '../../charter/phases.ts'
import type { EcosystemView } from '../../ecosystems/index.ts'
import type { Day } from '../../kernel/day.ts'

/** A point of an ecosystem's line of time. */
export type Happening =
  | { readonly day: Day; readonly what: 'begun' }
  | { readonly day: Day; readonly what: 'started' | 'concluded' | 'derogated'; readonly phase: Phase; readonly former: Phase | null }
  | { readonly day: Day; readonly what: 'expected' | 'due' | 'dueMissed'; readonly phase: Phase; readonly precision: 'month' | 'day' }

/** What happened in the present cycle, and what should: nothing that a later fact made void. */
export function happenings({ cycle, phases: runs }: EcosystemView, today: Day): Happening[] {
  const found: Happening[] = [{ day: cycle.begunOn, what: 'begun' }]
  phases.forEach((phase, index) => {
    const { startedOn, concludedOn, derogationReason, expected, due } = runs[phase]
    const before = phases[index - 1]
    const former = before && startedOn && runs[before].startedOn && isOpenOn(runs[before].concludedOn, startedOn) ? before : null
    if (startedOn) found.push({ day: startedOn, what: 'started', phase, former })
    else if (expected && expected.on > today) found.push({ day: expected.on, what: 'expected', phase, precision: expected.precision })
    if (concludedOn) found.push({ day: concludedOn, what: derogationReason ? 'derogated' : 'concluded', phase, former: null })
    else if (due) found.push({ day: due.on, what: due.on < today ? 'dueMissed' : 'due', phase, precision: due.precision })
  })
  return found
}

const isOpenOn = (concludedOn: Day | null, day: Day) => concludedOn === null || concludedOn > day
