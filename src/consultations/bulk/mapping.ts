import { z } from 'zod'
import { addDays, type Day, day, isLikelyDay } from '../../kernel/day.ts'
import type { Channel } from '../rules/consultation.ts'
import type { Line } from './line.ts'

export const bulkFields = [
  'protocolNumber',
  'protocolDay',
  'reference',
  'authorName',
  'authorEmail',
  'organisation',
  'text',
  'place',
] as const
export type BulkField = (typeof bulkFields)[number]

/** Without these a line says nothing that can be recorded. */
export const neededFields: readonly BulkField[] = ['protocolNumber', 'protocolDay', 'authorName', 'text']

/** The column of each field, from 0; null for one that the file does not hold. */
export type Mapping = Readonly<Record<BulkField, number | null>>

/** What was said of a file: on which channel its lines came, and what each column is. */
export interface Bulk {
  readonly channel: Exclude<Channel, 'platform'>
  readonly mapping: Mapping
}

const columnField = z.preprocess(
  (value) => (value === '' || value === undefined ? null : value),
  z.coerce.number().int().min(0).max(100).nullable(),
)

export const MappingForm = z.object(
  Object.fromEntries(bulkFields.map((field) => [field, columnField])) as Record<BulkField, typeof columnField>,
)

/** What was said so far, field by field: one that makes no sense takes none of the others with it. */
export function mappingIn(given: Readonly<Record<string, unknown>>): Mapping {
  const entries = bulkFields.map((field) => [field, columnField.safeParse(given[field]).data ?? null])
  return Object.fromEntries(entries) as Mapping
}

const usual: Readonly<Record<BulkField, RegExp>> = {
  protocolNumber: /protocol|^prot\b/,
  protocolDay: /^data|ricevut|arriv|received|^date|^day|giorno/,
  reference: /^(?:n|nr|num|numero|number|id|progressivo)\.?$/,
  authorName: /^nom|nominativ|autore|mittente|author|^name|sender|cognome/,
  authorEmail: /mail|posta|pec\b/,
  organisation: /organi[sz]|^ente|societ|denominazione|company/,
  text: /test|osservazion|contribut|comment|text|propost/,
  place: /sezion|paragraf|section|block|blocco|paragraph|capitol/,
}

/** What each column seems to be, by its name: whoever imports looks at it and mends it. */
export function guessed(columns: readonly string[]): Mapping {
  const taken = new Set<number>()
  const entries = bulkFields.map((field) => {
    const at = columns.findIndex((name, place) => !taken.has(place) && seems(field, name))
    if (at >= 0) taken.add(at)
    return [field, at >= 0 ? at : null]
  })
  return Object.fromEntries(entries) as Mapping
}

function seems(field: BulkField, name: string): boolean {
  const plain = name.toLowerCase().replaceAll('_', ' ').trim()
  // 'Data protocollo' is the day, not the number.
  if (field === 'protocolNumber' && usual.protocolDay.test(plain)) return false
  return usual[field].test(plain)
}

export type Cells = Readonly<Record<BulkField, string>>

export function cellsIn({ cells }: Line, mapping: Mapping): Cells {
  const entries = bulkFields.map((field) => {
    const at = mapping[field]
    return [field, at === null ? '' : (cells[at] ?? '')]
  })
  return Object.fromEntries(entries) as Cells
}

/** Spreadsheets count days from here. */
const dayZero = day('1899-12-30')

/** A day as people, programs and spreadsheets write it: '5/8/2020', '2020-08-05T10:00', '44048'. */
export function dayIn(text: string): Day | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(text)
  const italian = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: .*)?$/.exec(text)
  const [year, month, date] = iso ? iso.slice(1) : italian ? italian.slice(1).reverse() : []
  if (year && month && date) {
    const written = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
    return isLikelyDay(written) ? written : null
  }
  return /^\d{5}(?:\.\d+)?$/.test(text) ? addDays(dayZero, Math.floor(Number(text))) : null
}
