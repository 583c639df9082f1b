import { decodeCursor, type Slice, sliceOf } from '../../kernel/cursor.ts'
import type { Day } from '../../kernel/day.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import type { Db } from '../../platform/db.ts'
import type { Decision, DecisionId, DecisionKind } from '../rules/decisions.ts'

const own = (db: Db) => db.$pickTables<'decision'>()

const all = (db: Db) => own(db).selectFrom('decision').selectAll()
type Row = Awaited<ReturnType<ReturnType<typeof all>['execute']>>[number]

function toDecision({ id, kind, votesFor, votesAgainst, votesAbstained, ...rest }: Row): Decision {
  const voted = votesFor !== null && votesAgainst !== null && votesAbstained !== null
  return {
    ...rest,
    id: id as DecisionId,
    kind: kind as DecisionKind,
    votes: voted ? { inFavour: votesFor, against: votesAgainst, abstained: votesAbstained } : null,
  }
}

export async function findDecision(db: Db, id: string): Promise<Decision | null> {
  const row = await all(db).where('id', '=', id).executeTakeFirst()
  return row ? toDecision(row) : null
}

export async function getDecision(db: Db, id: string): Promise<Decision> {
  const found = await findDecision(db, id)
  if (!found) throw new Problem(notFound, { decision: id })
  return found
}

export async function decisionsById(db: Db, ids: readonly string[]): Promise<Decision[]> {
  if (ids.length === 0) return []
  return (
    await all(db)
      .where('id', 'in', [...ids])
      .execute()
  ).map(toDecision)
}

/** The decisions of some bodies, the latest first; no more than two hundred. */
export async function decisionsOf(db: Db, bodyIds: readonly string[]): Promise<Decision[]> {
  if (bodyIds.length === 0) return []
  const rows = await all(db)
    .where('bodyId', 'in', [...bodyIds])
    .orderBy('takenOn', 'desc')
    .orderBy('number', 'desc')
    .limit(200)
    .execute()
  return rows.map(toDecision)
}

/** The decisions that some bodies took on their tables, by a day: for gates and criteria. */
export async function decisionsOnTables(db: Db, bodyIds: readonly string[], day: Day): Promise<Decision[]> {
  if (bodyIds.length === 0) return []
  const rows = await all(db)
    .where('bodyId', 'in', [...bodyIds])
    .where('kind', 'in', ['tables', 'no-tables'])
    .where('takenOn', '<=', day)
    .orderBy('takenOn')
    .orderBy('number')
    .execute()
  return rows.map(toDecision)
}

export async function decisionsOfMeeting(db: Db, meetingId: string): Promise<Decision[]> {
  return (await all(db).where('meetingId', '=', meetingId).orderBy('number').execute()).map(toDecision)
}

/** One body's decisions, page by page, the latest first. */
export async function listDecisions(
  db: Db,
  bodyId: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<Slice<Decision>> {
  let list = all(db).where('bodyId', '=', bodyId)
  if (cursor) list = list.where('number', '<', Number(decodeCursor(cursor, 1)[0]))
  const rows = await list
    .orderBy('number', 'desc')
    .limit(limit + 1)
    .execute()
  return sliceOf(rows.map(toDecision), limit, ({ number }) => [number])
}

/** To be asked with the body locked. */
export async function nextDecisionNumber(tx: Db, bodyId: string): Promise<number> {
  const row = await own(tx)
    .selectFrom('decision')
    .select((e) => e.fn.max('number').as('last'))
    .where('bodyId', '=', bodyId)
    .executeTakeFirstOrThrow()
  return (row.last ?? 0) + 1
}

export async function insertDecision(tx: Db, { votes, ...decision }: Decision): Promise<void> {
  await own(tx)
    .insertInto('decision')
    .values({
      ...decision,
      votesFor: votes?.inFavour ?? null,
      votesAgainst: votes?.against ?? null,
      votesAbstained: votes?.abstained ?? null,
    })
    .execute()
}

export async function annul(tx: Db, id: string, annulledOn: Day, annulledReason: string): Promise<void> {
  await own(tx).updateTable('decision').set({ annulledOn, annulledReason }).where('id', '=', id).execute()
}
