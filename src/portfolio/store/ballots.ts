import type { Db } from '../../platform/db.ts'
import type { Ballot, Score } from '../rules/ballots.ts'

const own = (db: Db) => db.$pickTables<'rankingBallot' | 'rankingScore'>()

/** What members gave and did not withdraw, the first one first. A body has few members. */
export async function ballotsOf(db: Db, rankingId: string): Promise<Ballot[]> {
  return own(db)
    .selectFrom('rankingBallot')
    .select(['id', 'memberId', 'seatId', 'personId', 'role', 'givenAt'])
    .where('rankingId', '=', rankingId)
    .where('withdrawnAt', 'is', null)
    .orderBy('givenAt')
    .orderBy('id')
    .execute()
}

/** Whose seats gave their scores in each of some rankings. */
export async function ballotsOfAll(db: Db, rankingIds: readonly string[]): Promise<{ rankingId: string; seatId: string }[]> {
  if (rankingIds.length === 0) return []
  return own(db)
    .selectFrom('rankingBallot')
    .select(['rankingId', 'seatId'])
    .where('rankingId', 'in', [...rankingIds])
    .where('withdrawnAt', 'is', null)
    .execute()
}

export async function scoresOf(db: Db, ballotIds: readonly string[]): Promise<Score[]> {
  if (ballotIds.length === 0) return []
  return own(db)
    .selectFrom('rankingScore')
    .select(['optionId', 'criterionId', 'score'])
    .where('ballotId', 'in', [...ballotIds])
    .execute()
}

export async function insertBallot(tx: Db, rankingId: string, ballot: Ballot, scores: readonly Score[]): Promise<void> {
  await own(tx)
    .insertInto('rankingBallot')
    .values({ ...ballot, rankingId })
    .execute()
  await own(tx)
    .insertInto('rankingScore')
    .values(scores.map((score) => ({ ...score, ballotId: ballot.id })))
    .execute()
}

export async function withdrawBallot(tx: Db, id: string, at: Date): Promise<void> {
  await own(tx).updateTable('rankingBallot').set({ withdrawnAt: at }).where('id', '=', id).execute()
}
