import { operator } from '../charter/policy.ts'
import type { Day } from '../kernel/day.ts'
import type { Db } from '../platform/db.ts'
import type { Desk } from '../platform/http.ts'

export interface Deed {
  readonly on: Day
  readonly run: (desk: Desk) => Promise<unknown>
}

/** The morning of a day in Rome; minutes tell apart the deeds of one day. */
function morningOf(on: Day, minute: number): Date {
  const instant = new Date(`${on}T07:00:00Z`)
  instant.setUTCMinutes(minute % 60)
  return instant
}

/** Does what happened, each thing on its own day, so that the record reads as a history. */
export async function relive(db: Db, deeds: readonly Deed[]): Promise<void> {
  const inOrder = [...deeds].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  for (const [index, { on, run }] of inOrder.entries()) await run({ db, actor: operator, now: morningOf(on, index), today: on })
}
