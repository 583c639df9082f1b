import type { State } from '../../charter/states.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { Problem, type ProblemKind } from '../../kernel/problem.ts'

export type RankingId = Id<'ranking'>

/** A round in which interventions are put in order. */
export interface Ranking {
  readonly id: RankingId
  readonly ecosystemId: string
  /** The body whose members give scores. */
  readonly bodyId: string
  readonly number: number
  readonly title: string
  readonly begunOn: Day
  readonly frozenOn: Day | null
  readonly closedOn: Day | null
  readonly abandonedOn: Day | null
  readonly abandonedReason: string | null
}

export const directions = ['more', 'less'] as const
export type Direction = (typeof directions)[number]

export interface Criterion {
  readonly id: string
  readonly name: string
  readonly explanation: string | null
  /** Out of a hundred. */
  readonly weight: number
  /** Whether a high score speaks for an intervention, or against it. */
  readonly direction: Direction
}

export interface Option {
  readonly id: string
  /** The block of the vision that it was. */
  readonly blockId: string
  readonly title: string
}

export const highest = 5

export const rankingStates = ['method', 'scoring', 'closed', 'abandoned'] as const
export type RankingState = (typeof rankingStates)[number]

export function rankingState({ frozenOn, closedOn, abandonedOn }: Pick<Ranking, 'frozenOn' | 'closedOn' | 'abandonedOn'>): RankingState {
  if (abandonedOn) return 'abandoned'
  if (closedOn) return 'closed'
  return frozenOn ? 'scoring' : 'method'
}

export const markOfRanking: Record<RankingState, State> = { method: 'todo', scoring: 'doing', closed: 'done', abandoned: 'blocked' }

/** Few enough to weigh in one's head, and to try every change of their weights. */
export const mostCriteria = 7
const mostOptions = 40

export const noGroup = {
  slug: 'ranking-without-group',
  status: 422,
  it: 'I punteggi li dà il gruppo di lavoro, che in questo ecosistema non è in carica: prima va costituito.',
  en: 'Scores are given by the working group, and this ecosystem has none in office: constitute it first.',
} as const satisfies ProblemKind

export const rankingOpen = {
  slug: 'ranking-open-already',
  status: 409,
  it: 'La classifica numero {number} è ancora aperta: chiudila, oppure abbandonala dicendo perché; poi se ne comincia un’altra.',
  en: 'Ranking number {number} is still open: close it, or give it up saying why; then another is begun.',
} as const satisfies ProblemKind

export const methodFrozen = {
  slug: 'ranking-method-frozen',
  status: 409,
  it: 'Il metodo è congelato dal {on}: non si cambia più. Per un altro metodo abbandona questa classifica e cominciane una nuova.',
  en: 'The method has been frozen since {on}: it does not change any more. For another method give this ranking up and begin a new one.',
} as const satisfies ProblemKind

export const weightsZero = {
  slug: 'ranking-weights-zero',
  status: 422,
  it: 'I pesi sono tutti zero, così nessun criterio conta: distribuisci 100 punti tra i criteri.',
  en: 'All weights are zero, so that no criterion counts: share 100 points among the criteria.',
} as const satisfies ProblemKind

export const weightsNot100 = {
  slug: 'ranking-weights-not-100',
  status: 422,
  it: 'I pesi insieme fanno {sum}, e devono fare 100: {over, select, true {togline {by}} other {aggiungine {by}}}.',
  en: 'The weights add up to {sum}, and must add up to 100: {over, select, true {take {by} away} other {add {by}}}.',
} as const satisfies ProblemKind

export const criteriaAlike = {
  slug: 'ranking-criteria-alike',
  status: 422,
  it: 'Due criteri si chiamano «{name}»: dai a ciascuno un nome diverso.',
  en: 'Two criteria are called “{name}”: give each a name of its own.',
} as const satisfies ProblemKind

export const criteriaMissing = {
  slug: 'ranking-criteria-missing',
  status: 422,
  it: 'Serve almeno un criterio, e al massimo {most}.',
  en: 'At least one criterion is needed, and at most {most}.',
} as const satisfies ProblemKind

