import type { Place } from '../charter/policy.ts'
import { bodiesOf } from '../groups/index.ts'
import type { Day } from '../kernel/day.ts'
import type { Db } from '../platform/db.ts'

/** Where an ecosystem's projects are kept: in its working group, whose chair and secretary act there; without one, in the ecosystem. */
export async function placeOfProjects(db: Db, ecosystemId: string, today: Day): Promise<Place> {
  const bodies = await bodiesOf(db, [ecosystemId], today)
  const group = bodies.findLast(({ kind, state }) => kind === 'working-group' && state === 'in-office')
  return group ? { kind: 'body', id: group.id, ecosystemId } : { kind: 'ecosystem', id: ecosystemId }
}
