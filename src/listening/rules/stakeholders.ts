import type { PersonId } from '../../charter/policy.ts'
import { addDays, type Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { Problem, type ProblemKind } from '../../kernel/problem.ts'

export type StakeholderId = Id<'stakeholder'>

export const stakeholderKinds = [
  'administration',
  'firm',
  'citizens',
  'professional',
  'standards-body',
  'open-data',
  'university',
  'consultancy',
  'other',
] as const
export type StakeholderKind = (typeof stakeholderKinds)[number]

/** How far somebody takes part, each more than the one before. */
export const involvements = ['inform', 'consult', 'involve', 'co-design'] as const
export type Involvement = (typeof involvements)[number]

export const weights = [1, 2, 3, 4, 5] as const
export type Weight = (typeof weights)[number]

/** From this weight on, influence is high. */
const high = 4

export interface Stakeholder {
  readonly id: StakeholderId
  readonly ecosystemId: string
  readonly kind: StakeholderKind
  readonly organisationId: string | null
  /** Who speaks for the organisation or, without one, the stakeholder itself. */
  readonly personId: PersonId | null
  readonly showsName: boolean
  /** Null until whoever keeps the map has weighed one that came by itself to a hearing. */
  readonly interest: Weight | null
  readonly influence: Weight | null
  readonly involvement: Involvement
  readonly notes: string | null
  readonly addedOn: Day
  readonly removedOn: Day | null
  readonly revision: number
}

/** A day on which a stakeholder was involved outside hearings. */
export interface Involved {
  readonly id: string
  readonly stakeholderId: string
  readonly level: Involvement
  readonly day: Day
  readonly note: string
}

export const whoIsIt = {
  slug: 'stakeholder-without-name',
  status: 422,
  it: 'Scegli un’organizzazione, o scrivi nome e indirizzo di posta di una persona, o entrambi.',
  en: 'Choose an organisation, or write the name and the e-mail address of a person, or both.',
} as const satisfies ProblemKind

export const personHalfTold = {
  slug: 'stakeholder-person-half-told',
  status: 422,
  it: 'Di una persona servono sia il nome sia l’indirizzo di posta: scrivi quello che manca.',
  en: 'A person needs both a name and an e-mail address: write the one that is missing.',
} as const satisfies ProblemKind

export const onTheMapAlready = {
  slug: 'stakeholder-on-the-map',
  status: 409,
  it: 'È già sulla mappa di questo ecosistema: apri la sua scheda e aggiornala.',
  en: 'It is already on the map of this ecosystem: open it and bring it up to date.',
} as const satisfies ProblemKind

export const offTheMap = {
  slug: 'stakeholder-off-the-map',
  status: 409,
  it: 'Non è più sulla mappa dal {day}: per cambiarla va aggiunta di nuovo.',
  en: 'It has been off the map since {day}: to change it, add it again.',
} as const satisfies ProblemKind

export const involvedInTheFuture = {
  slug: 'involvement-in-the-future',
  status: 422,
  it: 'Si annota ciò che è già avvenuto: scegli un giorno fino a oggi.',
  en: 'What is noted has already happened: choose a day up to today.',
} as const satisfies ProblemKind

export interface Named {
  readonly organisationId: string | null
  readonly name: string | null
  readonly email: string | null
}

/** Null for a stakeholder that is an organisation alone. */
export function personToldBy({ organisationId, name, email }: Named): { name: string; email: string } | null {
  if (name && email) return { name, email }
  if (name || email) throw new Problem(personHalfTold, { field: name ? 'email' : 'name' })
  if (!organisationId) throw new Problem(whoIsIt, { field: 'organisationId' })
  return null
}

export function mustBeNew(others: readonly Stakeholder[], who: Pick<Stakeholder, 'organisationId' | 'personId'>): void {
  if (sameAs(others, who)) throw new Problem(onTheMapAlready, { field: who.organisationId ? 'organisationId' : 'email' })
}

/** An organisation stands once on a map, whoever speaks for it; so does a person who speaks for nobody else. */
export function sameAs(others: readonly Stakeholder[], { organisationId, personId }: Pick<Stakeholder, 'organisationId' | 'personId'>) {
  return others.find((other) =>
    organisationId ? other.organisationId === organisationId : other.organisationId === null && other.personId === personId,
  )
}

export function mustBeOnTheMap({ removedOn }: Pick<Stakeholder, 'removedOn'>): void {
  if (removedOn) throw new Problem(offTheMap, { day: removedOn })
}

export function mustHaveHappened(day: Day, today: Day): void {
  if (day > today) throw new Problem(involvedInTheFuture, { field: 'day' })
}

/** Those whom everybody sees: on the map on a day, and weighed. */
export function isShown({ interest, addedOn, removedOn }: Stakeholder, day: Day): boolean {
  return interest !== null && addedOn <= day && (removedOn === null || removedOn > day)
}

/** What is missing on a map. */
export interface Gaps {
  /** Kinds of which nobody was ever heard. */
  readonly neverHeard: readonly StakeholderKind[]
  /** Of high influence, and not involved for a year, or ever. */
  readonly silent: readonly { readonly id: StakeholderId; readonly last: Day | null }[]
}

/** `last` tells when each stakeholder was last involved, `heard` which were ever heard. */
export function gapsIn(
  stakeholders: readonly Stakeholder[],
  { last, heard }: { readonly last: ReadonlyMap<string, Day>; readonly heard: ReadonlySet<string> },
  today: Day,
): Gaps {
  const heardKinds = new Set(stakeholders.filter(({ id }) => heard.has(id)).map(({ kind }) => kind))
  const yearAgo = addDays(today, -365)
  return {
    neverHeard: stakeholderKinds.filter((kind) => kind !== 'other' && !heardKinds.has(kind)),
    silent: stakeholders
      .filter(({ id, influence }) => influence !== null && influence >= high && (last.get(id) ?? '') < yearAgo)
      .map(({ id }) => ({ id, last: last.get(id) ?? null })),
  }
}
