import { type SqlBool, sql } from 'kysely'
import type { PersonId } from '../../charter/policy.ts'
import { decodeCursor, type Slice, sliceOf } from '../../kernel/cursor.ts'
import type { Db } from '../../platform/db.ts'
import type { AnnotationPlace, Carried, PlaceState, Spot } from '../rules/carrying.ts'
import type { Contribution } from '../rules/contributions.ts'
import { type ContributionRow, toContribution } from './contributions.ts'

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

export interface WaitingPlace {
  readonly contribution: Contribution
  readonly place: AnnotationPlace
}

/** Those that a person must look at in a version, the first written first. What was withdrawn or hidden does not ask. */
export async function waitingPlaces(
  db: Db,
  consultationId: string,
  versionId: string,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<Slice<WaitingPlace>> {
  const after = cursor ? decodeCursor(cursor, 1)[0] : null
  const { rows } = await sql<{ place: string } & ContributionRow>`
    select c.*, p.contribution_id as place from annotation_place p
    join contribution c on c.consultation_id = p.consultation_id and c.id = p.contribution_id
    where p.consultation_id = ${consultationId} and p.version_id = ${versionId} and p.waits
      and c.withdrawn_at is null and c.hidden_at is null
      and (${after}::uuid is null or p.contribution_id > ${after}::uuid)
    order by p.contribution_id limit ${limit + 1}`.execute(db)
  const contributions = rows.map(({ place: _, ...row }) => toContribution(row as ContributionRow))
  const ids = contributions.map(({ id }) => id as string)
  const places = new Map(
    (await placesOf(db, consultationId, ids)).flatMap((one) => (one.versionId === versionId ? [[one.contributionId, one] as const] : [])),
  )
  const items = contributions.flatMap((contribution) => {
    const place = places.get(contribution.id)
    return place ? [{ contribution, place }] : []
  })
  return sliceOf(items, limit, ({ contribution }) => [contribution.id])
}

/** How many wait in each consultation, in whatever version. */
export async function countWaiting(db: Db, consultationIds: readonly string[]): Promise<Map<string, number>> {
  if (consultationIds.length === 0) return new Map()
  const rows = await own(db)
    .selectFrom('annotationPlace as p')
    .innerJoin('contribution as c', (on) => on.onRef('c.consultationId', '=', 'p.consultationId').onRef('c.id', '=', 'p.contributionId'))
    .select((e) => ['p.consultationId', e.fn.countAll<number>().as('count')])
    .where('p.consultationId', 'in', [...new Set(consultationIds)])
    .where('p.waits', '=', true)
    .where('c.withdrawnAt', 'is', null)
    .where('c.hiddenAt', 'is', null)
    .groupBy('p.consultationId')
    .execute()
  return new Map(rows.map(({ consultationId, count }) => [consultationId, Number(count)]))
}

/** How many contributions are in each state in a version; those that wait apart. */
export async function countPlaces(db: Db, consultationId: string, versionId: string): Promise<Record<PlaceState | 'waiting', number>> {
  const rows = await own(db)
    .selectFrom('annotationPlace')
    .select((e) => ['state', 'waits', e.fn.countAll<number>().as('count')])
    .where('consultationId', '=', consultationId)
    .where('versionId', '=', versionId)
    .groupBy(['state', 'waits'])
    .execute()
  const counts = { same: 0, moved: 0, changed: 0, ambiguous: 0, orphan: 0, waiting: 0 }
  for (const { state, waits, count } of rows) counts[waits ? 'waiting' : (state as PlaceState)] += Number(count)
  return counts
}

export interface PlacedNote extends WaitingPlace {
  /** How many stand on the same block, counted up to a hundred. */
  readonly onBlock: number
}

/** A few of the contributions that can be read and now stand on each of these blocks, however many there are. */
export async function placedOn(
  db: Db,
  consultationId: string,
  versionId: string,
  blockIds: readonly string[],
  each: number,
): Promise<PlacedNote[]> {
  if (blockIds.length === 0) return []
  const { rows } = await sql<{ onBlock: number } & ContributionRow>`
    select c.*, near.on_block from unnest(${[...blockIds]}::uuid[]) as block (id)
    cross join lateral (
      select few.contribution_id, count(*) over ()::int as on_block from (
        select p.contribution_id from annotation_place p
        join contribution c on c.consultation_id = p.consultation_id and c.id = p.contribution_id
        where p.consultation_id = ${consultationId} and p.version_id = ${versionId} and p.block_id = block.id and not p.waits
          and c.withdrawn_at is null and c.hidden_at is null
        order by p.contribution_id desc limit 100
      ) few order by few.contribution_id desc limit ${each}
    ) near
    join contribution c on c.consultation_id = ${consultationId} and c.id = near.contribution_id`.execute(db)
  const places = await placesOf(
    db,
    consultationId,
    rows.map(({ id }) => id),
  )
  return rows.flatMap(({ onBlock, ...row }) => {
    const contribution = toContribution(row as ContributionRow)
    const place = places.find((one) => one.contributionId === contribution.id && one.versionId === versionId)
    return place ? [{ contribution, place, onBlock }] : []
  })
}