export const tooFewOptions = {
  slug: 'ranking-too-few-interventions',
  status: 422,
  it: 'Nella bozza della visione ci sono {count, plural, =0 {zero interventi prioritari} one {# intervento prioritario} other {# interventi prioritari}}: per una classifica ne servono almeno due, e al massimo {most}.',
  en: 'The draft of the vision holds {count, plural, =0 {no priority interventions} one {# priority intervention} other {# priority interventions}}: a ranking needs two at least, and {most} at most.',
} as const satisfies ProblemKind

export const notScoring = {
  slug: 'ranking-not-scoring',
  status: 409,
  it: '{state, select, method {Il metodo non è ancora congelato: prima si decide come, poi si danno i punteggi.} closed {La classifica è chiusa: i punteggi non si cambiano più.} other {La classifica è stata abbandonata.}}',
  en: '{state, select, method {The method is not frozen yet: first how is decided, then scores are given.} closed {The ranking is closed: scores do not change any more.} other {The ranking was given up.}}',
} as const satisfies ProblemKind

export const nobodyScored = {
  slug: 'ranking-without-scores',
  status: 409,
  it: 'Nessuno ha ancora dato i punteggi: senza, non c’è nulla da mettere in ordine.',
  en: 'Nobody has given scores yet: without any there is nothing to put in order.',
} as const satisfies ProblemKind

export const overAlready = {
  slug: 'ranking-over',
  status: 409,
  it: 'La classifica è già {state, select, closed {chiusa} other {abbandonata}}.',
  en: 'The ranking is already {state, select, closed {closed} other {given up}}.',
} as const satisfies ProblemKind

export const notClosed = {
  slug: 'ranking-not-closed',
  status: 409,
  it: 'Il risultato si vede quando la classifica è chiusa.',
  en: 'The result is seen once the ranking is closed.',
} as const satisfies ProblemKind

export function mustBeClosed(ranking: Ranking): void {
  if (rankingState(ranking) !== 'closed') throw new Problem(notClosed)
}

export function mustBeAlone(others: readonly Ranking[]): void {
  const open = others.find((one) => ['method', 'scoring'].includes(rankingState(one)))
  if (open) throw new Problem(rankingOpen, { number: open.number })
}

export function mustBeOpenToMethod(ranking: Ranking): void {
  mustNotBeOver(ranking)
  if (ranking.frozenOn) throw new Problem(methodFrozen, { on: ranking.frozenOn })
}

export function mustBeScoring(ranking: Ranking): void {
  const state = rankingState(ranking)
  if (state !== 'scoring') throw new Problem(notScoring, { state })
}

export function mustNotBeOver(ranking: Ranking): void {
  const state = rankingState(ranking)
  if (state === 'closed' || state === 'abandoned') throw new Problem(overAlready, { state })
}

/** A method says what counts, and shares a hundred points among it. */
export function mustWeigh(criteria: readonly Pick<Criterion, 'name' | 'weight'>[]): void {
  if (criteria.length === 0 || criteria.length > mostCriteria) throw new Problem(criteriaMissing, { field: 'name-1', most: mostCriteria })
  const names = criteria.map(({ name }) => name.toLocaleLowerCase('it'))
  const twice = criteria.find(({ name }, index) => names.indexOf(name.toLocaleLowerCase('it')) !== index)
  if (twice) throw new Problem(criteriaAlike, { field: 'name-1', name: twice.name })
  const sum = criteria.reduce((all, { weight }) => all + weight, 0)
  if (sum === 0) throw new Problem(weightsZero, { field: 'weight-1' })
  if (sum !== 100) throw new Problem(weightsNot100, { field: 'weight-1', sum, over: String(sum > 100), by: Math.abs(sum - 100) })
}

export function mustBeRankable(options: readonly unknown[]): void {
  if (options.length < 2 || options.length > mostOptions) throw new Problem(tooFewOptions, { count: options.length, most: mostOptions })
}
