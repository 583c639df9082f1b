import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Day } from '../../kernel/day.ts'
import type { Lang } from '../../kernel/lang.ts'
import { Problem, type ProblemKind, tell } from '../../kernel/problem.ts'
import { say } from '../../kernel/words.ts'
import { findByNames } from '../../organisations/index.ts'
import type { Db } from '../../platform/db.ts'
import { fieldErrors } from '../../platform/form.ts'
import { EnterForm, type EnterInput, otherChannels, receivedInTheFuture } from '../actions/enter.ts'
import { bulkWords } from '../messages/bulk.ts'
import { type NamedPlaces, namedPlaceIn, namedPlacesOf } from '../named-places.ts'
import type { Consultation } from '../rules/consultation.ts'
import { channelClosed, closedDoors } from '../rules/contributions.ts'
import type { AtProtocol } from '../store/protocols.ts'
import type { Table } from './line.ts'
import { type BulkField, type Cells, cellsIn, dayIn, type Mapping, MappingForm } from './mapping.ts'

/** What was said of a file: on which channel its lines came, and what each column is. */
export const BulkForm = MappingForm.extend({ channel: z.enum(otherChannels) })
export interface Bulk {
  readonly channel: (typeof otherChannels)[number]
  readonly mapping: Mapping
}

/** A line of a file, as it would enter the ledger, or why it would not. */
export interface Judged {
  readonly line: number
  readonly cells: Cells
  readonly entry: EnterInput | null
  readonly why: string | null
}

export const twiceInFile = {
  slug: 'twice-in-the-file',
  status: 422,
  it: 'È uguale alla riga {line}: stesso protocollo e stesso testo.',
  en: 'It is the same as line {line}: same protocol number and same text.',
} as const satisfies ProblemKind

export const organisationUnknown = {
  slug: 'organisation-unknown',
  status: 422,
  it: 'L’organizzazione «{name}» non è nel registro, o il nome è di più d’una: aggiungila o correggi il nome.',
  en: 'The organisation “{name}” is not in the register, or several bear its name: add it or correct the name.',
} as const satisfies ProblemKind

/** Every line of a table, in order. Nothing is written. */
export async function judged(db: Db, lang: Lang, today: Day, consultation: Consultation, { lines }: Table, bulk: Bulk): Promise<Judged[]> {
  const places = await namedPlacesOf(db, consultation.versionId)
  const named = [...new Set(lines.map((line) => cellsIn(line, bulk.mapping).organisation))].filter((name) => name !== '')
  const organisations = await findByNames(db, named)
  const seen = new Map<string, number>()
  return lines.map((line) => {
    const cells = cellsIn(line, bulk.mapping)
    try {
      const entry = entryOf(lang, cells, { channel: bulk.channel, places, organisations })
      mustFit(entry, consultation, today)
      const before = seen.get(entry.key)
      if (before !== undefined) throw new Problem(twiceInFile, { line: before })
      seen.set(entry.key, line.line)
      return { line: line.line, cells, entry, why: null }
    } catch (error) {
      const why = error instanceof Problem ? tell(lang, error) : error instanceof Refused ? error.message : null
      if (why === null) throw error
      return { line: line.line, cells, entry: null, why }
    }
  })
}

/** Told already in words, field by field. */
class Refused extends Error {}

interface Known {
  readonly channel: Bulk['channel']
  readonly places: NamedPlaces
  readonly organisations: ReadonlyMap<string, string>
}

function entryOf(lang: Lang, cells: Cells, { channel, places, organisations }: Known): EnterInput {
  const organisationId = cells.organisation === '' ? null : (organisations.get(cells.organisation) ?? null)
  if (cells.organisation !== '' && !organisationId) throw new Problem(organisationUnknown, { name: cells.organisation.slice(0, 200) })
  const parsed = EnterForm.safeParse({
    channel,
    authorName: cells.authorName,
    authorEmail: cells.authorEmail,
    organisationId,
    protocolNumber: cells.protocolNumber,
    protocolDay: dayIn(cells.protocolDay) ?? cells.protocolDay,
    ...namedPlaceIn(cells.place, places),
    text: cells.text,
    key: keyOf(cells),
  })
  if (parsed.success) return parsed.data
  const errors = Object.entries(fieldErrors(lang, parsed.error))
  throw new Refused(errors.map(([field, error]) => `${say(lang, bulkWords, `field.${field as BulkField}`)}: ${error}`).join(' '))
}

function mustFit({ channel, protocolDay, text }: EnterInput, consultation: Consultation, today: Day): void {
  const { opensOn, closesOn, openedAt, channels } = consultation
  if (!channels.includes(channel)) throw new Problem(channelClosed)
  if (protocolDay > today) throw new Problem(receivedInTheFuture)
  if (!openedAt || !opensOn || !closesOn || protocolDay < opensOn || protocolDay > closesOn) throw closedDoors(consultation, protocolDay)
  if (!text) throw new Problem(textMissing)
}

export const textMissing = {
  slug: 'bulk-text-missing',
  status: 422,
  it: 'Manca il testo.',
  en: 'The text is missing.',
} as const satisfies ProblemKind

const bulkMark = 'bulk-'

/** The same line has the same key in whatever file it comes: its protocol, its number if any, and the hash of what it says. */
function keyOf({ protocolNumber, reference, organisation, text }: Cells): string {
  const said = JSON.stringify([protocolNumber, reference, organisation, text])
  return `${bulkMark}${createHash('sha256').update(said).digest('hex')}`
}

/** A line arrived before under its own key, or was keyed in by hand with the same words. */
export function isThere({ key, organisationId, text }: EnterInput, reference: string, there: readonly AtProtocol[]): boolean {
  return there.some(
    (one) =>
      one.key === key ||
      (one.text === text && one.organisationId === organisationId && (reference === '' || !one.key.startsWith(bulkMark))),
  )
}
