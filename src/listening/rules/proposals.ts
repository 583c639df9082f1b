import type { PersonId, Scope } from '../../charter/policy.ts'
import type { State } from '../../charter/states.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { Problem, type ProblemKind } from '../../kernel/problem.ts'
import type { NeedContent, NeedId } from './needs.ts'

export type ProposalId = Id<'need-proposal'>

export const outcomes = ['accepted', 'joined', 'not-accepted'] as const
/** Accepted: it is a need of its own. Joined: a need that was there says the same. Both are reasons to be told. */
export type Outcome = (typeof outcomes)[number]

export interface Answer {
  readonly outcome: Outcome
  readonly reason: string
  readonly needId: NeedId | null
  readonly on: Day
}

/** What somebody proposed in a call. Until it is accepted only its author and whoever answers read it. */
export interface Proposal extends Omit<NeedContent, 'stakeholderId'> {
  readonly id: ProposalId
  readonly callId: string
  readonly personId: PersonId
  readonly proposedAt: Date
  readonly withdrawnOn: Day | null
  readonly answer: Answer | null
}

export type ProposalState = 'submitted' | 'withdrawn' | Outcome

export function proposalState({ answer, withdrawnOn }: Pick<Proposal, 'answer' | 'withdrawnOn'>): ProposalState {
  return answer?.outcome ?? (withdrawnOn ? 'withdrawn' : 'submitted')
}

export const markOfProposal: Record<ProposalState, State> = {
  submitted: 'doing',
  withdrawn: 'unmeasured',
  accepted: 'done',
  joined: 'done',
  'not-accepted': 'blocked',
}

/** How many needs one person proposes in one call: enough for anybody who means them. */
export const mostEach = 20

export const tooMany = {
  slug: 'proposals-too-many',
  status: 409,
  it: 'In questa raccolta hai già proposto {most} esigenze, il massimo per ciascuno. Puoi ritirarne una che aspetta ancora una risposta.',
  en: 'In this call you already proposed {most} needs, the most for each person. You can withdraw one that still waits for an answer.',
} as const satisfies ProblemKind

export const notTheirDelegate = {
  slug: 'proposal-not-delegate',
  status: 422,
  it: 'Per quell’organizzazione non hai una delega in corso: parla a tuo nome, o scegline un’altra.',
  en: 'You hold no delegation of that organisation: speak for yourself, or choose another.',
} as const satisfies ProblemKind

export const answeredAlready = {
  slug: 'proposal-answered',
  status: 409,
  it: 'Questa proposta ha già avuto risposta: la trovi nella sua pagina.',
  en: 'This proposal was answered already: the answer is on its page.',
} as const satisfies ProblemKind

export const withdrawnAlready = {
  slug: 'proposal-withdrawn',
  status: 409,
  it: 'Chi ha fatto questa proposta l’ha ritirata: non c’è più nulla da decidere.',
  en: 'Whoever made this proposal withdrew it: there is nothing left to decide.',
} as const satisfies ProblemKind

export const whichNeed = {
  slug: 'proposal-which-need',
  status: 422,
  it: 'Scegli l’esigenza che dice già la stessa cosa.',
  en: 'Choose the need that says the same already.',
} as const satisfies ProblemKind

/** The organisations that somebody speaks for, by the delegations in force. */
export function delegatedTo(grants: readonly { readonly role: string; readonly scope: Scope }[]): string[] {
  return [...new Set(grants.flatMap(({ role, scope }) => (role === 'delegate' && scope.kind === 'organisation' ? [scope.id] : [])))]
}

export function mustSpeakFor(organisationId: string | null, grants: Parameters<typeof delegatedTo>[0]): void {
  if (organisationId && !delegatedTo(grants).includes(organisationId)) throw new Problem(notTheirDelegate, { field: 'organisationId' })
}

export function mustNotBeTooMany(made: number): void {
  if (made >= mostEach) throw new Problem(tooMany, { most: mostEach })
}

export function mustBeWaiting(proposal: Pick<Proposal, 'answer' | 'withdrawnOn'>): void {
  if (proposal.answer) throw new Problem(answeredAlready)
  if (proposal.withdrawnOn) throw new Problem(withdrawnAlready)
}
