import type { Day } from '../kernel/day.ts'
import { Problem, type ProblemKind } from '../kernel/problem.ts'

export const notYetHappened = {
  slug: 'state-not-yet-true',
  status: 422,
  it: 'Si dichiara quello che è già accaduto: scegli un giorno non oltre oggi.',
  en: 'What already happened is declared: choose a day no later than today.',
} as const satisfies ProblemKind

export const alreadyWithdrawn = {
  slug: 'declaration-already-withdrawn',
  status: 409,
  it: 'Questa dichiarazione è già stata ritirata, il {day}.',
  en: 'This declaration has already been withdrawn, on {day}.',
} as const satisfies ProblemKind

export const noSuchResult = {
  slug: 'no-such-result',
  status: 404,
  it: 'L’azione {code} non ha un risultato {position}. Torna alla pagina dell’azione.',
  en: 'Action {code} has no result {position}. Go back to the page of the action.',
} as const satisfies ProblemKind

export function mustHaveHappened(since: Day, today: Day): void {
  if (since > today) throw new Problem(notYetHappened, { field: 'since' })
}

export function mustStand({ withdrawnOn }: { readonly withdrawnOn: Day | null }): void {
  if (withdrawnOn) throw new Problem(alreadyWithdrawn, { day: withdrawnOn })
}
