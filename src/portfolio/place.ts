import type { Place } from '../charter/policy.ts'
import { bodiesOf } from '../groups/index.ts'
import type { Day } from '../kernel/day.ts'
import type { Db } from '../platform/db.ts'

/** Projects stand in their ecosystem; chair, secretary and rapporteur of its working group hold their roles there too. */
export async function placeOfProjects(db: Db, ecosystemId: string, today: Day): Promise<Place> {
  const bodies = await bodiesOf(db, [ecosystemId], today)
  const group = bodies.findLast(({ kind, state }) => kind === 'working-group' && state === 'in-office')
  return { kind: 'ecosystem', id: ecosystemId, bodies: group ? [group.id] : [] }
}
