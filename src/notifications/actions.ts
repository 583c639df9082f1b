import { z } from 'zod'
import { type Cadence, cadences, type NoticeKind } from '../charter/notices.ts'
import { type Actor, allow, mustBeAble, type PersonId, type Place } from '../charter/policy.ts'
import { getEcosystem } from '../ecosystems/index.ts'
import { Problem, signInFirst } from '../kernel/problem.ts'
import type { Config } from '../platform/config.ts'
import { transact } from '../platform/db.ts'
import type { Desk } from '../platform/http.ts'
import { openUnsubscription, type Unsubscription } from '../platform/mail/unsubscribe.ts'
import { record } from '../platform/record.ts'
import { badUnsubscription, type Preferences } from './rules.ts'
import { deleteFollow, insertFollow } from './store/follows.ts'
import { getNotice, setRead } from './store/notices.ts'
import { hasAccount, preferencesOf, setPreference } from './store/preferences.ts'

/** Whoever looks after their own notices. */
export function reader(desk: Pick<Desk, 'actor'>): { readonly id: PersonId; readonly place: Place } {
  const { id } = desk.actor
  if (!id) throw new Problem(signInFirst)
  const place = { kind: 'person', id } as const
  mustBeAble(desk.actor, 'notifications.arrange', place)
  return { id, place }
}

export const CadenceField = z.enum(cadences)

export type Chosen = { readonly [Kind in NoticeKind]?: Cadence | undefined }

/** How often one wants the mails of each kind; a kind left out stays as it was. */
export async function arrangeNotices(desk: Desk, chosen: Chosen): Promise<Preferences> {
  return transact(desk.db, async (tx) => {
    const { id, place } = reader(desk)
    const before = await preferencesOf(tx, id)
    const permit = allow(desk, 'notifications.arrange', place)
    const changed = (Object.entries(chosen) as [NoticeKind, Cadence | undefined][]).flatMap(([kind, cadence]) =>
      cadence && cadence !== before[kind] ? [{ kind, cadence }] : [],
    )
    for (const { kind, cadence } of changed) await setPreference(tx, id, kind, cadence)
    await record(tx, permit, id, { kinds: changed.length })
    return preferencesOf(tx, id)
  })
}

export function readUnsubscription(config: Pick<Config, 'secret'>, token: string): Unsubscription {
  const read = openUnsubscription(config.secret, token)
  if (!read) throw new Problem(badUnsubscription)
  return read
}

/** Turns a kind of mails off for whoever holds one of them: the mail's own token says who, and no account is entered. */
export async function unsubscribe(desk: Desk, { personId, kind }: Unsubscription): Promise<void> {
  // Whoever erased their account gets nothing already.
  if (!(await hasAccount(desk.db, personId))) return
  const actor: Actor = { id: personId as PersonId, grants: [], onlyRooms: null }
  await arrangeNotices({ ...desk, actor }, { [kind]: 'off' })
}

/** What one has read is nobody else's business: no trace of it goes into the record. */
export async function markRead(desk: Desk, id: string | null, read = true): Promise<void> {
  const { id: personId } = reader(desk)
  if (id) await getNotice(desk.db, personId, id)
  await setRead(desk.db, personId, id, read ? desk.now : null)
}

/** Begins or ceases to follow the official acts of an ecosystem. */
export async function followEcosystem(desk: Desk, slug: string, following: boolean): Promise<void> {
  await transact(desk.db, async (tx) => {
    const { id, place } = reader(desk)
    const ecosystem = await getEcosystem(tx, slug, desk.today)
    const permit = allow(desk, 'notifications.follow', place)
    if (following) await insertFollow(tx, id, ecosystem.id, desk.now)
    else await deleteFollow(tx, id, ecosystem.id)
    await record(tx, permit, id, { ecosystemId: ecosystem.id, following })
  })
}
