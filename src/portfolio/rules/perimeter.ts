import { Problem, type ProblemKind } from '../../kernel/problem.ts'

export const relationNeeded = {
  slug: 'perimeter-relation-needed',
  status: 422,
  it: 'Di’ con quale altro ecosistema c’è la relazione.',
  en: 'Say which other ecosystem the relation is with.',
} as const satisfies ProblemKind

export const relationToItself = {
  slug: 'perimeter-relation-to-itself',
  status: 422,
  it: 'Un ecosistema non ha relazioni con se stesso: scegline un altro.',
  en: 'An ecosystem has no relations with itself: choose another.',
} as const satisfies ProblemKind

export const foreignNeed = {
  slug: 'vision-need-elsewhere',
  status: 422,
  it: 'Una delle esigenze scelte non è di questo ecosistema, o è stata unita a un’altra: cercala di nuovo.',
  en: 'One of the needs chosen is not of this ecosystem, or was merged into another: search for it again.',
} as const satisfies ProblemKind

/** A relation names the other ecosystem; what is not a relation names none. */
export function relationOf(about: string, other: string | null, ecosystemId: string, known: readonly string[]): string | null {
  if (about !== 'ecosystems') return null
  if (!other || !known.includes(other)) throw new Problem(relationNeeded, { field: 'ecosystemId' })
  if (other === ecosystemId) throw new Problem(relationToItself, { field: 'ecosystemId' })
  return other
}

interface Known {
  readonly id: string
  readonly ecosystemId: string
  readonly mergedInto: string | null
}

export function mustAllBeHere(ids: readonly string[], needs: ReadonlyMap<string, Known>, ecosystemId: string): void {
  const here = (id: string) => needs.get(id)?.ecosystemId === ecosystemId && needs.get(id)?.mergedInto === null
  if (!ids.every(here)) throw new Problem(foreignNeed, { field: 'needs' })
}
