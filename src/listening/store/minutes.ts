import type { Day } from '../../kernel/day.ts'
import type { Db } from '../../platform/db.ts'
import type { Amendment, AmendmentId, HearingMinutes, Statement, StatementId } from '../rules/minutes.ts'

const own = (db: Db) =>
  db.$pickTables<
    'hearingMinutes' | 'statement' | 'statementRevision' | 'amendment' | 'finalMinutes' | 'finalStatement' | 'hearingCorrection'
  >()

/** The minutes of some hearings, by hearing. */
export async function minutesOf(db: Db, hearingIds: readonly string[]): Promise<Map<string, HearingMinutes>> {
  if (hearingIds.length === 0) return new Map()
  const rows = await own(db)
    .selectFrom('hearingMinutes')
    .leftJoin('finalMinutes', 'finalMinutes.hearingId', 'hearingMinutes.hearingId')
    .selectAll('hearingMinutes')
    .select(['hash', 'finalOn'])
    .where('hearingMinutes.hearingId', 'in', [...new Set(hearingIds)])
    .execute()
  return new Map(
    rows.map(({ hearingId, version, sentVersion, sentAt, amendmentsUntil, hash, finalOn }) => [
      hearingId,
      {
        hearingId,
        version,
        sent: sentVersion !== null && sentAt && amendmentsUntil ? { version: sentVersion, at: sentAt, until: amendmentsUntil } : null,
        final: finalOn && hash ? { on: finalOn, hash: hash.toString('hex') } : null,
      },
    ]),
  )
}

export async function findMinutes(db: Db, hearingId: string): Promise<HearingMinutes | null> {
  return (await minutesOf(db, [hearingId])).get(hearingId) ?? null
}

/** The statements of a hearing in their latest words, in order; once its minutes are final, these never change. */
export async function statementsOf(db: Db, hearingId: string): Promise<Statement[]> {
  return own(db)
    .selectFrom('statement as s')
    .innerJoin('statementRevision as r', (join) => join.onRef('r.statementId', '=', 's.id').onRef('r.revision', '=', 's.revision'))
    .select(['s.id', 's.hearingId', 's.position', 's.revision', 'r.stakeholderId', 'r.text'])
    .where('s.hearingId', '=', hearingId)
    .where('s.removedAt', 'is', null)
    .orderBy('s.position')
    .orderBy('s.id')
    .$narrowType<{ id: StatementId }>()
    .execute()
}

export async function findStatement(db: Db, id: string): Promise<Statement | null> {
  const row = await own(db)
    .selectFrom('statement as s')
    .innerJoin('statementRevision as r', (join) => join.onRef('r.statementId', '=', 's.id').onRef('r.revision', '=', 's.revision'))
    .select(['s.id', 's.hearingId', 's.position', 's.revision', 'r.stakeholderId', 'r.text'])
    .where('s.id', '=', id)
    .where('s.removedAt', 'is', null)
    .$narrowType<{ id: StatementId }>()
    .executeTakeFirst()
  return row ?? null
}

/** A change of whoever writes: the minutes are of a new version. */
export async function bumpMinutes(tx: Db, hearingId: string, version: number): Promise<void> {
  await own(tx)
    .insertInto('hearingMinutes')
    .values({ hearingId, version })
    .onConflict((clash) => clash.column('hearingId').doUpdateSet({ version }))
    .execute()
}

export async function insertStatement(tx: Db, { id, hearingId, position }: Statement): Promise<void> {
  await own(tx).insertInto('statement').values({ id, hearingId, position, revision: 1 }).execute()
}

export interface Revision {
  readonly statementId: string
  readonly revision: number
  readonly stakeholderId: string
  readonly text: string
  readonly authorId: string
  readonly at: Date
}

/** Every saving stays; the statement reads as its latest one. */
export async function saveRevision(tx: Db, revision: Revision): Promise<void> {
  await own(tx).insertInto('statementRevision').values(revision).execute()
  await own(tx).updateTable('statement').set({ revision: revision.revision }).where('id', '=', revision.statementId).execute()
}

export async function removeStatement(tx: Db, id: string, removedAt: Date): Promise<void> {
  await own(tx).updateTable('statement').set({ removedAt }).where('id', '=', id).execute()
}

