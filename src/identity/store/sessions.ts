import { sql } from 'kysely'
import type { Grant, PersonId } from '../../charter/policy.ts'
import type { Day } from '../../kernel/day.ts'
import type { Db } from '../../platform/db.ts'
import { actorGrants, grantsInForce } from './grants.ts'

const own = (db: Db) => db.$pickTables<'session' | 'personDetail'>()

export interface Session {
  readonly idHash: Buffer
  readonly personId: PersonId
  readonly provider: string
  readonly level: string | null
  readonly createdAt: Date
  readonly lastSeenAt: Date
  readonly expiresAt: Date
}

export interface Entered extends Pick<Session, 'personId' | 'lastSeenAt'> {
  readonly name: string
  readonly grants: readonly Grant[]
}

/** A session lives until its absolute end, or until it has been left alone for longer than `idleSeconds`. */
export interface Moment {
  readonly now: Date
  readonly today: Day
  readonly idleSeconds: number
}

const idleSince = ({ now, idleSeconds }: Pick<Moment, 'now' | 'idleSeconds'>) => new Date(now.getTime() - idleSeconds * 1000)

/** The session, its person and their grants of the day, in one query. */
export async function findSession(db: Db, idHash: Buffer, moment: Moment): Promise<Entered | null> {
  const row = await own(db)
    .selectFrom('session')
    .innerJoin('personDetail', 'personDetail.personId', 'session.personId')
    .select(['session.personId', 'session.lastSeenAt', 'personDetail.name'])
    .select(grantsInForce('session.personId', moment.today).as('grants'))
    .where('session.idHash', '=', idHash)
    .where('session.expiresAt', '>', moment.now)
    .where('session.lastSeenAt', '>', idleSince(moment))
    .$narrowType<{ personId: PersonId }>()
    .executeTakeFirst()
  return row ? { ...row, grants: actorGrants(row.grants) } : null
}

export async function insertSession(tx: Db, session: Session): Promise<void> {
  await own(tx).insertInto('session').values(session).execute()
}

export async function touchSession(db: Db, idHash: Buffer, now: Date): Promise<void> {
  await own(db).updateTable('session').set({ lastSeenAt: now }).where('idHash', '=', idHash).where('lastSeenAt', '<', now).execute()
}

export async function deleteSession(db: Db, idHash: Buffer): Promise<void> {
  await own(db).deleteFrom('session').where('idHash', '=', idHash).execute()
}

export async function deleteSessionsOf(tx: Db, personId: string): Promise<number> {
  const gone = await own(tx).deleteFrom('session').where('personId', '=', personId).executeTakeFirst()
  return Number(gone.numDeletedRows)
}

/** The sessions that still live, the one used last first. */
export async function sessionsOf(db: Db, personId: string, moment: Moment): Promise<Session[]> {
  return own(db)
    .selectFrom('session')
    .selectAll()
    .where('personId', '=', personId)
    .where('expiresAt', '>', moment.now)
    .where('lastSeenAt', '>', idleSince(moment))
    .orderBy('lastSeenAt', 'desc')
    .limit(100)
    .$narrowType<{ personId: PersonId }>()
    .execute()
}

/** Removes the sessions that ended. They let nobody in already: this only keeps the table small. */
export async function pruneSessions(db: Db, now: Date, idleSeconds: number): Promise<number> {
  const gone = await own(db)
    .deleteFrom('session')
    .where((eb) => eb.or([eb('expiresAt', '<=', now), eb('lastSeenAt', '<=', idleSince({ now, idleSeconds }))]))
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}

/** When the demonstration's clock is moved, nobody has been idle meanwhile: sessions move along. */
export async function carrySessions(tx: Db, milliseconds: number): Promise<void> {
  const later = (column: string) => sql<Date>`${sql.ref(column)} + ${milliseconds} * interval '1 millisecond'`
  await own(tx)
    .updateTable('session')
    .set({ createdAt: later('createdAt'), lastSeenAt: later('lastSeenAt'), expiresAt: later('expiresAt') })
    .execute()
}
