import type { State } from '../../charter/states.ts'
import { type Day, daysBetween } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { Lang } from '../../kernel/lang.ts'
import { Problem, type ProblemKind } from '../../kernel/problem.ts'
import { endOf, type FactPrecision, type PlanPrecision } from './moments.ts'

export type SystemId = Id<'system'>

export const systemKinds = ['database', 'information-system'] as const
export type SystemKind = (typeof systemKinds)[number]

/** Who may read what it holds. */
export const accesses = ['open', 'on-request', 'agreement', 'closed'] as const
export type Access = (typeof accesses)[number]

/** What a database or an information system says of itself. */
export interface Description {
  readonly kind: SystemKind
  readonly nameIt: string
  readonly nameEn: string | null
  readonly acronym: string | null
  /** The administration that it belongs to. */
  readonly holderId: string
  readonly descriptionIt: string
  readonly descriptionEn: string | null
  readonly dataIt: string | null
  readonly dataEn: string | null
  /** Null while nobody has told. */
  readonly personalData: boolean | null
  /** Listed by article 60 of the CAD. */
  readonly nationalInterest: boolean
  readonly access: Access
  readonly accessUrl: string | null
  readonly pageUrl: string | null
  readonly apiUrl: string | null
  readonly datasetUrl: string | null
  readonly expectedOn: Day | null
  readonly expectedPrecision: PlanPrecision | null
  readonly inServiceOn: Day | null
  readonly inServicePrecision: FactPrecision | null
  /** The ecosystems that it concerns besides its own. */
  readonly alsoConcerns: readonly string[]
}

export interface System extends Description {
  readonly id: SystemId
  readonly ecosystemId: string
  readonly retiredOn: Day | null
  readonly retiredReason: string | null
  readonly revision: number
  readonly addedOn: Day
  readonly withdrawnOn: Day | null
  readonly withdrawnReason: string | null
}

export const systemStates = ['in-preparation', 'in-service', 'retired'] as const
export type SystemState = (typeof systemStates)[number]

type Dates = Pick<System, 'expectedOn' | 'expectedPrecision' | 'inServiceOn' | 'retiredOn'>

export function systemState({ inServiceOn, retiredOn }: Dates, today: Day): SystemState {
  if (retiredOn && retiredOn <= today) return 'retired'
  return inServiceOn && inServiceOn <= today ? 'in-service' : 'in-preparation'
}

/** Days past the last one on which it was expected to be in service. */
export function daysLate(system: Dates, today: Day): number | null {
  const { expectedOn, expectedPrecision } = system
  if (systemState(system, today) !== 'in-preparation' || !expectedOn || !expectedPrecision) return null
  const due = endOf(expectedOn, expectedPrecision)
  return due < today ? daysBetween(due, today) : null
}

const marks: Record<SystemState, State> = { 'in-preparation': 'doing', 'in-service': 'done', retired: 'unmeasured' }

export function markOf(system: Dates, today: Day): State {
  return daysLate(system, today) === null ? marks[systemState(system, today)] : 'late'
}

type Named = Pick<System, 'nameIt' | 'nameEn' | 'acronym'>

export const nameOf = (lang: Lang, { nameIt, nameEn }: Named) => (lang === 'en' && nameEn) || nameIt

/** 'Anagrafe nazionale della popolazione residente (ANPR)'. */
export function fullName(lang: Lang, system: Named): string {
  const name = nameOf(lang, system)
  return system.acronym ? `${name} (${system.acronym})` : name
}

export const shortName = (lang: Lang, system: Named) => system.acronym ?? nameOf(lang, system)

/** Every ecosystem that it concerns, its own first. */
export const concerns = ({ ecosystemId, alsoConcerns }: Pick<System, 'ecosystemId' | 'alsoConcerns'>) => [
  ...new Set([ecosystemId, ...alsoConcerns]),
]

export const holderUnknown = {
  slug: 'system-holder-unknown',
  status: 422,
  it: 'Serve l’amministrazione titolare: cercala per nome e scegline una tra quelle proposte.',
  en: 'The administration that holds it is needed: search for it by name and choose one of those offered.',
} as const satisfies ProblemKind

