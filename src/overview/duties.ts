import { type Phase, phases } from '../charter/phases.ts'
import { type Actor, can, platform, rolesIn } from '../charter/policy.ts'
import { type EcosystemView, phaseState, placeOf } from '../ecosystems/index.ts'
import type { RoleGrant } from '../identity/index.ts'
import { addDays, type Day } from '../kernel/day.ts'
import type { DueResult } from '../plan/index.ts'
import { type Gaps, gapOf } from './gaps.ts'

/** How far ahead the desk looks, in days. */
export const ahead = 60

export type EndingGrant = Pick<RoleGrant, 'id' | 'personId' | 'role' | 'to'>

/** What meetings and hearings ask of a person: answers, readings, tasks, and minutes to keep. */
export type WaitingKind =
  | 'answerMeeting'
  | 'readMinutes'
  | 'task'
  | 'answerHearing'
  | 'readHearing'
  | 'writeHearing'
  | 'answerAmendments'
  | 'closeHearing'

/** What needs, texts, rankings, consultations and answers ask of whoever works on them. */
export type RoomKind =
  | 'answerProposals'
  | 'callCloses'
  | 'resolveComments'
  | 'adoptVersion'
  | 'publishVersion'
  | 'giveScores'
  | 'setUpConsultation'
  | 'moderate'
  | 'placeAnnotations'
  | 'followImport'
  | 'consultationCloses'
  | 'answerContributions'
  | 'publishAnswers'
  | 'writeOutcomes'

/** Something that waits for whoever entered, and by when. */
export type Duty =
  | { readonly kind: 'start' | 'complete' | 'conclude'; readonly due: Day | null; readonly ecosystem: EcosystemView; readonly phase: Phase }
  | { readonly kind: 'late'; readonly due: Day; readonly ecosystem: EcosystemView; readonly phase: Phase }
  | { readonly kind: 'appoint'; readonly due: null; readonly ecosystem: EcosystemView }
  | { readonly kind: 'declare'; readonly due: Day; readonly result: DueResult }
  | { readonly kind: 'declareMany'; readonly due: Day; readonly edition: string; readonly count: number }
  | { readonly kind: WaitingKind; readonly due: Day | null; readonly what: string; readonly to: string }
  | { readonly kind: RoomKind; readonly due: Day | null; readonly what: string; readonly to: string; readonly count?: number }
  | { readonly kind: 'renew'; readonly due: Day | null; readonly grant: EndingGrant }

export interface Known {
  readonly actor: Actor
  readonly ecosystems: readonly EcosystemView[]
  readonly gaps: Gaps
  readonly lateResults: readonly DueResult[]
  readonly comingResults: readonly DueResult[]
  readonly endingGrants: readonly EndingGrant[]
  /** What meetings, hearings and the other rooms ask of them. */
  readonly waiting?: readonly Duty[]
  readonly today: Day
}

/** What waits for whoever entered, from what they may do: the most pressing first. */
export function dutiesOf(known: Known): Duty[] {
  const { actor } = known
  const duties = [
    ...(known.waiting ?? []),
    ...known.ecosystems.flatMap((ecosystem) => dutiesIn(ecosystem, known)),
    ...(can(actor, 'plan.declare', platform) ? declarations(known) : []),
    ...(can(actor, 'identity.grant', platform) ? known.endingGrants.map((grant): Duty => ({ kind: 'renew', due: grant.to, grant })) : []),
  ]
  return duties.toSorted((a, b) => byDay(a.due, b.due))
}

const byDay = (a: Day | null, b: Day | null) => (a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1)

/** Those who lead or help to lead an ecosystem look after its phases; AGID watches the late ones of all. */
function dutiesIn(ecosystem: EcosystemView, { actor, gaps, today }: Known): Duty[] {
  const place = placeOf(ecosystem)
  const roles = rolesIn(actor, place)
  const duties: Duty[] = []
  if (roles.has('lead') || roles.has('secretary')) {
    for (const phase of phases) {
      const { startedOn, concludedOn, due } = ecosystem.phases[phase]
      if (!startedOn || concludedOn) continue
      const { met, total } = gapOf(gaps, ecosystem.id, phase)
      const kind = met === total && can(actor, 'gates.conclude', place) ? 'conclude' : 'complete'
      duties.push({ kind, due: due?.on ?? null, ecosystem, phase })
    }
    const next = can(actor, 'ecosystems.start-phase', place) && toStart(ecosystem, today)
    if (next) duties.push(next)
  } else if (roles.has('officer')) {
    for (const phase of phases) {
      const { due } = ecosystem.phases[phase]
      if (due && phaseState(ecosystem.phases[phase], today).state === 'late') duties.push({ kind: 'late', due: due.on, ecosystem, phase })
    }
  }
  if (ecosystem.leads.length === 0 && can(actor, 'ecosystems.appoint-lead', place)) duties.push({ kind: 'appoint', due: null, ecosystem })
  return duties
}

/** The first phase not yet begun, when the time to begin it is near or past. */
function toStart(ecosystem: EcosystemView, today: Day): Duty | null {
  const phase = phases.find((one) => ecosystem.phases[one].startedOn === null)
  if (!phase) return null
  const { expected, due } = ecosystem.phases[phase]
  const by = expected?.on ?? due?.on ?? null
  return by && by <= addDays(today, ahead) ? { kind: 'start', due: by, ecosystem, phase } : null
}

const fewLate = 3

/** What the platform cannot measure somebody must declare. Many late ones are one thing to do, not a hundred. */
function declarations({ lateResults, comingResults, today }: Known): Duty[] {
  const soon = comingResults.filter(({ deadline }) => deadline <= addDays(today, ahead))
  const one = (result: DueResult): Duty => ({ kind: 'declare', due: result.deadline, result })
  const [first] = lateResults
  if (!first || lateResults.length <= fewLate) return [...lateResults, ...soon].map(one)
  return [{ kind: 'declareMany', due: first.deadline, edition: first.edition, count: lateResults.length }, ...soon.map(one)]
}
