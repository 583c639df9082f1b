import { type SqlBool, sql } from 'kysely'
import type { PersonId } from '../../charter/policy.ts'
import { decodeCursor, type Slice, sliceOf } from '../../kernel/cursor.ts'
import type { Day } from '../../kernel/day.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import type { Db } from '../../platform/db.ts'
import type { Degree, NeedId, VoiceKind } from '../rules/needs.ts'
import type { Answer, Outcome, Proposal, ProposalId } from '../rules/proposals.ts'

const own = (db: Db) => db.$pickTables<'needProposal' | 'needCall'>()

const columns = [
  'p.id',
  'p.callId',
  'p.personId',
  'p.organisationId',
  'p.voiceKind',
  'p.statement',
  'p.why',
  'p.evidenceText',
  'p.evidenceLink',
  'p.frequency',
  'p.severity',
  'p.proposedAt',
  'p.withdrawnOn',
  'p.outcome',
  'p.reason',
  'p.needId',
  'p.answeredOn',
] as const

const all = (db: Db) => own(db).selectFrom('needProposal as p').select(columns)

type Row = Awaited<ReturnType<ReturnType<typeof all>['execute']>>[number]

function toProposal({ outcome, reason, needId, answeredOn, ...row }: Row): Proposal {
  const answer: Answer | null =
    outcome !== null && reason !== null && answeredOn !== null
      ? { outcome: outcome as Outcome, reason, needId: needId as NeedId | null, on: answeredOn }
      : null
  return {
    ...row,
    id: row.id as ProposalId,
    personId: row.personId as PersonId,
    voiceKind: row.voiceKind as VoiceKind,
    frequency: row.frequency as Degree | null,
    severity: row.severity as Degree | null,
    answer,
  }
}

export async function getProposal(db: Db, id: string): Promise<Proposal> {
  const row = await all(db).where('p.id', '=', id).executeTakeFirst()
  if (!row) throw new Problem(notFound, { proposal: id })
  return toProposal(row)
}

export async function lockProposal(tx: Db, id: string): Promise<Proposal> {
  const row = await all(tx).where('p.id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new Problem(notFound, { proposal: id })
  return toProposal(row)
}

/** What one person sends to one call is taken one at a time: a form sent twice finds what it brought the first time. */
export async function lockAuthor(tx: Db, callId: string, personId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${callId} ${personId}`}, 0))`.execute(tx)
}

export async function findByKey(db: Db, callId: string, personId: string, key: string): Promise<Proposal | null> {
  const row = await all(db).where('p.callId', '=', callId).where('p.personId', '=', personId).where('p.key', '=', key).executeTakeFirst()
  return row ? toProposal(row) : null
}

/** How many somebody proposed in a call, those withdrawn left out. */
export async function countBy(db: Db, callId: string, personId: string): Promise<number> {
  const { n } = await own(db)
    .selectFrom('needProposal')
    .select((of) => of.fn.countAll<number>().as('n'))
    .where('callId', '=', callId)
    .where('personId', '=', personId)
    .where('withdrawnOn', 'is', null)
    .executeTakeFirstOrThrow()
  return n
}

export async function insertProposal(tx: Db, proposal: Omit<Proposal, 'answer'>, key: string): Promise<void> {
  await own(tx)
    .insertInto('needProposal')
    .values({ ...proposal, key })
    .execute()
}

export async function withdraw(tx: Db, id: string, on: Day): Promise<void> {
  await own(tx).updateTable('needProposal').set({ withdrawnOn: on }).where('id', '=', id).execute()
}

export async function answer(tx: Db, id: string, { outcome, reason, needId, on }: Answer, answeredBy: string): Promise<void> {
  await own(tx).updateTable('needProposal').set({ outcome, reason, needId, answeredOn: on, answeredBy }).where('id', '=', id).execute()
}

export interface ProposalPage {
  readonly cursor?: string | undefined
  readonly limit: number
}

/** What waits for an answer in an ecosystem: the first come first. */
export async function waitingIn(db: Db, ecosystemId: string, { cursor, limit }: ProposalPage): Promise<Slice<Proposal>> {
  let rows = all(db)
    .innerJoin('needCall as c', 'c.id', 'p.callId')
    .where('c.ecosystemId', '=', ecosystemId)
    .where('p.outcome', 'is', null)
    .where('p.withdrawnOn', 'is', null)
    .orderBy('p.id')
    .limit(limit + 1)
  if (cursor) rows = rows.where(sql<SqlBool>`p.id > ${String(decodeCursor(cursor, 1)[0])}::uuid`)
  const { items, next } = sliceOf(await rows.execute(), limit, ({ id }) => [id])
  return { items: items.map(toProposal), next }
}

/** How many wait, and since when, in each of some ecosystems. */
export async function countWaiting(db: Db, ecosystemIds: readonly string[]): Promise<Map<string, { waiting: number; since: Date }>> {
  if (ecosystemIds.length === 0) return new Map()
  const rows = await own(db)
    .selectFrom('needProposal as p')
    .innerJoin('needCall as c', 'c.id', 'p.callId')
    .select((of) => ['c.ecosystemId', of.fn.countAll<number>().as('waiting'), of.fn.min('p.proposedAt').as('since')])
    .where('c.ecosystemId', 'in', [...ecosystemIds])
    .where('p.outcome', 'is', null)
    .where('p.withdrawnOn', 'is', null)
    .groupBy('c.ecosystemId')
    .execute()
  return new Map(rows.map(({ ecosystemId, waiting, since }) => [ecosystemId, { waiting, since }]))
}

/** What somebody proposed, the latest first. */
export async function proposalsBy(db: Db, personId: string, { cursor, limit }: ProposalPage): Promise<Slice<Proposal>> {
  let rows = all(db)
    .where('p.personId', '=', personId)
    .orderBy('p.id', 'desc')
    .limit(limit + 1)
  if (cursor) rows = rows.where(sql<SqlBool>`p.id < ${String(decodeCursor(cursor, 1)[0])}::uuid`)
  const { items, next } = sliceOf(await rows.execute(), limit, ({ id }) => [id])
  return { items: items.map(toProposal), next }
}

/** Who proposed what some needs say, and through how many voices. */
export async function authorsOf(db: Db, needIds: readonly string[]): Promise<string[]> {
  if (needIds.length === 0) return []
  const rows = await own(db)
    .selectFrom('needProposal')
    .select('personId')
    .distinct()
    .where('needId', 'in', [...needIds])
    .execute()
  return rows.map(({ personId }) => personId)
}

/** How many proposals stand behind each of some needs. */
export async function voicesBehind(db: Db, needIds: readonly string[]): Promise<Map<string, number>> {
  if (needIds.length === 0) return new Map()
  const rows = await own(db)
    .selectFrom('needProposal')
    .select((of) => ['needId', of.fn.countAll<number>().as('n')])
    .where('needId', 'in', [...needIds])
    .groupBy('needId')
    .execute()
  return new Map(rows.map(({ needId, n }) => [needId as string, n]))
}
