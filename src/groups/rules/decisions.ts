import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { Problem, type ProblemKind } from '../../kernel/problem.ts'
import type { Count } from './meetings.ts'

export type DecisionId = Id<'decision'>

export const decisionKinds = ['general', 'tables', 'no-tables', 'adoption'] as const
export type DecisionKind = (typeof decisionKinds)[number]

export interface Votes {
  readonly inFavour: number
  readonly against: number
  readonly abstained: number
}

export interface Decision {
  readonly id: DecisionId
  readonly bodyId: string
  readonly meetingId: string
  readonly number: number
  readonly kind: DecisionKind
  readonly title: string
  readonly text: string
  readonly takenOn: Day
  /** Null where it was taken by consensus. */
  readonly votes: Votes | null
  readonly adopted: boolean
  readonly annulledOn: Day | null
  readonly annulledReason: string | null
}

export const votesIncomplete = {
  slug: 'votes-incomplete',
  status: 422,
  it: 'Se si è votato, scrivi tutti e tre i numeri, anche quando sono zero; se si è deciso per consenso, lasciali vuoti.',
  en: 'If there was a vote, write all three numbers, zero included; if it was by consensus, leave them empty.',
} as const satisfies ProblemKind

export const votesBeyondSeats = {
  slug: 'votes-beyond-seats',
  status: 422,
  it: 'I voti sono {votes}, ma i posti coperti erano {filled}: controlla i numeri, o le presenze.',
  en: 'There are {votes} votes, but {filled} seats were filled: check the numbers, or the attendance.',
} as const satisfies ProblemKind

export const noVotes = {
  slug: 'no-votes-cast',
  status: 422,
  it: 'Una votazione senza voti non decide: scrivi i voti, o lascia vuoto se si è deciso per consenso.',
  en: 'A vote without votes decides nothing: write the votes, or leave them empty if it was by consensus.',
} as const satisfies ProblemKind

export const annulledAlready = {
  slug: 'decision-annulled-already',
  status: 409,
  it: 'La decisione è già stata annullata il {on}.',
  en: 'The decision was already annulled on {on}.',
} as const satisfies ProblemKind

export const decisionSettled = {
  slug: 'decision-settled',
  status: 409,
  it: 'Il verbale che la contiene è approvato: una decisione presa si cambia solo con un’altra decisione.',
  en: 'The minutes that hold it are approved: a decision taken is changed only by another decision.',
} as const satisfies ProblemKind

export const decisionInUse = {
  slug: 'decision-in-use',
  status: 409,
  it: 'Da questa decisione è nato un tavolo tecnico: non si può annullare. Il tavolo si scioglie, se non serve più.',
  en: 'A technical table was born of this decision: it cannot be annulled. The table is dissolved if it is no longer needed.',
} as const satisfies ProblemKind

export const onlyWorkingGroup = {
  slug: 'only-the-working-group-decides',
  status: 422,
  it: 'Sui tavoli tecnici e sull’adozione dei documenti decide il gruppo di lavoro.',
  en: 'The working group decides on technical tables and on adopting documents.',
} as const satisfies ProblemKind

interface VotesInput {
  readonly inFavour: number | null
  readonly against: number | null
  readonly abstained: number | null
}

/** The votes of a meeting, no more than its seats; null for consensus. */
export function votesFrom({ inFavour, against, abstained }: VotesInput, count: Count): Votes | null {
  if (inFavour === null && against === null && abstained === null) return null
  if (inFavour === null || against === null || abstained === null) throw new Problem(votesIncomplete, { field: 'inFavour' })
  const votes = inFavour + against + abstained
  if (votes === 0) throw new Problem(noVotes, { field: 'inFavour' })
  if (votes > count.filled) throw new Problem(votesBeyondSeats, { field: 'inFavour', votes, filled: count.filled })
  return { inFavour, against, abstained }
}

/** More in favour than against; a tie does not pass. */
export const passes = (votes: Votes | null): boolean => votes === null || votes.inFavour > votes.against

export const holds = ({ adopted, annulledOn }: Pick<Decision, 'adopted' | 'annulledOn'>): boolean => adopted && annulledOn === null

export function mustBeForItToDecide(bodyKind: string, kind: DecisionKind): void {
  if (kind !== 'general' && bodyKind !== 'working-group') throw new Problem(onlyWorkingGroup, { field: 'kind' })
}

export function mustBeAnnullable({ annulledOn }: Decision, minutesApproved: boolean): void {
  if (annulledOn) throw new Problem(annulledAlready, { on: annulledOn })
  if (minutesApproved) throw new Problem(decisionSettled)
}
