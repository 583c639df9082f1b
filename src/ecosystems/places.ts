import type { Day } from '../kernel/day.ts'
import type { Lang } from '../kernel/lang.ts'
import type { Db } from '../platform/db.ts'
import { nameIn } from './rules.ts'
import { partsOver } from './store/parties.ts'

/** A part that an organisation has, or had, in an ecosystem: `to` is the last day. */
export interface PartTaken {
  readonly slug: string
  readonly ecosystem: string
  readonly as: 'lead' | 'actor'
  readonly from: Day
  readonly to: Day | null
}

/** What an organisation leads and where it takes part, the present first; what is only foreseen is left out. */
export async function partsTaken(db: Db, organisationId: string, lang: Lang, today: Day): Promise<PartTaken[]> {
  const parts = (await partsOver(db, organisationId))
    .filter(({ fromDay }) => fromDay <= today)
    .map(({ slug, as, fromDay: from, toDay: to, ...names }): PartTaken => ({ slug, ecosystem: nameIn(lang, names), as, from, to }))
  const over = ({ to }: PartTaken) => to !== null && to < today
  return parts.toSorted((a, b) => Number(over(a)) - Number(over(b)) || a.ecosystem.localeCompare(b.ecosystem, lang))
}
