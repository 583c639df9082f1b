import { Problem, type ProblemKind } from '../../kernel/problem.ts'
import { type Criterion, highest, type Option } from './rankings.ts'

/** What one member gave: a score for each intervention by each criterion. */
export interface Ballot {
  readonly id: string
  readonly memberId: string
  readonly seatId: string
  readonly personId: string
  readonly role: string
  readonly givenAt: Date
}

export interface Score {
  readonly optionId: string
  readonly criterionId: string
  readonly score: number
}

export const notVoter = {
  slug: 'ranking-not-a-voter',
  status: 403,
  it: 'I punteggi li dà chi ha un mandato in corso, con diritto di voto, nel gruppo di lavoro. Se è un errore, scrivi alla segreteria.',
  en: 'Scores are given by whoever has a mandate in force, with a vote, in the working group. If this is a mistake, write to the secretariat.',
} as const satisfies ProblemKind

export const scoredAlready = {
  slug: 'ranking-scored-already',
  status: 409,
  it: '{own, select, true {Hai già dato i tuoi punteggi: per cambiarli ritirali, poi dalli di nuovo.} other {Per questo posto ha già dato i punteggi {who, select, substitute {chi lo sostituisce} other {il titolare}}: ogni posto li dà una volta sola.}}',
  en: '{own, select, true {You have given your scores already: to change them withdraw them, then give them again.} other {For this seat {who, select, substitute {its substitute has} other {its holder has}} given scores already: each seat gives them once.}}',
} as const satisfies ProblemKind

export const notScored = {
  slug: 'ranking-not-scored',
  status: 409,
  it: 'Non hai punteggi da ritirare in questa classifica.',
  en: 'You have no scores to withdraw in this ranking.',
} as const satisfies ProblemKind

export const scoreMissing = {
  slug: 'ranking-score-missing',
  status: 422,
  it: 'Serve un punteggio da 1 a {highest} per «{option}» secondo «{criterion}».',
  en: 'A score from 1 to {highest} is needed for “{option}” by “{criterion}”.',
} as const satisfies ProblemKind

interface Seat {
  readonly memberId: string
  readonly bodyId: string
  readonly role: string
  readonly substituteFor: string | null
}

/** The seat of whoever acts, which must have a vote. */
export function seatIn(bodyId: string, memberships: readonly Seat[]): Seat {
  const seat = memberships.find((one) => one.bodyId === bodyId && one.role !== 'observer')
  if (!seat) throw new Problem(notVoter)
  return seat
}

export const seatOf = ({ memberId, substituteFor }: Pick<Seat, 'memberId' | 'substituteFor'>) => substituteFor ?? memberId

export function mustNotHaveScored(ballots: readonly Ballot[], seat: Seat): void {
  const there = ballots.find(({ seatId }) => seatId === seatOf(seat))
  if (!there) return
  const own = String(there.memberId === seat.memberId)
  throw new Problem(scoredAlready, { own, who: there.memberId === there.seatId ? 'holder' : 'substitute' })
}

export function ballotOf(ballots: readonly Ballot[], personId: string | null): Ballot {
  const found = ballots.find((one) => one.personId === personId)
  if (!found) throw new Problem(notScored)
  return found
}

/** The name of a score's field in a form. */
export const fieldOf = (optionId: string, criterionId: string) => `score-${optionId}-${criterionId}`

/** All the scores of a ballot: one for each intervention by each criterion, none left out, none off the scale. */
export function scoresFrom(given: ReadonlyMap<string, number>, options: readonly Option[], criteria: readonly Criterion[]): Score[] {
  return options.flatMap((option) =>
    criteria.map((criterion) => {
      const field = fieldOf(option.id, criterion.id)
      const score = given.get(field)
      if (score === undefined || !Number.isInteger(score) || score < 1 || score > highest)
        throw new Problem(scoreMissing, { field, highest, option: option.title.slice(0, 80), criterion: criterion.name })
      return { optionId: option.id, criterionId: criterion.id, score }
    }),
  )
}
