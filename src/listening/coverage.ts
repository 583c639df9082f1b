import type { Db } from '../platform/db.ts'
import { survivors } from './rules/merging.ts'
import { type Cover, coverageOf, type NeedSource, type NeedState } from './rules/needs.ts'
import { chainsIn } from './store/mergers.ts'
import type { NeedFilter } from './store/need-list.ts'

/** What answers some needs. The rooms that keep projects, services and objectives tell it; those without anything are left out. */
export type CoverSource = (db: Db, needIds: readonly string[]) => Promise<ReadonlyMap<string, readonly Cover[]>>

/** The page where a need was heard. */
export interface Origin {
  readonly title: string
  readonly path: string
}

/** Where some needs were heard, by the id of their source. */
export type OriginSource = (db: Db, sources: readonly NeedSource[]) => Promise<ReadonlyMap<string, Origin>>

/** What other rooms know of needs: told where the site is put together. */
export interface NeedMount {
  readonly covers: CoverSource
  readonly origins: OriginSource
}

export function joinCovers(sources: readonly CoverSource[]): CoverSource {
  return async (db, needIds) => {
    const all = new Map<string, readonly Cover[]>()
    for (const source of sources) for (const [id, covers] of await source(db, needIds)) all.set(id, [...(all.get(id) ?? []), ...covers])
    return all
  }
}

export function joinOrigins(sources: readonly OriginSource[]): OriginSource {
  return async (db, asked) => {
    const all = new Map<string, Origin>()
    for (const source of sources) for (const [id, origin] of await source(db, asked)) all.set(id, origin)
    return all
  }
}

/** What answers the needs of an ecosystem: whatever answers one that was merged answers the one that stands for it. */
export async function coverageIn(db: Db, covers: CoverSource, ecosystemId: string): Promise<Map<string, Cover[]>> {
  const chains = await chainsIn(db, ecosystemId)
  const found = await covers(
    db,
    chains.map(({ id }) => id),
  )
  const last = survivors(chains)
  const all = new Map<string, Cover[]>()
  for (const [id, ones] of found) {
    const survivor = last.get(id)
    if (survivor && ones.length > 0) all.set(survivor, [...(all.get(survivor) ?? []), ...ones])
  }
  return all
}

/** The needs in a state, as a filter of the list. */
export function filterFor(state: NeedState | undefined, coverage: ReadonlyMap<string, readonly Cover[]>): NeedFilter {
  if (!state) return {}
  if (state === 'merged') return { merged: true }
  if (state === 'open') return { except: [...coverage.keys()] }
  return { among: [...coverage].filter(([, covers]) => coverageOf(covers) === state).map(([id]) => id) }
}
