import { sql } from 'kysely'
import type { Day } from '../kernel/day.ts'
import type { Db } from './db.ts'

const own = (db: Db) => db.$pickTables<'event' | 'eventFollower' | 'eventPosition' | 'eventToPlace'>()

/** An event as its followers see it. */
export interface FollowedEvent {
  readonly id: string
  readonly at: Date
  readonly day: Day
  readonly actorId: string
  readonly act: string
  readonly placeKind: string
  readonly placeId: string | null
  readonly subjectId: string
  readonly facts: Readonly<Record<string, unknown>>
}

const lock = 7_316_044
const mostAtOnce = 200

/**
 * Gives positions to the events committed since somebody last did. Events take their id and time before they are
 * committed, so the order of those would let a late one slip behind a cursor; positions are given one at a time, to what
 * everybody can already see.
 */
async function placeEvents(db: Db): Promise<void> {
  const waiting = await own(db).selectFrom('eventToPlace').select('eventId').limit(1).executeTakeFirst()
  if (!waiting) return
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${lock})`.execute(tx)
    await sql`with placed as (delete from event_to_place returning event_id)
      insert into event_position (event_id)
      select event_id from placed join event on event.id = placed.event_id order by event.at, event.id`.execute(tx)
  })
}

/**
 * Hands a follower the events it has not seen, in order, and remembers how far it came in the same transaction: what it
 * does with them in `tx` is done once. One process at a time follows under a name; the others find nothing to do.
 * A follower that is new begins with what happens from now on. Tells how many events were handed over.
 */
export async function followEvents(
  db: Db,
  follower: string,
  follow: (tx: Db, events: readonly FollowedEvent[]) => Promise<void>,
): Promise<number> {
  await placeEvents(db)
  const cursor = await own(db).selectFrom('eventFollower').select('position').where('name', '=', follower).executeTakeFirst()
  if (!cursor) {
    await beginFollowing(db, follower)
    return 0
  }
  const behind = await own(db)
    .selectFrom('eventPosition')
    .select('position')
    .where('position', '>', cursor.position)
    .limit(1)
    .executeTakeFirst()
  if (!behind) return 0
  return db.transaction().execute(async (tx) => {
    const mine = await own(tx)
      .selectFrom('eventFollower')
      .select('position')
      .where('name', '=', follower)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst()
    if (!mine) return 0
    const events = await own(tx)
      .selectFrom('eventPosition as p')
      .innerJoin('event as e', 'e.id', 'p.eventId')
      .select(['p.position', 'e.id', 'e.at', 'e.day', 'e.actorId', 'e.act', 'e.placeKind', 'e.placeId', 'e.subjectId', 'e.facts'])
      .where('p.position', '>', mine.position)
      .orderBy('p.position')
      .limit(mostAtOnce)
      .execute()
    const last = events.at(-1)
    if (!last) return 0
    await follow(
      tx,
      events.map(({ position: _, facts, ...event }) => ({ ...event, facts: facts as FollowedEvent['facts'] })),
    )
    await own(tx).updateTable('eventFollower').set({ position: last.position }).where('name', '=', follower).execute()
    return events.length
  })
}

/** From here on: what happened before is let be. */
export async function beginFollowing(db: Db, name: string): Promise<void> {
  await own(db)
    .insertInto('eventFollower')
    .columns(['name', 'position'])
    .expression((eb) =>
      eb
        .selectFrom('eventPosition')
        .select((q) => [sql<string>`${name}`.as('name'), q.fn.coalesce(q.fn.max('position'), sql<number>`0`).as('position')]),
    )
    .onConflict((clash) => clash.column('name').doNothing())
    .execute()
}
