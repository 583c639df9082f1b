import { type Phase, phases } from '../charter/phases.ts'
import { addDays, type Day } from '../kernel/day.ts'
import type { Party } from './party-rules.ts'
import type { PhaseRun, Term } from './phase-rules.ts'
import type { EcosystemView } from './rules.ts'

/** An ecosystem as a plan tells it. Names of leads and actors are the plan's own. */
export interface EcosystemSource {
  readonly name: string
  readonly nameEn?: string
  readonly summary?: string
  readonly leads: readonly string[]
  readonly actors: readonly string[]
  /** Where the plan makes it a priority: 'LA51 2019-2021'. */
  readonly prioritySource?: string
  readonly terms?: Partial<Record<Phase, Term>>
}

export interface ImportSource {
  /** The plan, as it is to be cited: 'Piano triennale 2019-2021'. */
  readonly name: string
  /** The day from which what the plan says holds. */
  readonly from: Day
}

export interface EcosystemsReport {
  readonly created: readonly string[]
  readonly changed: readonly { readonly name: string; readonly what: readonly string[] }[]
  readonly unchanged: readonly string[]
  /** Organisations that were not known by name. */
  readonly organisationsAdded: readonly string[]
  /** Leads not appointed because several organisations bear their name. */
  readonly ambiguous: readonly string[]
}

/** A party that the plan names, with the organisation that its name was found to mean. */
export interface Wanted {
  readonly label: string
  readonly organisationId: string | null
  readonly position: number
}

export interface PartyChanges {
  readonly add: readonly Wanted[]
  readonly end: readonly { readonly id: string; readonly toDay: Day }[]
  readonly forget: readonly { readonly id: string }[]
  readonly identify: readonly { readonly id: string; readonly organisationId: string }[]
}

const national = /^(Ministero|Agenzia|Presidenza|Dipartimento) /

/** A lead is always an organisation. Of the actors, the plan names some in general ('Comuni'): those stay words. */
export function isNational(name: string): boolean {
  return national.test(name)
}

/**
 * What must change so that those in the list are those the plan names. Who was put there by a person stays; who came
 * from a plan and is no longer named leaves on the eve, or was never there if it came from this same plan.
 */
export function partyChanges(known: readonly Party[], wanted: readonly Wanted[], { from }: ImportSource): PartyChanges {
  const standing = known.filter(({ toDay }) => toDay === null || toDay >= from)
  const isOf = (one: Wanted) => (party: Party) =>
    party.organisationId && one.organisationId ? party.organisationId === one.organisationId : party.label === one.label
  const gone = standing.filter((party) => party.source !== null && party.toDay === null && !wanted.some((one) => isOf(one)(party)))
  return {
    add: wanted.filter((one) => !standing.some(isOf(one))),
    end: gone.filter(({ fromDay }) => fromDay < from).map(({ id }) => ({ id, toDay: addDays(from, -1) })),
    forget: gone.filter(({ fromDay }) => fromDay >= from),
    identify: wanted.flatMap((one) => {
      const found = standing.find(isOf(one))
      return found && !found.organisationId && one.organisationId ? [{ id: found.id, organisationId: one.organisationId }] : []
    }),
  }
}

export function hasChanges({ add, end, forget, identify }: PartyChanges): boolean {
  return add.length + end.length + forget.length + identify.length > 0
}

/** Fills what is empty; what a person wrote is never overwritten by a plan. */
export function columnChanges(known: EcosystemView, { nameEn, summary, prioritySource }: EcosystemSource) {
  return {
    ...(nameEn && !known.nameEn ? { nameEn } : {}),
    ...(summary && !known.summaryIt ? { summaryIt: summary } : {}),
    ...(prioritySource && !known.priority ? { priority: true, prioritySource } : {}),
  }
}

/** A term set by somebody else stays; one that this source set follows it. */
export function termChanges(known: Record<Phase, PhaseRun>, terms: EcosystemSource['terms'] = {}): { phase: Phase; term: Term }[] {
  return phases.flatMap((phase) => {
    const term = terms[phase]
    const run = known[phase]
    if (!term || (run.source !== null && run.source !== term.dueSource)) return []
    const same =
      run.source === term.dueSource &&
      (run.due?.on ?? null) === term.dueOn &&
      (run.due?.precision ?? null) === term.duePrecision &&
      (run.due?.qualifier ?? null) === term.dueQualifier &&
      (run.expected?.on ?? null) === term.expectedOn &&
      (run.expected?.precision ?? null) === term.expectedPrecision
    return same ? [] : [{ phase, term }]
  })
}
