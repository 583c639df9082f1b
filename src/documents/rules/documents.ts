import { type Actor, type Place, type Role, rolesIn } from '../../charter/policy.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { Lang } from '../../kernel/lang.ts'
import { Problem, type ProblemKind } from '../../kernel/problem.ts'

export type DocumentId = Id<'document'>

export const documentKinds = ['perimeter', 'vision', 'strategy', 'other'] as const
export type DocumentKind = (typeof documentKinds)[number]

export interface Document {
  readonly id: DocumentId
  readonly ecosystemId: string
  readonly cycleId: string
  readonly kind: DocumentKind
  readonly titleIt: string
  readonly titleEn: string | null
  /** The bodies whose members work on it, besides whoever leads the ecosystem. */
  readonly bodies: readonly string[]
  readonly begunOn: Day
}

export const kindTaken = {
  slug: 'document-kind-taken',
  status: 409,
  it: 'In questo ciclo c’è già un documento di questo tipo: continua quello, oppure scegli «altro documento».',
  en: 'In this cycle there is already a document of this kind: go on with that one, or choose “other document”.',
} as const satisfies ProblemKind

export const foreignBody = {
  slug: 'document-foreign-body',
  status: 422,
  it: 'Uno dei gruppi scelti non è di questo ecosistema: scegli tra quelli proposti.',
  en: 'One of the bodies chosen is not of this ecosystem: choose among those offered.',
} as const satisfies ProblemKind

/** A cycle has one perimeter, one vision and one strategy; other documents as many as it needs. */
export function mustBeTheOnlyOne(kind: DocumentKind, others: readonly Pick<Document, 'kind'>[]): void {
  if (kind !== 'other' && others.some((other) => other.kind === kind)) throw new Problem(kindTaken, { field: 'kind' })
}

export function mustBelong(bodies: readonly string[], known: readonly string[]): void {
  if (bodies.some((id) => !known.includes(id))) throw new Problem(foreignBody, { field: 'bodies' })
}

export const titleIn = (lang: Lang, { titleIt, titleEn }: Pick<Document, 'titleIt' | 'titleEn'>): string =>
  lang === 'en' ? (titleEn ?? titleIt) : titleIt

/** A document stands in its ecosystem; the members of its bodies hold their roles there too. */
export function placeOfDocument({ ecosystemId, bodies }: Pick<Document, 'ecosystemId' | 'bodies'>): Place {
  return { kind: 'ecosystem', id: ecosystemId, bodies }
}

const within: readonly Role[] = ['officer', 'lead', 'chair', 'secretary', 'rapporteur', 'member', 'observer']

/** Drafts and comments are for those who belong to the bodies that work on it, whoever leads its ecosystem, and AGID. */
export function isInsider(actor: Actor, document: Pick<Document, 'ecosystemId' | 'bodies'>): boolean {
  if (actor.onlyRooms && !actor.onlyRooms.includes('documents')) return false
  const roles = rolesIn(actor, placeOfDocument(document))
  return within.some((role) => roles.has(role))
}
