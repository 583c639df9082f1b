import { type Phase, phases } from '../charter/phases.ts'
import type { Day } from '../kernel/day.ts'
import type { Lang } from '../kernel/lang.ts'
import { Problem, type ProblemKind } from '../kernel/problem.ts'

/** Who has to act for a condition to be met. */
export type Turn = 'lead' | 'group' | 'table' | 'agid'

/** `after` names the condition that comes first in time, where there is one. */
interface Condition {
  readonly id: string
  readonly turn: Turn
  readonly after?: string
}

/** What each phase must prove before it is concluded, in the order in which it usually comes about. */
export const conditions = {
  envisioning: [
    { id: 'group-constituted', turn: 'lead' },
    { id: 'officers-in-office', turn: 'group', after: 'group-constituted' },
    { id: 'hearing-held', turn: 'group', after: 'group-constituted' },
    { id: 'needs-recorded', turn: 'group', after: 'hearing-held' },
    { id: 'perimeter-published', turn: 'group', after: 'needs-recorded' },
    { id: 'tables-decided', turn: 'group', after: 'group-constituted' },
  ],
  design: [
    { id: 'document-published', turn: 'group' },
    { id: 'consulted-sixty-days', turn: 'group', after: 'document-published' },
    { id: 'contributions-answered', turn: 'group', after: 'consulted-sixty-days' },
    { id: 'outcome-published', turn: 'group', after: 'contributions-answered' },
    { id: 'final-version-adopted', turn: 'lead', after: 'outcome-published' },
  ],
  'make-or-buy': [
    { id: 'monitoring-table-in-place', turn: 'lead' },
    { id: 'methodology-shared', turn: 'agid' },
    { id: 'baseline-measured', turn: 'table', after: 'methodology-shared' },
    { id: 'forum-open', turn: 'group' },
  ],
  growth: [
    { id: 'accompaniment-started', turn: 'agid' },
    { id: 'monitoring-reported', turn: 'table', after: 'accompaniment-started' },
  ],
} as const satisfies Record<Phase, readonly Condition[]>

export type ConditionIdIn<P extends Phase> = (typeof conditions)[P][number]['id']
export type ConditionId = ConditionIdIn<Phase>

export interface ConditionOf {
  readonly id: ConditionId
  readonly turn: Turn
  readonly after?: ConditionId
}

export function conditionsOf(phase: Phase): readonly ConditionOf[] {
  return conditions[phase]
}

const turns = new Map<ConditionId, Turn>(phases.flatMap((phase) => conditionsOf(phase).map(({ id, turn }) => [id, turn] as const)))

export function turnOf(id: ConditionId): Turn {
  return turns.get(id) as Turn
}

/** What a room knows of one condition: met, or under way. A room that knows nothing says nothing. */
export interface Proof {
  readonly met: boolean
  /** The day it was met or, under way, the day it began. */
  readonly on: Day
  readonly says: Readonly<Record<Lang, string>>
  /** The evidence itself: an address from `paths`. */
  readonly link?: { readonly to: string; readonly label: Readonly<Record<Lang, string>> }
  readonly progress?: { readonly value: number; readonly max: number }
  /** Where nobody has to act because only time is needed. */
  readonly running?: true
  /** What is still missing, where the room can tell more exactly than the condition does. */
  readonly missing?: Readonly<Record<Lang, string>>
}

export type Evidence = Readonly<Partial<Record<ConditionId, Proof>>>

/** What still stands between a phase and its conclusion. Empty: it may be concluded. */
export function unmet(phase: Phase, evidence: Evidence): ConditionId[] {
  return conditionsOf(phase)
    .map(({ id }) => id)
    .filter((id) => !evidence[id]?.met)
}

export const gateShut = {
  slug: 'gate-shut',
  status: 409,
  it: 'Non si può ancora concludere: {count, plural, one {manca # condizione} other {mancano # condizioni}} su {total}. L’elenco dice quali, e a chi tocca.',
  en: 'It cannot be concluded yet: {count, plural, one {# condition is} other {# conditions are}} missing out of {total}. The list says which, and whose turn it is.',
} as const satisfies ProblemKind

export const nothingToDerogate = {
  slug: 'nothing-to-derogate',
  status: 409,
  it: 'Tutte le condizioni sono soddisfatte: non serve una deroga, la capofila può concludere la fase.',
  en: 'Every condition is met: no derogation is needed, the lead administration may conclude the phase.',
} as const satisfies ProblemKind

export function mustBeOpen(phase: Phase, evidence: Evidence): void {
  const missing = unmet(phase, evidence)
  if (missing.length > 0) throw new Problem(gateShut, { missing, count: missing.length, total: conditionsOf(phase).length })
}

/** A derogation is from something: the conditions that were missing are kept with it. */
export function mustBeShut(phase: Phase, evidence: Evidence): ConditionId[] {
  const missing = unmet(phase, evidence)
  if (missing.length === 0) throw new Problem(nothingToDerogate)
  return missing
}
