import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { type RawBuilder, sql } from 'kysely'
import { type Permit, redeem } from '../charter/policy.ts'
import { newId } from '../kernel/id.ts'
import { type Db, kept } from './db.ts'

/** What an event tells beyond who, what and where: ids, days, counts, codes. Never a name, an address or free text of a person. */
export type Facts = Record<string, string | number | boolean | null | readonly (string | number)[]>

export interface EventContent {
  readonly id: string
  readonly at: string
  readonly actorId: string
  readonly act: string
  readonly placeKind: string
  readonly placeId: string | null
  readonly subjectId: string
  readonly facts: unknown
}

/** An event's canonical JSON (RFC 8785): the same bytes wherever it is written again. */
export function canonicalEvent({ id, at, actorId, act, placeKind, placeId, subjectId, facts }: EventContent): string {
  return String(canonicalize({ id, at, actorId, act, placeKind, placeId, subjectId, facts }))
}

/** sha256 of the canonical JSON, by which anybody can check that a published event was not altered. */
export function eventHash(event: EventContent): Buffer {
  return createHash('sha256').update(canonicalEvent(event)).digest()
}

/** Takes the permit: it serves once. */
function contentOf(permit: Permit, subjectId: string, facts: Facts) {
  redeem(permit)
  const { act, actorId, place, now } = permit
  return {
    id: newId<'event'>(),
    at: now.toISOString(),
    actorId,
    act,
    placeKind: place.kind,
    placeId: place.kind === 'platform' ? null : place.id,
    subjectId,
    facts,
  }
}

/** Writes one line of the record, in the same transaction as the change it tells of. */
export async function record(tx: Db, permit: Permit, subjectId: string, facts: Facts = {}): Promise<string> {
  const content = contentOf(permit, subjectId, facts)
  await tx
    .insertInto('event')
    .values({ ...content, at: permit.now, day: permit.today, facts: JSON.stringify(facts), hash: eventHash(content) })
    .modifyEnd(kept)
    .execute()
  return content.id
}

export interface Act {
  readonly permit: Permit
  readonly subjectId: string
  readonly facts: Facts
}

/** For a statement that changes and records at once: records each act upon the subjects whose `id` the table `done` holds. */
export function recordingWithin(acts: readonly Act[], done: RawBuilder<unknown>): RawBuilder<unknown> {
  const rows = acts.map(({ permit, subjectId, facts }) => {
    const content = contentOf(permit, subjectId, facts)
    const { id, at, act } = content
    const hash = `\\x${eventHash(content).toString('hex')}`
    const place = { actor_id: content.actorId, place_kind: content.placeKind, place_id: content.placeId }
    return { id, at, day: permit.today, act, ...place, subject_id: subjectId, facts, hash }
  })
  return sql`
    insert into event (id, at, day, actor_id, act, place_kind, place_id, subject_id, facts, hash)
    select id, at, day, actor_id, act, place_kind, place_id, subject_id, facts, hash
    from jsonb_populate_recordset(null::event, ${JSON.stringify(rows)}::jsonb)
    where subject_id in (select id::text from ${done})`
}

/** What one person did on the platform, oldest first. */
export async function actsOf(db: Db, actorId: string): Promise<EventContent[]> {
  const events = await db.selectFrom('event').selectAll().where('actorId', '=', actorId).orderBy('at').orderBy('id').execute()
  return events.map(({ id, at, act, placeKind, placeId, subjectId, facts }) => ({
    id,
    at: at.toISOString(),
    actorId,
    act,
    placeKind,
    placeId,
    subjectId,
    facts,
  }))
}
