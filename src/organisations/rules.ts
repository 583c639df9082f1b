import { addDays, type Day } from '../kernel/day.ts'
import type { Id } from '../kernel/id.ts'
import { Problem, type ProblemKind } from '../kernel/problem.ts'

export type OrganisationId = Id<'organisation'>

export const organisationKinds = [
  'central',
  'territorial',
  'health',
  'university',
  'school',
  'research',
  'public-body',
  'public-service',
  'company',
  'association',
  'standards-body',
  'other',
] as const
export type OrganisationKind = (typeof organisationKinds)[number]

export interface Organisation {
  readonly id: OrganisationId
  /** The name that holds now. */
  readonly name: string
  readonly kind: OrganisationKind
  readonly parentId: OrganisationId | null
  readonly ipaCode: string | null
  readonly taxCode: string | null
  readonly ipaCategory: string | null
  readonly acronym: string | null
}

/** A name and when it held: without `from` since always, without `until` until further notice. */
export interface DatedName {
  readonly name: string
  readonly from: Day | null
  readonly until: Day | null
}

export const wrongIpaCode = {
  slug: 'wrong-ipa-code',
  status: 422,
  it: 'Un codice IPA ha da 2 a 30 caratteri: lettere, cifre e _ . - come in «c_h501» o «agid». Se non lo conosci, lascia vuoto.',
  en: 'An IPA code has 2 to 30 characters: letters, digits and _ . - as in “c_h501” or “agid”. If you do not know it, leave it empty.',
} as const satisfies ProblemKind

export const wrongTaxCode = {
  slug: 'wrong-tax-code',
  status: 422,
  it: 'Il codice fiscale di un ente ha 11 cifre, e l’ultima si calcola dalle altre: questo non torna. Controllalo.',
  en: 'An organisation’s tax code has 11 digits, the last one computed from the others: this one does not add up. Check it.',
} as const satisfies ProblemKind

export const ipaCodeTaken = {
  slug: 'ipa-code-taken',
  status: 409,
  it: 'Questo codice IPA è già di «{name}».',
  en: 'This IPA code already belongs to “{name}”.',
} as const satisfies ProblemKind

export const parentOfItself = {
  slug: 'parent-of-itself',
  status: 422,
  it: 'Così l’organizzazione starebbe dentro sé stessa: scegline un’altra come superiore.',
  en: 'The organisation would be inside itself: choose another parent.',
} as const satisfies ProblemKind

export const noSuchParent = {
  slug: 'no-such-parent',
  status: 422,
  it: 'L’organizzazione superiore scelta non c’è più: cercala di nuovo.',
  en: 'The parent organisation you chose is no longer there: search for it again.',
} as const satisfies ProblemKind

export const nameTooEarly = {
  slug: 'name-too-early',
  status: 422,
  it: 'Il nome attuale vale dal {since}: quello nuovo può valere solo da un giorno successivo.',
  en: 'The present name holds since {since}: the new one can hold only from a later day.',
} as const satisfies ProblemKind

export const nameInTheFuture = {
  slug: 'name-in-the-future',
  status: 422,
  it: 'Il nome nuovo può valere da oggi o da un giorno passato: un cambio futuro si registra quando avviene.',
  en: 'The new name can hold from today or from a past day: record a future change when it happens.',
} as const satisfies ProblemKind

/** The index does not tell capitals from small letters, and grants codes of these characters only. */
export function ipaCodeOf(text: string): string {
  const code = text.trim().toLowerCase()
  if (!/^[a-z0-9][a-z0-9._-]{1,29}$/.test(code)) throw new Problem(wrongIpaCode, { field: 'ipaCode' })
  return code
}

/** Eleven digits of which the last is the check digit (decree of 23 December 1976, the same as the VAT number's). */
export function isTaxCode(code: string): boolean {
  if (!/^\d{11}$/.test(code)) return false
  const sum = [...code].reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

export function taxCodeOf(text: string): string {
  const code = text.trim()
  if (!isTaxCode(code)) throw new Problem(wrongTaxCode, { field: 'taxCode' })
  return code
}

/** Closes the name that holds now on the day before the new one begins. */
export function renamed(current: DatedName, name: string, from: Day, today: Day): readonly [former: DatedName, current: DatedName] {
  if (from > today) throw new Problem(nameInTheFuture, { field: 'nameFrom' })
  if (current.from && from <= current.from) throw new Problem(nameTooEarly, { field: 'nameFrom', since: current.from })
  return [
    { ...current, until: addDays(from, -1) },
    { name, from, until: null },
  ]
}

/** `ancestors` are the parent chosen, its parent, and so on up. */
export function mustNotContainItself(id: string, ancestors: readonly string[]): void {
  if (ancestors.includes(id)) throw new Problem(parentOfItself, { field: 'parentId' })
}
