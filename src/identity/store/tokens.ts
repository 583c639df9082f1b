import type { Grant, PersonId } from '../../charter/policy.ts'
import type { Day } from '../../kernel/day.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import type { Db } from '../../platform/db.ts'
import type { PersonalToken } from '../rules/tokens.ts'
import { actorGrants, grantsInForce } from './grants.ts'

const own = (db: Db) => db.$pickTables<'personalToken' | 'personDetail'>()

const tokens = (db: Db) =>
  own(db)
    .selectFrom('personalToken')
    .select(['id', 'name', 'rooms', 'createdAt', 'expiresOn', 'lastUsedAt', 'revokedAt'])
    .$narrowType<{ id: PersonalToken['id'] }>()

export interface TokenBearer {
  readonly id: string
  readonly personId: PersonId
  readonly name: string
  readonly rooms: readonly string[]
  readonly lastUsedAt: Date | null
  readonly grants: readonly Grant[]
}

/** The token, its person and their grants of the day, in one query. */
export async function findBearer(db: Db, hash: Buffer, today: Day): Promise<TokenBearer | null> {
  const row = await own(db)
    .selectFrom('personalToken')
    .innerJoin('personDetail', 'personDetail.personId', 'personalToken.personId')
    .select(['personalToken.id', 'personalToken.personId', 'personDetail.name', 'personalToken.rooms', 'personalToken.lastUsedAt'])
    .select(grantsInForce('personalToken.personId', today).as('grants'))
    .where('personalToken.hash', '=', hash)
    .where('personalToken.revokedAt', 'is', null)
    .where('personalToken.expiresOn', '>=', today)
    .$narrowType<{ personId: PersonId }>()
    .executeTakeFirst()
  return row ? { ...row, grants: actorGrants(row.grants) } : null
}

export async function touchToken(db: Db, id: string, now: Date): Promise<void> {
  await own(db).updateTable('personalToken').set({ lastUsedAt: now }).where('id', '=', id).execute()
}

export async function insertToken(tx: Db, personId: string, token: PersonalToken, hash: Buffer): Promise<void> {
  const { id, name, rooms, createdAt, expiresOn } = token
  await own(tx)
    .insertInto('personalToken')
    .values({ id, personId, name, hash, rooms: [...rooms], createdAt, expiresOn })
    .execute()
}

/** Those that work first, then the others, newest first. */
export async function tokensOf(db: Db, personId: string): Promise<PersonalToken[]> {
  return tokens(db)
    .where('personId', '=', personId)
    .orderBy('revokedAt', (order) => order.desc().nullsFirst())
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
}

export async function countWorkingTokens(db: Db, personId: string, today: Day): Promise<number> {
  const { count } = await own(db)
    .selectFrom('personalToken')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('personId', '=', personId)
    .where('revokedAt', 'is', null)
    .where('expiresOn', '>=', today)
    .executeTakeFirstOrThrow()
  return count
}

/** Another person's token is not there. */
export async function getToken(db: Db, personId: string, id: string): Promise<PersonalToken> {
  const token = await tokens(db).where('id', '=', id).where('personId', '=', personId).executeTakeFirst()
  if (!token) throw new Problem(notFound, { token: id })
  return token
}

export async function revokeToken(tx: Db, id: string, now: Date): Promise<void> {
  await own(tx).updateTable('personalToken').set({ revokedAt: now }).where('id', '=', id).execute()
}

export async function deleteTokensOf(tx: Db, personId: string): Promise<void> {
  await own(tx).deleteFrom('personalToken').where('personId', '=', personId).execute()
}
