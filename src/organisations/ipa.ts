import { addDays, type Day, isDay } from '../kernel/day.ts'
import { isKeepable, isVisible } from '../kernel/text.ts'
import { type DatedName, isTaxCode, type Organisation, type OrganisationKind, renamed } from './rules.ts'

/** A line of the file `enti` of the index of public administrations, as it is written there. */
export interface IpaRow {
  readonly line: number
  readonly code: string
  readonly name: string
  readonly taxCode: string
  readonly category: string
  readonly acronym: string
  readonly updatedOn: string
  /** The line has too many columns, or too few, or quotes that do not close. */
  readonly broken?: boolean
}

export const refusalReasons = [
  'broken',
  'no-code',
  'wrong-code',
  'repeated-code',
  'no-name',
  'long-name',
  'unreadable-name',
  'wrong-tax-code',
  'wrong-category',
] as const
export type RefusalReason = (typeof refusalReasons)[number]

export interface Refusal {
  readonly line: number
  readonly code: string
  readonly reason: RefusalReason
}

/** A line that can be kept. What the file leaves empty is null, and changes nothing. */
export interface IpaEntry {
  readonly ipaCode: string
  readonly name: string
  readonly taxCode: string | null
  readonly ipaCategory: string | null
  readonly kind: OrganisationKind
  readonly acronym: string | null
  readonly updatedOn: Day | null
}

// The categories of the index. Those not listed are of several natures: whoever knows can correct the kind.
const categories: Partial<Record<OrganisationKind, string>> = {
  central: 'C1 C2 C5 C10 C11 L46 L47',
  territorial: 'L1 L4 L5 L6 L12 L18 L24 L36 L45',
  health: 'C12 L7 L8 L22',
  university: 'L15 L17 L28 L43',
  school: 'L33',
  research: 'C8',
  'public-body': 'C3 C7 C13 C14 C16 L2 L10 L11 L13 L16 L19 L20 L21 L31 L34 L35 L38 L39 L40 L42 L44',
  'public-service': 'L37 SAG',
  company: 'S01',
}
const kindByCategory = new Map(
  Object.entries(categories).flatMap(([kind, codes]) => codes.split(' ').map((code) => [code, kind as OrganisationKind] as const)),
)

export function kindOfCategory(category: string | null): OrganisationKind {
  return kindByCategory.get(category ?? '') ?? 'other'
}

/** Checks one line, or says why it is refused. Nothing in it is guessed or put right. */
export function entryOf(row: IpaRow): IpaEntry | RefusalReason {
  if (row.broken) return 'broken'
  const ipaCode = row.code.trim().toLowerCase()
  const name = row.name.trim()
  const taxCode = row.taxCode.trim() || null
  const ipaCategory = row.category.trim().toUpperCase() || null
  if (!ipaCode) return 'no-code'
  if (!/^[a-z0-9][a-z0-9._-]{1,29}$/.test(ipaCode)) return 'wrong-code'
  if (!name) return 'no-name'
  if (name.length > 500) return 'long-name'
  if (!isReadable(name)) return 'unreadable-name'
  if (taxCode !== null && !isTaxCode(taxCode)) return 'wrong-tax-code'
  if (ipaCategory !== null && !/^[A-Z][A-Z0-9]{0,4}$/.test(ipaCategory)) return 'wrong-category'
  // An acronym that cannot be kept is left out: the organisation is worth more than it.
  const written = row.acronym.trim()
  const acronym = written.length <= 60 && isReadable(written) ? written : null
  return { ipaCode, name, taxCode, ipaCategory, kind: kindOfCategory(ipaCategory), acronym, updatedOn: dayIn(row.updatedOn) }
}

/** One line that shows something, without the sign of a failed decoding. */
function isReadable(text: string): boolean {
  return isKeepable(text) && isVisible(text) && !/[\t\r\n\uFFFD]/.test(text)
}

/** '2021-03-04', '2021-03-04T10:00:00' or '04/03/2021'; anything else tells no day. */
function dayIn(text: string): Day | null {
  const iso = text
    .trim()
    .slice(0, 10)
    .replace(/^(\d\d)\/(\d\d)\/(\d{4})$/, '$3-$2-$1')
  return isDay(iso) ? iso : null
}

/** What is already known of the organisation that a line speaks of. */
export interface Known extends Organisation {
  readonly nameFrom: Day | null
  /** The line writes the same name, but for capitals, accents and signs. */
  readonly sameName: boolean
}

export interface Correction {
  readonly organisation: Organisation
  /** The present name is written otherwise, without being another name. */
  readonly respelt: string | null
  /** The former name, closed, and the new one. */
  readonly renamed: readonly [DatedName, DatedName] | null
}

/** What a line changes in an organisation already known; null when nothing. */
export function correctionFor(entry: IpaEntry, known: Known, today: Day): Correction | null {
  const { nameFrom, sameName, ...before } = known
  const organisation: Organisation = {
    ...before,
    name: entry.name,
    ipaCode: entry.ipaCode,
    taxCode: entry.taxCode ?? before.taxCode,
    acronym: entry.acronym ?? before.acronym,
    ipaCategory: entry.ipaCategory ?? before.ipaCategory,
    // A kind corrected by hand stays, until the index moves the organisation to another category.
    kind: entry.ipaCategory && entry.ipaCategory !== before.ipaCategory ? entry.kind : before.kind,
  }
  if ((Object.keys(organisation) as (keyof Organisation)[]).every((column) => organisation[column] === before[column])) return null
  if (entry.name === before.name) return { organisation, respelt: null, renamed: null }
  const current = { name: before.name, from: nameFrom, until: null }
  const from = renamingDay(entry.updatedOn, nameFrom, today)
  if (sameName || !from) return { organisation, respelt: entry.name, renamed: null }
  return { organisation, respelt: null, renamed: renamed(current, entry.name, from, today) }
}

/** The day the index was updated, where it can be the day of the new name; today otherwise; null for a name as young as today. */
function renamingDay(updatedOn: Day | null, nameFrom: Day | null, today: Day): Day | null {
  const earliest = nameFrom ? addDays(nameFrom, 1) : null
  const possible = (d: Day) => d <= today && (!earliest || d >= earliest)
  return [updatedOn, today].find((d) => d !== null && possible(d)) ?? null
}