export async function saveSending(tx: Db, hearingId: string, sent: NonNullable<HearingMinutes['sent']>): Promise<void> {
  await own(tx)
    .updateTable('hearingMinutes')
    .set({ sentVersion: sent.version, sentAt: sent.at, amendmentsUntil: sent.until })
    .where('hearingId', '=', hearingId)
    .execute()
}

const amendments = (db: Db) =>
  own(db)
    .selectFrom('amendment')
    .select(['id', 'hearingId', 'statementId', 'revision', 'personId', 'version', 'kind', 'text', 'at', 'outcome', 'reason'])
    .$narrowType<{ id: AmendmentId; kind: Amendment['kind']; outcome: Amendment['outcome'] }>()

export async function amendmentsOn(db: Db, hearingId: string): Promise<Amendment[]> {
  return amendments(db).where('hearingId', '=', hearingId).orderBy('at').orderBy('id').execute()
}

/** Of these hearings, those in which an amendment waits for an outcome. */
export async function amendmentsWaiting(db: Db, hearingIds: readonly string[]): Promise<Set<string>> {
  if (hearingIds.length === 0) return new Set()
  const rows = await own(db)
    .selectFrom('amendment')
    .select('hearingId')
    .distinct()
    .where('hearingId', 'in', [...hearingIds])
    .where('kind', '=', 'amendment')
    .where('outcome', 'is', null)
    .execute()
  return new Set(rows.map(({ hearingId }) => hearingId))
}

/** In which minutes these stakeholders speak. */
export async function speakersIn(
  db: Db,
  stakeholderIds: readonly string[],
): Promise<{ readonly hearingId: string; readonly stakeholderId: string }[]> {
  if (stakeholderIds.length === 0) return []
  return own(db)
    .selectFrom('statement as s')
    .innerJoin('statementRevision as r', (join) => join.onRef('r.statementId', '=', 's.id').onRef('r.revision', '=', 's.revision'))
    .select(['s.hearingId', 'r.stakeholderId'])
    .distinct()
    .where('r.stakeholderId', 'in', [...new Set(stakeholderIds)])
    .where('s.removedAt', 'is', null)
    .execute()
}

/** On which versions of which minutes a person spoke: 'hearing version'. */
export async function answersBy(db: Db, personId: string, hearingIds: readonly string[]): Promise<Set<string>> {
  if (hearingIds.length === 0) return new Set()
  const rows = await own(db)
    .selectFrom('amendment')
    .select(['hearingId', 'version'])
    .where('personId', '=', personId)
    .where('hearingId', 'in', [...hearingIds])
    .execute()
  return new Set(rows.map(({ hearingId, version }) => `${hearingId} ${version}`))
}

export async function insertAmendment(tx: Db, amendment: Amendment): Promise<void> {
  await own(tx).insertInto('amendment').values(amendment).execute()
}

export async function answerAmendment(
  tx: Db,
  id: string,
  answer: { readonly outcome: 'accepted' | 'rejected'; readonly reason: string | null; readonly answeredAt: Date },
): Promise<void> {
  await own(tx).updateTable('amendment').set(answer).where('id', '=', id).execute()
}

/** For good: these tables take no change. */
export async function saveFinal(
  tx: Db,
  hearingId: string,
  statements: readonly Statement[],
  final: { readonly hash: Buffer; readonly finalOn: Day; readonly finalBy: string },
): Promise<void> {
  await own(tx)
    .insertInto('finalMinutes')
    .values({ hearingId, ...final })
    .execute()
  await own(tx)
    .insertInto('finalStatement')
    .values(statements.map(({ id, revision }, index) => ({ hearingId, position: index + 1, statementId: id, revision })))
    .execute()
}

export interface Correction {
  readonly id: string
  readonly number: number
  readonly text: string
  readonly reason: string
  readonly authorId: string
  readonly madeOn: Day
}

export async function correctionsOf(db: Db, hearingId: string): Promise<Correction[]> {
  return own(db)
    .selectFrom('hearingCorrection')
    .select(['id', 'number', 'text', 'reason', 'authorId', 'madeOn'])
    .where('hearingId', '=', hearingId)
    .orderBy('number')
    .execute()
}

export async function insertCorrection(tx: Db, hearingId: string, correction: Correction): Promise<void> {
  await own(tx)
    .insertInto('hearingCorrection')
    .values({ ...correction, hearingId })
    .execute()
}
