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

/** Others that may be like it: the same words, or a band in common. What they say is read only of those. */
export async function candidatesFor(
  db: Db,
  consultationId: string,
  contributionId: string,
  { wordsHash, bands }: { wordsHash: Buffer; bands: readonly number[] },
): Promise<Candidate[]> {
  const others = () =>
    own(db)
      .selectFrom('contributionLikeness')
      .select(['contributionId', 'clusterId'])
      .where('consultationId', '=', consultationId)
      .where('contributionId', '<>', contributionId)
  const same = await others().where('wordsHash', '=', wordsHash).limit(mostCandidates).execute()
  const near =
    bands.length > 0
      ? await others()
          .where(sql<boolean>`bands && ${[...bands]}::int[]`)
          .limit(mostCandidates)
          .execute()
      : []
  const found = [...same, ...near]
  const clusters = new Map(found.map((one) => [one.contributionId, one.clusterId]))
  if (clusters.size === 0) return []
  const texts = await own(db)
    .selectFrom('answerable')
    .select(['contributionId', 'text'])
    .where('consultationId', '=', consultationId)
    .where('contributionId', 'in', [...clusters.keys()])
    .where('text', 'is not', null)
    .orderBy('number')
    .execute()
  return (texts as { contributionId: string; text: string }[]).map((one) => ({
    ...one,
    clusterId: clusters.get(one.contributionId) ?? null,
  }))
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
