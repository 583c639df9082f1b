import { sql } from 'kysely'
import { decodeCursor, type Slice, sliceOf } from '../../kernel/cursor.ts'
import type { Db } from '../../platform/db.ts'
import type { AnnotationPlace, PlaceState } from '../rules/carrying.ts'
import type { Contribution } from '../rules/contributions.ts'
import { placesOf } from './annotation-places.ts'
import { type ContributionRow, toContribution } from './contributions.ts'

const own = (db: Db) => db.$pickTables<'annotationPlace' | 'contribution'>()

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
