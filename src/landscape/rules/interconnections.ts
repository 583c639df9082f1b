import type { State } from '../../charter/states.ts'
import { type Day, daysBetween } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { Lang } from '../../kernel/lang.ts'
import { Problem, type ProblemKind } from '../../kernel/problem.ts'
import { endOf, type FactPrecision, type PlanPrecision } from './moments.ts'
import { concerns, type System } from './systems.ts'

export type InterconnectionId = Id<'interconnection'>

/** How the data travel. */
export const means = ['api', 'file', 'portal', 'copy'] as const
export type Means = (typeof means)[number]

/** What an interconnection says of itself. */
export interface Flow {
  readonly fromId: string
  readonly toId: string
  readonly purposeIt: string
  readonly purposeEn: string | null
  readonly dataIt: string
  readonly dataEn: string | null
  /** Null while it is still to be decided. */
  readonly means: Means | null
  readonly realisedOn: Day | null
  readonly realisedPrecision: FactPrecision | null
  readonly evidenceUrl: string | null
  readonly plannedOn: Day | null
  readonly plannedPrecision: PlanPrecision | null
  /** The project or the service that realises it, or that it serves. */
  readonly projectId: string | null
}

export interface Interconnection extends Flow {
  readonly id: InterconnectionId
  readonly ecosystemId: string
  readonly revision: number
  readonly addedOn: Day
  readonly withdrawnOn: Day | null
  readonly withdrawnReason: string | null
}

export const interconnectionStates = ['existing', 'to-build', 'ended'] as const
export type InterconnectionState = (typeof interconnectionStates)[number]

/** Its own days, and the first on which one of its ends is in service no more. */
export interface Standing extends Pick<Interconnection, 'realisedOn' | 'plannedOn' | 'plannedPrecision'> {
  readonly endsOn: Day | null
}

/** Nothing flows from or to what is retired. */
export function interconnectionState({ realisedOn, endsOn }: Standing, today: Day): InterconnectionState {
  if (endsOn && endsOn <= today) return 'ended'
  return realisedOn && realisedOn <= today ? 'existing' : 'to-build'
}

export function daysLateToBuild(standing: Standing, today: Day): number | null {
  const { plannedOn, plannedPrecision } = standing
  if (interconnectionState(standing, today) !== 'to-build' || !plannedOn || !plannedPrecision) return null
  const due = endOf(plannedOn, plannedPrecision)
  return due < today ? daysBetween(due, today) : null
}

const marks: Record<InterconnectionState, State> = { existing: 'done', 'to-build': 'todo', ended: 'unmeasured' }

export function markOfInterconnection(standing: Standing, today: Day): State {
  return daysLateToBuild(standing, today) === null ? marks[interconnectionState(standing, today)] : 'late'
}

export const purposeIn = (lang: Lang, { purposeIt, purposeEn }: Pick<Flow, 'purposeIt' | 'purposeEn'>) =>
  (lang === 'en' && purposeEn) || purposeIt
export const dataIn = (lang: Lang, { dataIt, dataEn }: { readonly dataIt: string | null; readonly dataEn: string | null }) =>
  (lang === 'en' && dataEn) || dataIt

export const sameEnds = {
  slug: 'interconnection-same-ends',
  status: 422,
  it: 'Un’interconnessione va da una base dati o da un sistema a un altro: scegline due diversi.',
  en: 'An interconnection goes from one database or system to another: choose two different ones.',
} as const satisfies ProblemKind

export const endUnknown = {
  slug: 'interconnection-end-unknown',
  status: 422,
  it: 'Questa base dati o questo sistema non c’è, o è stato tolto: cercalo di nuovo.',
  en: 'This database or system is not there, or was removed: search for it again.',
} as const satisfies ProblemKind

export const endsElsewhere = {
  slug: 'interconnection-elsewhere',
  status: 422,
  it: 'Almeno una delle due parti deve riguardare questo ecosistema.',
  en: 'At least one of the two ends must concern this ecosystem.',
} as const satisfies ProblemKind

export const evidenceNeeded = {
  slug: 'interconnection-evidence-needed',
  status: 422,
  it: 'Se esiste già, serve l’indirizzo di una pagina o di un documento che lo mostra.',
  en: 'If it exists already, the address of a page or a document that shows it is needed.',
} as const satisfies ProblemKind

export const meansNeeded = {
  slug: 'interconnection-means-needed',
  status: 422,
  it: 'Se esiste già, scrivi come viaggiano i dati.',
  en: 'If it exists already, write how the data travel.',
} as const satisfies ProblemKind

export const projectElsewhere = {
  slug: 'interconnection-project-unknown',
  status: 422,
  it: 'Questo progetto o servizio non c’è, o è stato ritirato: scegline un altro, o nessuno.',
  en: 'This project or service is not there, or was withdrawn: choose another, or none.',
} as const satisfies ProblemKind

export const interconnectionWithdrawn = {
  slug: 'interconnection-withdrawn',
  status: 409,
  it: 'L’interconnessione è stata tolta il {on}: non si cambia più. Se serve ancora, aggiungila di nuovo.',
  en: 'The interconnection was removed on {on}: it does not change any more. If it is needed after all, add it again.',
} as const satisfies ProblemKind

export const realisedAlready = {
  slug: 'interconnection-realised-already',
  status: 409,
  it: 'L’interconnessione è già segnata come realizzata. Se la data o la prova sono sbagliate, correggile.',
  en: 'The interconnection is marked as realised already. If the day or the evidence is wrong, correct it.',
} as const satisfies ProblemKind

type End = Pick<System, 'id' | 'ecosystemId' | 'alsoConcerns' | 'withdrawnOn'>

/** Two that stand, different, one of which at least concerns the ecosystem. */
export function mustJoin(ecosystemId: string, from: End | undefined, to: End | undefined): void {
  if (!from || from.withdrawnOn) throw new Problem(endUnknown, { field: 'fromId' })
  if (!to || to.withdrawnOn) throw new Problem(endUnknown, { field: 'toId' })
  if (from.id === to.id) throw new Problem(sameEnds, { field: 'toId' })
  if (![from, to].some((end) => concerns(end).includes(ecosystemId))) throw new Problem(endsElsewhere, { field: 'fromId' })
}

export function mustBeShown({ realisedOn, evidenceUrl, means: how }: Pick<Flow, 'realisedOn' | 'evidenceUrl' | 'means'>): void {
  if (!realisedOn) return
  if (!evidenceUrl) throw new Problem(evidenceNeeded, { field: 'evidenceUrl' })
  if (!how) throw new Problem(meansNeeded, { field: 'means' })
}

export function mustNotBeWithdrawn({ withdrawnOn }: Interconnection): void {
  if (withdrawnOn) throw new Problem(interconnectionWithdrawn, { on: withdrawnOn })
}

export function mustNotBeRealised({ realisedOn }: Interconnection): void {
  if (realisedOn) throw new Problem(realisedAlready)
}
