import type { Act } from '../charter/policy.ts'
import { attempt, type Db } from '../platform/db.ts'
import { beginFollowing, type FollowedEvent, followEvents } from '../platform/follow.ts'
import type { JobDesk } from '../platform/jobs.ts'
import { queueMail } from '../platform/mail.ts'
import type { Audience, Telling } from '../platform/telling.ts'
import { letterOf } from './letters.ts'
import { digestFor, freshness } from './rules.ts'
import { insertNotices, reachable } from './store/notices.ts'

const follower = 'notices'

/** From here on people are told; a database that is new begins by itself, with the first process that works. */
export function beginTelling(db: Db): Promise<void> {
  return beginFollowing(db, follower)
}

const mostRounds = 20

/** Follows the record and tells people what concerns them. */
export async function tellPeople(desk: JobDesk, audiences: readonly Audience[]): Promise<void> {
  for (let round = 0; round < mostRounds; round += 1) {
    const handed = await followEvents(desk.db, follower, async (tx, events) => {
      for (const event of events) await tellOf(tx, desk, audiences, event)
    })
    if (handed === 0) return
  }
}

async function tellOf(tx: Db, desk: JobDesk, audiences: readonly Audience[], event: FollowedEvent): Promise<void> {
  for (const audience of audiences.filter(({ acts }) => acts.includes(event.act as Act))) {
    try {
      await attempt(tx, async () => {
        for (const telling of await audience.tell(tx, event)) await tell(tx, desk, audience, event, telling)
      })
    } catch (error) {
      // One event that a room cannot tell of must not keep everybody from hearing of the rest.
      desk.log.error({ err: error, event: event.id, act: event.act, kind: audience.kind }, 'an audience could not be told of an event')
    }
  }
}

async function tell(tx: Db, { config, now }: JobDesk, { kind }: Audience, event: FollowedEvent, telling: Telling): Promise<void> {
  const { to: address, words, mail, receipt = false } = telling
  // Nobody needs to be told of what they did themselves, unless they wait for a receipt.
  const others = [...new Set(telling.personIds)].filter((personId) => receipt || personId !== event.actorId)
  const people = await reachable(tx, others, kind)
  const fresh = freshness(event.at, now)
  const mailed = mail !== 'room' && fresh === 'news'
  const told = await insertNotices(tx, {
    eventId: event.id,
    kind,
    words,
    address,
    at: event.at,
    readAt: fresh === 'history' ? now : null,
    to: [...people].map(([personId, cadence]) => ({ personId, digest: mailed ? digestFor(cadence) : null })),
  })
  if (!mailed) return
  for (const personId of told) {
    if (people.get(personId) !== 'at-once') continue
    const content = mail ? mail(personId, config) : { letter: letterOf(kind, words, address) }
    await queueMail(tx, { ...content, key: `notice:${event.id}:${personId}`, to: { personId }, kind, now })
  }
}
