import type { Lang } from '../kernel/lang.ts'
import type { Db } from '../platform/db.ts'
import type { DatedItem } from '../ui/dated-list.tsx'
import { namesIn } from './names.ts'
import { latest, type WhichLatest } from './store.ts'
import { lineOf } from './telling.ts'

/** The latest acts, as lines of a list in the reader's language. */
export type LatestActs = (lang: Lang) => readonly DatedItem[]

/** The latest acts of some places, of everywhere, or of one person, the personal ones too. */
export async function latestActs(db: Db, which: WhichLatest): Promise<LatestActs> {
  const acts = await latest(db, which)
  const names = await namesIn(db, acts)
  return (lang) => acts.map((act) => lineOf(lang, act, names))
}
