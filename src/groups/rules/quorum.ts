import { Problem, type ProblemKind } from '../../kernel/problem.ts'

/** How many of a body's seats must be filled for a meeting to decide. */
export type Quorum =
  | { readonly kind: 'majority' }
  | { readonly kind: 'fraction'; readonly count: number; readonly of: number }
  | { readonly kind: 'number'; readonly count: number }

export const quorumKinds = ['majority', 'fraction', 'number'] as const

export const quorumUnclear = {
  slug: 'quorum-unclear',
  status: 422,
  it: 'Scrivi i numeri della regola: per una frazione tutti e due, come 2 su 3; per un numero fisso, quanti componenti.',
  en: 'Write the numbers of the rule: both for a fraction, such as 2 of 3; how many members for a fixed number.',
} as const satisfies ProblemKind

export const quorumImpossible = {
  slug: 'quorum-impossible',
  status: 422,
  it: 'Con questa regola nessuna riunione sarebbe valida: una frazione va da più di zero fino all’intero, un numero fisso comincia da 1.',
  en: 'No meeting would be valid under this rule: a fraction goes from more than none to the whole, a fixed number begins at 1.',
} as const satisfies ProblemKind

export const quorumBeyondSeats = {
  slug: 'quorum-beyond-seats',
  status: 422,
  it: 'La regola chiede {needed, plural, one {# presente} other {# presenti}}, ma chi ha diritto di voto {seats, plural, =0 {non c’è ancora} one {è una persona sola} other {sono # persone}}: così nessuna riunione sarebbe valida. Cambia la regola o aggiungi componenti.',
  en: 'The rule asks for {needed, plural, one {# person present} other {# people present}}, but {seats, plural, =0 {nobody has a vote yet} one {only one person has a vote} other {only # people have a vote}}: no meeting would be valid. Change the rule or add members.',
} as const satisfies ProblemKind

export interface QuorumInput {
  readonly quorumKind: Quorum['kind']
  readonly quorumCount: number | null
  readonly quorumOf: number | null
}

/** What was asked for, refused when no meeting could ever meet it. */
export function quorumFrom({ quorumKind, quorumCount, quorumOf }: QuorumInput): Quorum {
  if (quorumKind === 'majority') return { kind: 'majority' }
  if (quorumCount === null) throw new Problem(quorumUnclear, { field: 'quorumCount' })
  if (quorumCount < 1) throw new Problem(quorumImpossible, { field: 'quorumCount' })
  if (quorumKind === 'number') return { kind: 'number', count: quorumCount }
  if (quorumOf === null) throw new Problem(quorumUnclear, { field: 'quorumOf' })
  if (quorumCount > quorumOf) throw new Problem(quorumImpossible, { field: 'quorumCount' })
  return { kind: 'fraction', count: quorumCount, of: quorumOf }
}

/** How many seats must be filled, out of so many. */
export function needed(quorum: Quorum, seats: number): number {
  if (quorum.kind === 'majority') return Math.floor(seats / 2) + 1
  return quorum.kind === 'number' ? quorum.count : Math.ceil((seats * quorum.count) / quorum.of)
}

export function mustBeReachable(quorum: Quorum, seats: number, field = ''): void {
  if (needed(quorum, seats) > seats || seats === 0)
    throw new Problem(quorumBeyondSeats, { field, needed: Math.max(1, needed(quorum, seats)), seats })
}
