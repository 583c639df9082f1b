import type { Db } from '../../platform/db.ts'
import type { Contribution } from '../rules/contributions.ts'
import type { Selection } from '../rules/selection.ts'

const own = (db: Db) => db.$pickTables<'annotation'>()

export interface Annotation extends Selection {
  readonly contributionId: string
  readonly versionId: string
  readonly blockId: string
}

export async function insertAnnotation(
  tx: Db,
  { consultationId, id, versionId }: Pick<Contribution, 'consultationId' | 'id' | 'versionId'>,
  blockId: string,
  selection: Selection,
): Promise<void> {
  await own(tx)
    .insertInto('annotation')
    .values({ consultationId, contributionId: id, versionId, blockId, ...selection })
    .execute()
}

/** By contribution, the words that each speaks of. */
export async function annotationsOf(db: Db, consultationId: string, contributionIds: readonly string[]): Promise<Map<string, Annotation>> {
  if (contributionIds.length === 0) return new Map()
  const rows = await own(db)
    .selectFrom('annotation')
    .select(['contributionId', 'versionId', 'blockId', 'starts', 'ends', 'exact', 'prefix', 'suffix'])
    .where('consultationId', '=', consultationId)
    .where('contributionId', 'in', [...contributionIds])
    .execute()
  return new Map(rows.map((row) => [row.contributionId, row]))
}
