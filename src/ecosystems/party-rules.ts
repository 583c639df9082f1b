import type { Day } from '../kernel/day.ts'
import { Problem, type ProblemKind } from '../kernel/problem.ts'

/** Who leads or takes part, and when: `toDay` is the last day. */
export interface Party {
  readonly id: string
  readonly ecosystemId: string
  readonly organisationId: string | null
  readonly label: string
  readonly fromDay: Day
  readonly toDay: Day | null
  readonly position: number
  /** The plan it was read from; null when a person wrote it. */
  readonly source: string | null
}

type Term = Pick<Party, 'fromDay' | 'toDay'>

export const alreadyIn = {
  slug: 'ecosystem-already-in',
  status: 409,
  it: 'È già nell’elenco in quei giorni: non serve aggiungerla.',
  en: 'It is in the list already on those days: there is no need to add it.',
} as const satisfies ProblemKind

export const beforeEcosystem = {
  slug: 'before-the-ecosystem-began',
  status: 422,
  it: 'L’ecosistema c’è da un giorno successivo ({since}): scegli un giorno da allora in poi.',
  en: 'The ecosystem exists since a later day ({since}): choose that day or a later one.',
} as const satisfies ProblemKind

export const endsBeforeItBegins = {
  slug: 'ends-before-it-begins',
  status: 422,
  it: 'L’ultimo giorno non può venire prima del primo ({fromDay}).',
  en: 'The last day cannot come before the first ({fromDay}).',
} as const satisfies ProblemKind

export const alreadyEnded = {
  slug: 'already-ended',
  status: 409,
  it: 'È già uscita dall’elenco: l’ultimo giorno è scritto ({toDay}).',
  en: 'It has already left the list: its last day is written ({toDay}).',
} as const satisfies ProblemKind

export const notInList = {
  slug: 'not-in-the-list',
  status: 404,
  it: 'Non è in questo elenco: ricarica la pagina e scegli di nuovo.',
  en: 'It is not in this list: reload the page and choose again.',
} as const satisfies ProblemKind

export const whoIsIt = {
  slug: 'actor-without-name',
  status: 422,
  it: 'Scegli un’organizzazione, oppure scrivi come il piano chiama chi partecipa.',
  en: 'Choose an organisation, or write what the plan calls those who take part.',
} as const satisfies ProblemKind

export function isIn({ fromDay, toDay }: Term, day: Day): boolean {
  return fromDay <= day && (toDay === null || toDay >= day)
}

export function mustBeNew(all: readonly Party[], one: { organisationId: string | null; label: string; fromDay: Day }, field: string): void {
  const same = ({ organisationId, label }: Party) => (one.organisationId ? organisationId === one.organisationId : label === one.label)
  if (all.some((party) => same(party) && (party.toDay === null || party.toDay >= one.fromDay))) throw new Problem(alreadyIn, { field })
}

export function mustFollow(since: Day, fromDay: Day): void {
  if (fromDay < since) throw new Problem(beforeEcosystem, { field: 'fromDay', since })
}

export function mustEndAfter({ fromDay, toDay: ended }: Term, toDay: Day): void {
  if (ended) throw new Problem(alreadyEnded, { toDay: ended })
  if (toDay < fromDay) throw new Problem(endsBeforeItBegins, { field: 'toDay', fromDay })
}

export function pickParty<One extends { readonly id: string }>(all: readonly One[], id: string): One {
  const found = all.find((one) => one.id === id)
  if (!found) throw new Problem(notInList)
  return found
}