export const notADatabase = {
  slug: 'system-not-a-database',
  status: 422,
  it: 'Solo una base dati può essere di interesse nazionale: togli la spunta, oppure scegli «base dati».',
  en: 'Only a database can be of national interest: untick it, or choose “database”.',
} as const satisfies ProblemKind

export const ecosystemUnknown = {
  slug: 'system-ecosystem-unknown',
  status: 422,
  it: 'Uno degli ecosistemi scelti non c’è: scegli tra quelli dell’elenco.',
  en: 'One of the ecosystems chosen is not there: choose among those of the list.',
} as const satisfies ProblemKind

export const withdrawnAlready = {
  slug: 'system-withdrawn',
  status: 409,
  it: 'Questa voce è stata tolta il {on}: non si cambia più. Se serve ancora, aggiungila di nuovo.',
  en: 'It was removed on {on}: it does not change any more. If it is needed after all, add it again.',
} as const satisfies ProblemKind

export const retiredBefore = {
  slug: 'system-retired-before-service',
  status: 422,
  it: 'La dismissione non può venire prima dell’entrata in servizio ({from}).',
  en: 'It cannot be retired before it was in service ({from}).',
} as const satisfies ProblemKind

export const neverInService = {
  slug: 'system-never-in-service',
  status: 409,
  it: 'Questa voce non è mai entrata in servizio, e non si può dismettere. Se non serve più, toglila; se è in servizio, correggi prima la data.',
  en: 'It was never in service, so it cannot be retired. If it is not needed, remove it; if it is in service, correct the date first.',
} as const satisfies ProblemKind

export const notRetired = {
  slug: 'system-not-retired',
  status: 409,
  it: 'Questa voce non è dismessa: non c’è nulla da rimettere in servizio.',
  en: 'It is not retired: there is nothing to return to service.',
} as const satisfies ProblemKind

export const referredTo = {
  slug: 'system-referred-to',
  status: 409,
  it: 'Questa voce non si può togliere, perché {count, plural, one {c’è ancora chi vi si riferisce} other {vi si riferiscono ancora in #}}: {names}. Togli prima {count, plural, one {quel riferimento} other {quei riferimenti}}; se non è più in uso, dismettila.',
  en: 'It cannot be removed, because {count, plural, one {something still refers} other {# things still refer}} to it: {names}. Take {count, plural, one {that reference} other {those references}} away first; if it is no longer in use, retire it.',
} as const satisfies ProblemKind

export function mustBeHeld(holderId: string, known: ReadonlyMap<string, string>): void {
  if (!known.has(holderId)) throw new Problem(holderUnknown, { field: 'holderId' })
}

export function mustBeDatabase({ kind, nationalInterest }: Pick<Description, 'kind' | 'nationalInterest'>): void {
  if (nationalInterest && kind !== 'database') throw new Problem(notADatabase, { field: 'nationalInterest' })
}

export function mustFollowInTime({ inServiceOn, retiredOn }: Pick<System, 'inServiceOn' | 'retiredOn'>): void {
  if (!retiredOn) return
  if (!inServiceOn) throw new Problem(neverInService, { field: 'inServiceOn' })
  if (retiredOn < inServiceOn) throw new Problem(retiredBefore, { field: 'inServiceOn', from: inServiceOn })
}

export function mustStand({ withdrawnOn }: Pick<System, 'withdrawnOn'>): void {
  if (withdrawnOn) throw new Problem(withdrawnAlready, { on: withdrawnOn })
}

export function mustBeRetirable({ inServiceOn }: System, on: Day): void {
  if (!inServiceOn) throw new Problem(neverInService)
  if (on < inServiceOn) throw new Problem(retiredBefore, { field: 'on', from: inServiceOn })
}

/** `names`: the interconnections and the texts that refer to it. */
export function mustBeUnreferred(names: readonly string[]): void {
  if (names.length > 0) throw new Problem(referredTo, { count: names.length, names: names.slice(0, 10).join('; ') })
}
