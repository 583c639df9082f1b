import { createHash } from 'node:crypto'
import { setImmediate as letOthers } from 'node:timers/promises'
import { z } from 'zod'
import type { Day } from '../../kernel/day.ts'
import type { Lang } from '../../kernel/lang.ts'
import { Problem, type ProblemKind, tell } from '../../kernel/problem.ts'
import { isKeepable } from '../../kernel/text.ts'
import { say } from '../../kernel/words.ts'
import { findByNames } from '../../organisations/index.ts'
import type { Db } from '../../platform/db.ts'
import { fieldErrors, line, optional } from '../../platform/form.ts'
import { EnterForm, type EnterInput, otherChannels, receivedInTheFuture } from '../actions/enter.ts'
import { bulkWords } from '../messages/bulk.ts'
import { type NamedPlaces, namedPlaceIn, namedPlacesOf } from '../named-places.ts'
import type { Consultation } from '../rules/consultation.ts'
import { channelClosed, closedDoors } from '../rules/contributions.ts'
import type { Line, Table } from './line.ts'
import { type Bulk, type BulkField, type Cells, cellsIn, dayIn, MappingForm } from './mapping.ts'

export const BulkForm = MappingForm.extend({ channel: z.enum(otherChannels) })

/** Told to whoever reads, in their language. */
export type Why = Readonly<Record<Lang, string>>

/** A line of a file, as it would enter the ledger, or why it would not. */
export interface Judged {
  readonly line: number
  readonly cells: Cells
  readonly entry: EnterInput | null
  readonly why: Why | null
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

export const arrivedOutside = {
  slug: 'arrived-outside',
  status: 422,
  it: 'È arrivata il {on}, e la consultazione va dal {opensOn} al {closesOn}.',
  en: 'It arrived on {on}, and the consultation goes from {opensOn} to {closesOn}.',
} as const satisfies ProblemKind

export const textMissing = {
  slug: 'bulk-text-missing',
  status: 422,
  it: 'Manca il testo.',
  en: 'The text is missing.',
} as const satisfies ProblemKind

export const whyOf = (problem: Problem): Why => ({ it: tell('it', problem), en: tell('en', problem) })

/** How many lines are judged before whoever else waits gets a turn. */
const atOnce = 200

/** Judges the lines of one file, in their order: it remembers those before. Nothing is written. */
export class Judge {
  readonly #known: Known
  readonly #versionId: string
  readonly #seen = new Map<string, number>()

  private constructor(known: Known, versionId: string) {
    this.#known = known
    this.#versionId = versionId
  }

  static async of(db: Db, { versionId }: Consultation, { lines }: Table, { channel, mapping }: Bulk): Promise<Judge> {
    const places = await namedPlacesOf(db, versionId)
    const named = new Set(lines.map((line) => cellsIn(line, mapping).organisation))
    const organisations = await findByNames(
      db,
      [...named].filter((name) => name !== '' && isKeepable(name)),
    )
    return new Judge({ channel, mapping, places, organisations }, versionId)
  }

  /** The places of the text are known of one version alone. */
  isOf({ versionId }: Consultation): boolean {
    return versionId === this.#versionId
  }

  async lines(consultation: Consultation, today: Day, lines: readonly Line[]): Promise<Judged[]> {
    const judged: Judged[] = []
    for (const one of lines) {
      if (judged.length % atOnce === atOnce - 1) await letOthers()
      judged.push(this.#one(consultation, today, one))
    }
    return judged
  }

  #one(consultation: Consultation, today: Day, given: Line): Judged {
    const { line } = given
    const cells = cellsIn(given, this.#known.mapping)
    try {
      const entry = entryOf(cells, this.#known)
      mustFit(entry, consultation, today)
      const before = this.#seen.get(entry.key)
      if (before !== undefined) throw new Problem(twiceInFile, { line: before })
      this.#seen.set(entry.key, line)
      return { line, cells, entry, why: null }
    } catch (error) {
      const why = error instanceof Problem ? whyOf(error) : error instanceof Refused ? error.why : null
      if (why === null) throw error
      return { line, cells, entry: null, why }
    }
  }
}

/** Told already in words, field by field. */
class Refused extends Error {
  readonly why: Why

  constructor(error: z.ZodError) {
    super('refused')
    this.why = { it: wordsOf('it', error), en: wordsOf('en', error) }
  }
}

interface Known extends Bulk {
  readonly places: NamedPlaces
  readonly organisations: ReadonlyMap<string, string>
}

/** What is looked for by name, before it is looked for. */
const NamesForm = z.object({ organisation: optional(line(300)), place: optional(line(300)) })

function entryOf(cells: Cells, { channel, places, organisations }: Known): EnterInput {
  const names = NamesForm.safeParse(cells)
  if (!names.success) throw new Refused(names.error)
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
  throw new Refused(parsed.error)
}

function wordsOf(lang: Lang, error: z.ZodError): string {
  const errors = Object.entries(fieldErrors(lang, error))
  return errors.map(([field, words]) => `${say(lang, bulkWords, `field.${field as BulkField}`)}: ${words}`).join(' ')
}

function mustFit({ channel, protocolDay, text }: EnterInput, consultation: Consultation, today: Day): void {
  const { firstOpensOn: opensOn, closesOn, openedAt, concludedAt, channels } = consultation
  if (!channels.includes(channel)) throw new Problem(channelClosed)
  if (protocolDay > today) throw new Problem(receivedInTheFuture)
  if (!openedAt || !opensOn || !closesOn || concludedAt) throw closedDoors(consultation, today)
  if (protocolDay < opensOn || protocolDay > closesOn) throw new Problem(arrivedOutside, { on: protocolDay, opensOn, closesOn })
  if (!text) throw new Problem(textMissing)
}

const bulkMark = 'bulk-'

/** The same line has the same key in whatever file it comes: its protocol, its number if any, and the hash of what it says. */
function keyOf({ protocolNumber, reference, organisation, text }: Cells): string {
  const said = JSON.stringify([protocolNumber, reference, organisation, text])
  return `${bulkMark}${createHash('sha256').update(said).digest('hex')}`
}

export const isBulkKey = (key: string): boolean => key.startsWith(bulkMark)
