import { type Block, blocksInVersions } from '../documents/index.ts'
import type { Slice } from '../kernel/cursor.ts'
import type { Db } from '../platform/db.ts'
import type { Spot } from './rules/carrying.ts'
import { annotationsOf } from './store/annotations.ts'
import { type WaitingPlace, waitingPlaces } from './store/placed.ts'

/** A passage: a spot, and the block it is in. */
export interface SpotInBlock {
  readonly spot: Spot
  readonly block: Block
}

/** Something that a person must look at, with what it spoke of and where it might stand now. */
export interface Waiting extends WaitingPlace {
  readonly before: SpotInBlock | null
  /** By its number among those offered. */
  readonly offered: readonly (SpotInBlock & { readonly choice: number })[]
}

/** A page of the queue, in a number of statements that does not grow. */
export async function waitingIn(
  db: Db,
  consultationId: string,
  versionId: string,
  page: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<Slice<Waiting>> {
  const { items, next } = await waitingPlaces(db, consultationId, versionId, page)
  const words = await annotationsOf(
    db,
    consultationId,
    items.map(({ contribution }) => contribution.id),
  )
  const spots = items.map(({ contribution: { id, target } }): Spot | null => {
    const chosen = words.get(id)
    return target.kind === 'whole' ? null : { blockId: target.blockId, starts: chosen?.starts ?? null, ends: chosen?.ends ?? null }
  })
  const versions = [versionId, ...items.map(({ contribution }) => contribution.versionId)]
  const blockIn = await blocksInVersions(
    db,
    versions,
    [...spots.flatMap((spot) => spot ?? []), ...items.flatMap(({ place }) => place.offered)].map(({ blockId }) => blockId),
  )
  const inBlock = (version: string, spot: Spot | null): SpotInBlock | null => {
    const block = spot && blockIn(version, spot.blockId)
    return block ? { spot, block } : null
  }
  return {
    items: items.map((item, at) => ({
      ...item,
      before: inBlock(item.contribution.versionId, spots[at] ?? null),
      offered: item.place.offered.flatMap((spot, choice) => {
        const found = inBlock(versionId, spot)
        return found ? [{ ...found, choice }] : []
      }),
    })),
    next,
  }
}
