import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'

const own = (db: Db) => db.$pickTables<'answerable' | 'contributionLikeness'>()

export interface Unread {
  readonly contributionId: string
  readonly revision: number
  readonly text: string
}

/** Contributions whose text was not compared yet, or changed since. */
export async function unread(db: Db, consultationId: string, limit: number): Promise<Unread[]> {
  const rows = await own(db)
    .selectFrom('answerable as a')
    .leftJoin('contributionLikeness as l', (join) =>
      join.onRef('l.consultationId', '=', 'a.consultationId').onRef('l.contributionId', '=', 'a.contributionId'),
    )
    .select(['a.contributionId', 'a.revision', 'a.text'])
    .where('a.consultationId', '=', consultationId)
    .where('a.text', 'is not', null)
    .where('a.withdrawn', '=', false)
    .where((e) => e.or([e('l.contributionId', 'is', null), e('l.revision', '<>', e.ref('a.revision'))]))
    .orderBy('a.number')
    .limit(limit)
    .execute()
  return rows as Unread[]
}

export interface Candidate {
  readonly contributionId: string
  readonly clusterId: string | null
  readonly text: string
}

const mostCandidates = 20

/** Others that may be like it: the same words, or a band in common. */
export async function candidatesFor(
  db: Db,
  consultationId: string,
  contributionId: string,
  { wordsHash, bands }: { wordsHash: Buffer; bands: readonly number[] },
): Promise<Candidate[]> {
  const rows = await own(db)
    .selectFrom('contributionLikeness as l')
    .innerJoin('answerable as a', (join) =>
      join.onRef('a.consultationId', '=', 'l.consultationId').onRef('a.contributionId', '=', 'l.contributionId'),
    )
    .select(['a.contributionId', 'l.clusterId', 'a.text'])
    .where('l.consultationId', '=', consultationId)
    .where('l.contributionId', '<>', contributionId)
    .where('a.text', 'is not', null)
    .where((e) => e.or([e('l.wordsHash', '=', wordsHash), sql<boolean>`l.bands && ${[...bands]}::int[]`]))
    .orderBy('a.number')
    .limit(mostCandidates)
    .execute()
  return rows as Candidate[]
}

export async function saveLikeness(
  tx: Db,
  row: {
    consultationId: string
    contributionId: string
    revision: number
    wordsHash: Buffer
    bands: readonly number[]
    clusterId: string | null
  },
): Promise<void> {
  const { consultationId, contributionId, bands, ...rest } = row
  const values = { ...rest, bands: [...bands] }
  await own(tx)
    .insertInto('contributionLikeness')
    .values({ consultationId, contributionId, ...values })
    .onConflict((clash) => clash.columns(['consultationId', 'contributionId']).doUpdateSet(values))
    .execute()
}

export async function joinCluster(tx: Db, consultationId: string, contributionId: string, clusterId: string): Promise<void> {
  await own(tx)
    .updateTable('contributionLikeness')
    .set({ clusterId })
    .where('consultationId', '=', consultationId)
    .where('contributionId', '=', contributionId)
    .execute()
}
