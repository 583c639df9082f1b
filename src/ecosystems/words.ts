import { type Phase, phases } from '../charter/phases.ts'
import type { State } from '../charter/states.ts'
import type { Day } from '../kernel/day.ts'
import type { Lang } from '../kernel/lang.ts'
import { formatDay, say } from '../kernel/words.ts'
import { phaseMessages } from './phase-messages.ts'
import { type PhaseRun, phaseState } from './phase-rules.ts'

export function phaseName(lang: Lang, phase: Phase): string {
  return say(lang, phaseMessages, `phase.${phase}`)
}

/** When a phase ran, runs or should: 'febbraio – novembre 2019', 'da gennaio 2020, entro giugno 2020'. */
export function phaseDates(lang: Lang, { startedOn, concludedOn, expected, due }: PhaseRun): string {
  const end = due ? formatDay(lang, due.on, due.precision === 'month' ? 'month' : 'short') : ''
  if (startedOn && concludedOn) return ran(lang, formatDay(lang, startedOn, 'month'), formatDay(lang, concludedOn, 'month'))
  const start = startedOn ?? expected?.on
  if (!start) return due ? say(lang, phaseMessages, 'onlyDue', { due: end }) : ''
  const when = { start: formatDay(lang, start, 'month'), due: end }
  return say(lang, phaseMessages, startedOn ? (due ? 'runningDue' : 'running') : due ? 'expectedDue' : 'expected', when)
}

/** The year is said once when it is the same, the month too. */
function ran(lang: Lang, start: string, end: string): string {
  if (start === end) return end
  const year = end.slice(-4)
  return say(lang, phaseMessages, 'ran', { start: start.endsWith(year) ? start.slice(0, -5) : start, end })
}

export interface PhaseInWords {
  readonly label: string
  readonly state: State
  readonly days: number | null
  /** Since when it runs, if it does: phases that run together are shown so. */
  readonly runningSince: Day | null
  readonly dates: string
}

/** The four phases, in order, ready to be drawn as steps. */
export function phaseSteps(lang: Lang, today: Day, runs: Readonly<Record<Phase, PhaseRun>>): PhaseInWords[] {
  return phases.map((phase) => {
    const run = runs[phase]
    const { state, daysLate } = phaseState(run, today)
    const runningSince = run.startedOn && !run.concludedOn ? run.startedOn : null
    return { label: phaseName(lang, phase), state, days: daysLate, runningSince, dates: phaseDates(lang, run) }
  })
}
