import { type Phase, phases } from '../../charter/phases.ts'
import type { Place } from '../../charter/policy.ts'
import type { State } from '../../charter/states.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { Problem, type ProblemKind } from '../../kernel/problem.ts'
import type { Quorum } from './quorum.ts'

export type BodyId = Id<'body'>

export const bodyKinds = ['working-group', 'technical-table', 'monitoring-table'] as const
export type BodyKind = (typeof bodyKinds)[number]

/** A kind as the record tells it: the words of acts choose among single words. */
export const toldKind: Record<BodyKind, string> = { 'working-group': 'group', 'technical-table': 'table', 'monitoring-table': 'monitoring' }

/** The act that constitutes a body. */
export interface ConstitutionAct {
  readonly number: string
  readonly day: Day
  readonly fileId: string | null
}

export interface Body {
  readonly id: BodyId
  readonly ecosystemId: string
  readonly cycleId: string
  readonly kind: BodyKind
  readonly name: string
  readonly mandate: string
  readonly parentId: BodyId | null
  readonly act: ConstitutionAct | null
  /** The decision of the working group that a technical table is born of. */
  readonly decisionId: string | null
  readonly from: Day
  /** The last day of its term; null until further notice. */
  readonly to: Day | null
  /** The last day, when it was dissolved before its term. */
  readonly dissolvedOn: Day | null
  readonly quorum: Quorum
}

export type BodyState = 'future' | 'in-office' | 'expired' | 'dissolved'

type Term = Pick<Body, 'from' | 'to' | 'dissolvedOn'>

export function lastDayOf({ to, dissolvedOn }: Omit<Term, 'from'>): Day | null {
  return earliest(to, dissolvedOn)
}

/** The earlier of two last days; null is no end. */
export function earliest(one: Day | null, other: Day | null): Day | null {
  if (one === null || other === null) return one ?? other
  return one < other ? one : other
}

export function bodyState({ from, to, dissolvedOn }: Term, today: Day): BodyState {
  if (dissolvedOn !== null && dissolvedOn < today) return 'dissolved'
  if (to !== null && to < today) return 'expired'
  return from > today ? 'future' : 'in-office'
}

export const stateOfBody: Record<BodyState, State> = { future: 'todo', 'in-office': 'doing', expired: 'late', dissolved: 'done' }

export function placeOfBody({ id, ecosystemId }: Pick<Body, 'id' | 'ecosystemId'>): Extract<Place, { kind: 'body' }> {
  return { kind: 'body', id, ecosystemId }
}

/** The ecosystem that a body guides: its working group does, its tables do not. */
export const guidedBy = ({ kind, ecosystemId }: Pick<Body, 'kind' | 'ecosystemId'>): string | null =>
  kind === 'working-group' ? ecosystemId : null

/** The day on which a body came to be: that of its act, or of its first day where a decision made it. */
export function constitutedOn({ act, from }: Pick<Body, 'act' | 'from'>): Day {
  return act?.day ?? from
}

export const bodyNotInOffice = {
  slug: 'body-not-in-office',
  status: 409,
  it: '{state, select, future {Il gruppo entra in carica il {from}: fino ad allora non può agire.} dissolved {Il gruppo è stato sciolto: non può più agire.} other {Il mandato del gruppo è scaduto il {to}: per agire di nuovo, un atto ne prolunga la durata.}}',
  en: '{state, select, future {The body takes office on {from}: until then it cannot act.} dissolved {The body was dissolved: it can no longer act.} other {The mandate of the body expired on {to}: to act again, an act prolongs its term.}}',
} as const satisfies ProblemKind

export const groupThereAlready = {
  slug: 'working-group-there-already',
  status: 409,
  it: 'In questo ciclo l’ecosistema ha già il suo gruppo di lavoro, «{name}». Se va rifatto, prima sciogli quello.',
  en: 'In this cycle the ecosystem already has its working group, “{name}”. If it must be made anew, dissolve that one first.',
} as const satisfies ProblemKind

export const monitoringTooEarly = {
  slug: 'monitoring-table-too-early',
  status: 409,
  it: 'Il tavolo di monitoraggio nasce con la fase Make or Buy: avvia prima quella.',
  en: 'The monitoring table comes with the Make or Buy phase: start that first.',
} as const satisfies ProblemKind

