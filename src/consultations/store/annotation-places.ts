import { type SqlBool, sql } from 'kysely'
import type { PersonId } from '../../charter/policy.ts'
import type { Db } from '../../platform/db.ts'
import type { AnnotationPlace, Carried, PlaceState, Spot } from '../rules/carrying.ts'

const own = (db: Db) => db.$pickTables<'annotationPlace' | 'annotationCarrying' | 'annotation' | 'contribution'>()

/** A contribution on a part of the text, and what it was written on. */
export interface Written {
  readonly id: string
  readonly number: number
  readonly versionId: string
  readonly spot: Spot
}

/** Numbers are given before they are committed, so a late one can have a lower number: it is looked for so far back. */
const late = 1000

/** The next contributions on a part of the text that were written on one of these versions and not carried to that one. */
export async function uncarried(
  db: Db,
  consultationId: string,
  versionId: string,
  writtenOn: readonly string[],
  limit: number,
): Promise<Written[]> {
  if (writtenOn.length === 0) return []
  const rows = await own(db)
    .selectFrom('contribution as c')
    .leftJoin('annotation as a', (on) => on.onRef('a.consultationId', '=', 'c.consultationId').onRef('a.contributionId', '=', 'c.id'))
    .select(['c.id', 'c.number', 'c.versionId', 'c.blockId', 'a.starts', 'a.ends'])
    .where('c.consultationId', '=', consultationId)
    .where('c.blockId', 'is not', null)
    .where('c.versionId', 'in', [...writtenOn])
    .where(
      sql<SqlBool>`c.number > coalesce((select after_number from annotation_carrying
        where consultation_id = ${consultationId} and version_id = ${versionId}), 0) - ${late}::int`,
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('annotationPlace as p')
            .select('p.state')
            .whereRef('p.consultationId', '=', 'c.consultationId')
            .whereRef('p.contributionId', '=', 'c.id')
            .where('p.versionId', '=', versionId),
        ),
      ),
    )
    .orderBy('c.number')
    .limit(limit)
    .execute()
  return rows.map(({ id, number, versionId: on, blockId, starts, ends }) => ({
    id,
    number: Number(number),
    versionId: on,
    spot: { blockId: blockId as string, starts, ends },
  }))
}

export async function insertPlaces(
  tx: Db,
  consultationId: string,
  versionId: string,
  places: readonly (Carried & { readonly id: string; readonly number: number })[],
  now: Date,
): Promise<void> {
  const afterNumber = Math.max(...places.map(({ number }) => number))
  await own(tx)
    .insertInto('annotationPlace')
    .values(
      places.map(({ id, state, waits, offered, spot }) => ({
        consultationId,
        versionId,
        contributionId: id,
        state,
        waits,
        offered: JSON.stringify(offered),
        blockId: spot?.blockId ?? null,
        starts: spot?.starts ?? null,
        ends: spot?.ends ?? null,
        carriedAt: now,
      })),
    )
    .onConflict((at) => at.doNothing())
    .execute()
  await own(tx)
    .insertInto('annotationCarrying')
    .values({ consultationId, versionId, afterNumber })
    .onConflict((at) =>
      at
        .columns(['consultationId', 'versionId'])
        .doUpdateSet({ afterNumber: sql`greatest(annotation_carrying.after_number, excluded.after_number)` }),
    )
    .execute()
}

const all = (db: Db) => own(db).selectFrom('annotationPlace').selectAll()
type Row = Awaited<ReturnType<ReturnType<typeof all>['execute']>>[number]

function toPlace({ blockId, starts, ends, state, offered, confirmedBy, ...row }: Row): AnnotationPlace {
  return {
    contributionId: row.contributionId,
    versionId: row.versionId,
    waits: row.waits,
    confirmedAt: row.confirmedAt,
    state: state as PlaceState,
    spot: blockId === null ? null : { blockId, starts, ends },
    offered: offered as unknown as Spot[],
    confirmedBy: confirmedBy as PersonId | null,
  }
}

/** Where some contributions stand, in every version they were carried to. */
export async function placesOf(db: Db, consultationId: string, contributionIds: readonly string[]): Promise<AnnotationPlace[]> {
  if (contributionIds.length === 0) return []
  const rows = await all(db)
    .where('consultationId', '=', consultationId)
    .where('contributionId', 'in', [...contributionIds])
    .execute()
  return rows.map(toPlace)
}

export async function lockPlace(
  tx: Db,
  consultationId: string,
  contributionId: string,
  versionId: string,
): Promise<AnnotationPlace | null> {
  const row = await all(tx)
    .where('consultationId', '=', consultationId)
    .where('contributionId', '=', contributionId)
    .where('versionId', '=', versionId)
    .forUpdate()
    .executeTakeFirst()
  return row ? toPlace(row) : null
}

export async function confirmPlace(
  tx: Db,
  consultationId: string,
  { contributionId, versionId, state, spot, confirmedBy, confirmedAt }: Omit<AnnotationPlace, 'waits' | 'offered'>,
): Promise<void> {
  await own(tx)
    .updateTable('annotationPlace')
    .set({
      state,
      blockId: spot?.blockId ?? null,
      starts: spot?.starts ?? null,
      ends: spot?.ends ?? null,
      waits: false,
      confirmedBy,
      confirmedAt,
    })
    .where('consultationId', '=', consultationId)
    .where('contributionId', '=', contributionId)
    .where('versionId', '=', versionId)
    .execute()
}
