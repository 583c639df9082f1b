import { type SqlBool, sql } from 'kysely'
import { decodeCursor, type Slice, sliceOf } from '../../kernel/cursor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Lang } from '../../kernel/lang.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import { type Db, kept } from '../../platform/db.ts'
import { changesOf, type Topic } from '../../platform/revisions.ts'
import type { Channel, Consultation, ConsultationId, ConsultationKind, OpenedConsultation } from '../rules/consultation.ts'

const own = (db: Db) => db.$pickTables<'consultation' | 'consultationTally'>()

const columns = [
  'id',
  'ecosystemId',
  'cycleId',
  'documentId',
  'versionId',
  'kind',
  'titleIt',
  'titleEn',
  'aimsIt',
  'aimsEn',
  'participants',
  'channels',
  'languages',
  'contactOffice',
  'contactMail',
  'contactCertifiedMail',
  'contactAddress',
  'supports',
  'comments',
  'opensOn',
  'closesOn',
  'firstOpensOn',
  'minimumDays',
  'opensAt',
  'closesAt',
  'suspendedOn',
  'createdAt',
  'openedAt',
  'discardedAt',
  'discardReason',
  'concludedAt',
  'revision',
] as const
const all = (db: Db) => own(db).selectFrom('consultation').select(columns)
type Row = Awaited<ReturnType<ReturnType<typeof all>['execute']>>[number]

function toConsultation(row: Row): Consultation {
  return {
    ...row,
    id: row.id as ConsultationId,
    kind: row.kind as ConsultationKind,
    participants: row.participants as Consultation['participants'],
    channels: row.channels as Channel[],
    languages: row.languages as Lang[],
  }
}

export async function findConsultation(db: Db, id: string): Promise<Consultation | null> {
  const row = await all(db).where('id', '=', id).modifyEnd(kept).executeTakeFirst()
  return row ? toConsultation(row) : null
}

export async function getConsultation(db: Db, id: string): Promise<Consultation> {
  const consultation = await findConsultation(db, id)
  if (!consultation) throw new Problem(notFound, { consultation: id })
  return consultation
}

/** A consultation with what tells whether its pages must be drawn again. */
export interface Counted<Which extends Consultation = Consultation> {
  readonly consultation: Which
  readonly received: number
  /** How many times something received changed. */
  readonly changes: number
  /** How many times these topics of other rooms did. */
  readonly elsewhere: number
}

/** All of it in one statement. */
export async function getWithChanges(db: Db, id: string, topics: readonly Topic[]): Promise<Counted> {
  const row = await all(db)
    .select((e) => [
      e
        .selectFrom('consultationTally')
        .select(sql<number[]>`array[coalesce(sum(received), 0), coalesce(sum(changes), 0)]::int[]`.as('counted'))
        .whereRef('consultationId', '=', 'consultation.id')
        .as('counted'),
      changesOf(topics).as('elsewhere'),
    ])
    .where('id', '=', id)
    .modifyEnd(kept)
    .executeTakeFirst()
  if (!row) throw new Problem(notFound, { consultation: id })
  const { counted, elsewhere, ...rest } = row
  const [received = 0, changes = 0] = counted ?? []
  return { consultation: toConsultation(rest), received, changes, elsewhere }
}

/** Two changes of one consultation wait for each other. */
export async function lockConsultation(tx: Db, id: string): Promise<Consultation> {
  const row = await all(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new Problem(notFound, { consultation: id })
  return toConsultation(row)
}

/** Held as it is while something is written that counts on it: several can at once, and whoever changes it waits. */
export async function holdConsultation(tx: Db, id: string): Promise<Consultation> {
  const row = await all(tx).where('id', '=', id).forShare().executeTakeFirst()
  if (!row) throw new Problem(notFound, { consultation: id })
  return toConsultation(row)
}

/** From now on its ledger takes nothing, and its calendar stays. To be asked with the consultation locked. */
export async function closeLedger(tx: Db, consultation: Consultation, at: Date): Promise<void> {
  await updateConsultation(tx, { ...consultation, concludedAt: at, revision: consultation.revision + 1 })
}

export async function consultationsById(db: Db, ids: readonly string[]): Promise<Map<string, Consultation>> {
  if (ids.length === 0) return new Map()
  const rows = await all(db)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, toConsultation(row)]))
}

function toRow({ opensAt: _, closesAt: __, channels, languages, ...rest }: Consultation) {
  return { ...rest, channels: [...channels], languages: [...languages] }
}

export async function insertConsultation(tx: Db, consultation: Consultation): Promise<void> {
  await own(tx).insertInto('consultation').values(toRow(consultation)).execute()
}

export async function updateConsultation(tx: Db, consultation: Consultation): Promise<void> {
  const { id, ...changes } = toRow(consultation)
  await own(tx).updateTable('consultation').set(changes).where('id', '=', id).execute()
}

/** Those of some ecosystems: the ones being prepared first, then the last to close. Few: one or two in a cycle. */
export async function consultationsOf(db: Db, ecosystemIds: readonly string[]): Promise<Consultation[]> {
  if (ecosystemIds.length === 0) return []
  const rows = await all(db)
    .where('ecosystemId', 'in', [...ecosystemIds])
    .orderBy('closesOn', (by) => by.desc().nullsFirst())
    .orderBy('id', 'desc')
    .limit(500)
    .execute()
  return rows.map(toConsultation)
}

export async function consultationsOfDocument(db: Db, documentId: string): Promise<Consultation[]> {
  const rows = await all(db).where('documentId', '=', documentId).orderBy('createdAt', 'desc').orderBy('id', 'desc').limit(100).execute()
  return rows.map(toConsultation)
}

export interface OpenedQuery {
  readonly today: Day
  readonly state?: 'open' | 'coming' | 'closed' | undefined
  readonly ecosystemId?: string | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

/** What anybody can see. Open and coming ones: the first to close comes first; closed ones: the last that closed. */
export async function listOpened(db: Db, { today, state, ecosystemId, cursor, limit }: OpenedQuery): Promise<Slice<OpenedConsultation>> {
  const ahead = state === 'open' || state === 'coming'
  let list = all(db).where('openedAt', 'is not', null)
  if (ecosystemId) list = list.where('ecosystemId', '=', ecosystemId)
  if (state === 'closed') list = list.where('closesOn', '<', today).where('suspendedOn', 'is', null)
  if (state === 'coming') list = list.where('opensOn', '>', today).where('suspendedOn', 'is', null)
  if (state === 'open')
    list = list.where((e) => e.or([e('suspendedOn', 'is not', null), e.and([e('opensOn', '<=', today), e('closesOn', '>=', today)])]))
  if (cursor) {
    const [closesOn, id] = decodeCursor(cursor, 2)
    const side = sql.raw(ahead ? '>' : '<')
    list = list.where(sql<SqlBool>`(closes_on, id) ${side} (${closesOn}::date, ${id}::uuid)`)
  }
  const way = ahead ? 'asc' : 'desc'
  const rows = await list
    .orderBy('closesOn', way)
    .orderBy('id', way)
    .limit(limit + 1)
    .execute()
  const items = rows.map((row) => toConsultation(row) as OpenedConsultation)
  return sliceOf(items, limit, ({ closesOn, id }) => [closesOn, id])
}

export async function countOpen(db: Db, today: Day): Promise<number> {
  const { count } = await own(db)
    .selectFrom('consultation')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('openedAt', 'is not', null)
    .where('suspendedOn', 'is', null)
    .where('opensOn', '<=', today)
    .where('closesOn', '>=', today)
    .executeTakeFirstOrThrow()
  return Number(count)
}
