import { Problem, type ProblemKind } from '../../kernel/problem.ts'

export const ownerNeeded = {
  slug: 'project-owner-needed',
  status: 422,
  it: 'Serve almeno un’amministrazione responsabile: cercala per nome e scegline una tra quelle proposte.',
  en: 'At least one responsible administration is needed: search for it by name and choose one of those offered.',
} as const satisfies ProblemKind

export const ownerUnknown = {
  slug: 'project-owner-unknown',
  status: 422,
  it: 'Una delle organizzazioni scelte non è nell’elenco: cercala di nuovo.',
  en: 'One of the organisations chosen is not in the list: search for it again.',
} as const satisfies ProblemKind

export const tooManyOwners = {
  slug: 'project-owners-too-many',
  status: 422,
  it: 'Al massimo {most} amministrazioni per progetto.',
  en: 'At most {most} administrations for each project.',
} as const satisfies ProblemKind

const most = 30

/** Somebody always answers for a project. */
export function mustBeAnswerable(ids: readonly string[], known: ReadonlyMap<string, string>): void {
  if (ids.length === 0) throw new Problem(ownerNeeded, { field: 'organisationIds' })
  if (ids.length > most) throw new Problem(tooManyOwners, { field: 'organisationIds', most })
  if (ids.some((id) => !known.has(id))) throw new Problem(ownerUnknown, { field: 'organisationIds' })
}
