import { decodeCursor, type Slice, sliceOf } from '../../kernel/cursor.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import type { Db } from '../../platform/db.ts'
import type { Criterion, Direction, Option, Ranking, RankingId } from '../rules/rankings.ts'

const own = (db: Db) => db.$pickTables<'ranking' | 'rankingCriterion' | 'rankingOption'>()

const all = (db: Db) => own(db).selectFrom('ranking').selectAll().$narrowType<{ id: RankingId }>()

export async function getRanking(db: Db, id: string): Promise<Ranking> {
  const found = await all(db).where('id', '=', id).executeTakeFirst()
  if (!found) throw new Problem(notFound, { ranking: id })
  return found
}

/** The ranking, for whoever changes something in it: the next one waits. */
export async function lockRanking(tx: Db, id: string): Promise<Ranking> {
  const found = await all(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!found) throw new Problem(notFound, { ranking: id })
  return found
}

/** The rankings of an ecosystem, the latest first. */
export async function rankingsOf(
  db: Db,
  ecosystemId: string,
  { cursor, limit = 50 }: { cursor?: string | undefined; limit?: number } = {},
): Promise<Slice<Ranking>> {
  let rows = all(db).where('ecosystemId', '=', ecosystemId)
  if (cursor) rows = rows.where('number', '<', Number(decodeCursor(cursor, 1)[0]))
  const found = await rows
    .orderBy('number', 'desc')
    .limit(limit + 1)
    .execute()
  return sliceOf(found, limit, ({ number }) => [number])
}

/** Those in which the members of some bodies may give scores now. */
export async function scoringIn(db: Db, bodyIds: readonly string[]): Promise<Ranking[]> {
  if (bodyIds.length === 0) return []
  return all(db)
    .where('bodyId', 'in', [...bodyIds])
    .where('frozenOn', 'is not', null)
    .where('closedOn', 'is', null)
    .where('abandonedOn', 'is', null)
    .orderBy('id')
    .execute()
}

export async function insertRanking(tx: Db, ranking: Ranking): Promise<void> {
  await own(tx).insertInto('ranking').values(ranking).execute()
}

type Dates = Pick<Ranking, 'frozenOn' | 'closedOn' | 'abandonedOn' | 'abandonedReason'>

export async function saveDates(tx: Db, id: string, dates: Partial<Dates>): Promise<void> {
  await own(tx).updateTable('ranking').set(dates).where('id', '=', id).execute()
}

export async function criteriaOf(db: Db, rankingId: string): Promise<Criterion[]> {
  return own(db)
    .selectFrom('rankingCriterion')
    .select(['id', 'name', 'explanation', 'weight', 'direction'])
    .where('rankingId', '=', rankingId)
    .orderBy('position')
    .$narrowType<{ direction: Direction }>()
    .execute()
}

/** The method as it is being written: what was there before is replaced. */
export async function saveCriteria(tx: Db, rankingId: string, criteria: readonly Criterion[]): Promise<void> {
  await own(tx).deleteFrom('rankingCriterion').where('rankingId', '=', rankingId).execute()
  await own(tx)
    .insertInto('rankingCriterion')
    .values(criteria.map((criterion, index) => ({ ...criterion, rankingId, position: index + 1 })))
    .execute()
}

export async function optionsOf(db: Db, rankingId: string): Promise<Option[]> {
  return own(db)
    .selectFrom('rankingOption')
    .select(['id', 'blockId', 'title'])
    .where('rankingId', '=', rankingId)
    .orderBy('position')
    .execute()
}

export async function insertOptions(tx: Db, rankingId: string, options: readonly Option[]): Promise<void> {
  await own(tx)
    .insertInto('rankingOption')
    .values(options.map((option, index) => ({ ...option, rankingId, position: index + 1 })))
    .execute()
}
