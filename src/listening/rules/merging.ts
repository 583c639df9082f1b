import type { Day } from '../../kernel/day.ts'
import { Problem, type ProblemKind } from '../../kernel/problem.ts'
import { codeOf, type Need } from './needs.ts'

/** One need found to be the same as another: the other goes on for both. */
export interface Merger {
  readonly id: string
  readonly needId: string
  readonly intoId: string
  readonly reason: string
  readonly mergedOn: Day
  readonly undoneOn: Day | null
  readonly undoneReason: string | null
}

export const intoItself = {
  slug: 'need-into-itself',
  status: 422,
  it: 'Un’esigenza non si unisce a se stessa: scegline un’altra.',
  en: 'A need is not merged into itself: choose another.',
} as const satisfies ProblemKind

export const acrossEcosystems = {
  slug: 'needs-across-ecosystems',
  status: 422,
  it: 'Le due esigenze sono di ecosistemi diversi: si uniscono solo esigenze dello stesso ecosistema.',
  en: 'The two needs are of different ecosystems: only needs of one ecosystem are merged.',
} as const satisfies ProblemKind

export const intoMerged = {
  slug: 'need-into-merged',
  status: 422,
  it: '{code} è già unita a un’altra esigenza, che vale per entrambe: scegli quella.',
  en: '{code} is merged into another need already, which stands for both: choose that one.',
} as const satisfies ProblemKind

export const noSuchNeed = {
  slug: 'need-unknown',
  status: 422,
  it: 'L’esigenza scelta non c’è: cercala con il suo numero o con le sue parole.',
  en: 'The need chosen does not exist: search for it by its number or its words.',
} as const satisfies ProblemKind

export const notMerged = {
  slug: 'need-not-merged',
  status: 409,
  it: 'Questa esigenza non è unita a nessun’altra: non c’è nulla da separare.',
  en: 'This need is not merged into any other: there is nothing to separate.',
} as const satisfies ProblemKind

/**
 * A need goes into one that stands by itself. Since whatever goes stands no more, needs merged one after another make a
 * chain, never a circle.
 */
export function mustBeMergeable(
  need: { readonly id: string; readonly ecosystemId: string },
  into: Need | undefined,
  field = 'intoId',
): asserts into is Need {
  if (!into) throw new Problem(noSuchNeed, { field })
  if (into.id === need.id) throw new Problem(intoItself, { field })
  if (into.ecosystemId !== need.ecosystemId) throw new Problem(acrossEcosystems, { field })
  if (into.mergedInto) throw new Problem(intoMerged, { field, code: codeOf(into) })
}

export function mustBeMerged(need: Need): void {
  if (!need.mergedInto) throw new Problem(notMerged)
}

/** The need that stands for each, where needs went into others: itself, or the last of its chain. */
export function survivors(needs: readonly { readonly id: string; readonly mergedInto: string | null }[]): Map<string, string> {
  const into = new Map(needs.map(({ id, mergedInto }) => [id, mergedInto]))
  const last = (id: string): string => {
    let at = id
    for (let next = into.get(at); next; next = into.get(at)) at = next
    return at
  }
  return new Map(needs.map(({ id }) => [id, last(id)]))
}
