import type { State } from '../charter/states.ts'
import type { Day } from '../kernel/day.ts'
import type { Lang } from '../kernel/lang.ts'
import { say } from '../kernel/words.ts'
import { systemWords } from './messages/systems.ts'
import { daysLate, markOf, type System, systemState } from './rules/systems.ts'

/** How a database or a system is on a day, for whoever speaks of it elsewhere. */
export function stateInWords(lang: Lang, system: System, today: Day): { readonly state: State; readonly label: string } {
  if (system.withdrawnOn && system.withdrawnOn <= today) return { state: 'unmeasured', label: say(lang, systemWords, 'state.withdrawn') }
  const days = daysLate(system, today)
  const label = days === null ? say(lang, systemWords, `state.${systemState(system, today)}`) : say(lang, systemWords, 'late', { days })
  return { state: markOf(system, today), label }
}