export const actNeeded = {
  slug: 'constitution-act-needed',
  status: 422,
  it: 'Serve un atto istitutivo: scrivine il numero e la data.',
  en: 'A constitution act is needed: write its number and date.',
} as const satisfies ProblemKind

export const actAhead = {
  slug: 'constitution-act-ahead',
  status: 422,
  it: 'L’atto non può avere una data futura: registralo quando sarà firmato.',
  en: 'The act cannot have a future date: record it once it is signed.',
} as const satisfies ProblemKind

export const beforeItsAct = {
  slug: 'term-before-act',
  status: 422,
  it: 'Il gruppo non può essere in carica prima dell’atto che lo costituisce ({day}).',
  en: 'The body cannot be in office before the act that constitutes it ({day}).',
} as const satisfies ProblemKind

export const endBeforeStart = {
  slug: 'end-before-start',
  status: 422,
  it: 'L’ultimo giorno non può venire prima del primo ({from}).',
  en: 'The last day cannot come before the first ({from}).',
} as const satisfies ProblemKind

export const dissolvedAlready = {
  slug: 'body-dissolved-already',
  status: 409,
  it: 'Il gruppo è già sciolto dal {day}: se ne può costituire un altro.',
  en: 'The body is dissolved since {day} already: another can be constituted.',
} as const satisfies ProblemKind

export const decisionNeeded = {
  slug: 'founding-decision-needed',
  status: 422,
  it: 'Un tavolo tecnico nasce da una decisione adottata dal gruppo di lavoro, che definisce i tavoli: sceglila. Se non c’è, il gruppo la prende in una riunione.',
  en: 'A technical table is born of a decision, adopted by the working group, that defines tables: choose it. If there is none, the group takes it in a meeting.',
} as const satisfies ProblemKind

export function mustBeInOffice(body: Body, today: Day): void {
  const state = bodyState(body, today)
  if (state !== 'in-office') throw new Problem(bodyNotInOffice, { state, from: body.from, to: lastDayOf(body) ?? '' })
}

export function mustNotFollow(from: Day, to: Day | null, field: string): void {
  if (to !== null && to < from) throw new Problem(endBeforeStart, { field, from })
}

export function mustBeSigned(act: ConstitutionAct | null, from: Day, today: Day): void {
  if (!act) return
  if (act.day > today) throw new Problem(actAhead, { field: 'actDay' })
  if (from < act.day) throw new Problem(beforeItsAct, { field: 'from', day: act.day })
}

/** A decision makes a technical table; an act of the lead administration makes the others. */
export function mustHaveItsAct(kind: BodyKind, act: ConstitutionAct | null): void {
  if (kind !== 'technical-table' && !act) throw new Problem(actNeeded, { field: 'actNumber' })
}

export function mustBeItsTime(kind: BodyKind, runs: Readonly<Record<Phase, { readonly startedOn: Day | null }>>): void {
  const begun = phases.slice(phases.indexOf('make-or-buy')).some((phase) => runs[phase].startedOn !== null)
  if (kind === 'monitoring-table' && !begun) throw new Problem(monitoringTooEarly, { field: 'kind' })
}

/** One working group in a cycle, unless the former was dissolved. */
export function mustBeTheOnlyGroup(kind: BodyKind, others: readonly Body[]): void {
  const there = kind === 'working-group' && others.find((other) => other.kind === kind && other.dissolvedOn === null)
  if (there) throw new Problem(groupThereAlready, { field: 'kind', name: there.name })
}

interface Founding {
  readonly id: string
  readonly bodyId: string
  readonly kind: string
  readonly adopted: boolean
  readonly annulledOn: Day | null
}

/** The decision of the working group of the same cycle that defines technical tables. */
export function mustBeBornOf(decision: Founding | null, others: readonly Body[]): { decisionId: string; parentId: BodyId } {
  const group = others.find((other) => other.kind === 'working-group' && other.id === decision?.bodyId)
  if (!decision || !group || decision.kind !== 'tables' || !decision.adopted || decision.annulledOn)
    throw new Problem(decisionNeeded, { field: 'decisionId' })
  return { decisionId: decision.id, parentId: group.id }
}
