import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { type Permit, redeem } from '../charter/policy.ts'
import { newId } from '../kernel/id.ts'
import type { Db } from './db.ts'

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

/** Writes one line of the record, in the same transaction as the change it tells of. Takes the permit: it serves once. */
export async function record(tx: Db, permit: Permit, subjectId: string, facts: Facts = {}): Promise<string> {
  redeem(permit)
  const { act, actorId, place, now, today } = permit
  const content = {
    id: newId<'event'>(),
    at: now.toISOString(),
    actorId,
    act,
    placeKind: place.kind,
    placeId: place.kind === 'platform' ? null : place.id,
    subjectId,
    facts,
  }
  await tx
    .insertInto('event')
    .values({ ...content, at: now, day: today, facts: JSON.stringify(facts), hash: eventHash(content) })
    .execute()
  return content.id
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
