import { type Actor, operator } from '../charter/policy.ts'
import type { Day } from '../kernel/day.ts'
import type { Db } from '../platform/db.ts'
import type { Desk } from '../platform/http.ts'
import { Memory, remember } from './memory.ts'

export interface Deed {
  readonly on: Day
  /** How long after the morning began; deeds without follow each other from the beginning. */
  readonly minute?: number
  /** A deed with a name is done once, and what it brought to life can be asked for by that name. */
  readonly key?: string
  /** Whoever does it; the operator unless told. */
  readonly by?: (memory: Memory) => Actor
  readonly run: (desk: Desk, memory: Memory) => Promise<unknown>
}

/** The morning of a day in Rome; minutes tell apart the deeds of one day. */
function morningOf(on: Day, minute: number): Date {
  const instant = new Date(`${on}T07:00:00Z`)
  instant.setUTCMinutes(minute)
  return instant
}

/** Does what happened, each thing on its own day, so that the record reads as a history. */
export async function relive(db: Db, deeds: readonly Deed[]): Promise<void> {
  const memory = await Memory.of(db)
  const inOrder = [...deeds].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  let minute = 0
  let yesterday: Day | null = null
  for (const { on, minute: told, key, by, run } of inOrder) {
    minute = on === yesterday ? minute + 1 : 0
    yesterday = on
    if (key && memory.knows(key)) continue
    const brought = await run({ db, actor: by?.(memory) ?? operator, now: morningOf(on, told ?? minute % 60), today: on }, memory)
    if (key) await remember(db, memory, key, brought)
  }
}
