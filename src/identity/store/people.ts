import { sql } from 'kysely'
import type { PersonId } from '../../charter/policy.ts'
import type { Lang } from '../../kernel/lang.ts'
import { type Db, kept } from '../../platform/db.ts'

const own = (db: Db) => db.$pickTables<'person' | 'personDetail' | 'personLogin'>()

/** A row of the vault. */
export interface PersonDetail {
  readonly personId: PersonId
  readonly name: string
  readonly email: string | null
  readonly emailConfirmed: boolean
  readonly taxCode: string | null
  readonly lang: Lang
}

const details = (db: Db) =>
  own(db)
    .selectFrom('personDetail')
    .select(['personId', 'name', 'email', 'emailConfirmed', 'taxCode', 'lang'])
    .$narrowType<{ personId: PersonId; lang: Lang }>()

export async function insertPerson(tx: Db, detail: PersonDetail, now: Date): Promise<void> {
  await insertPeople(tx, [detail], now)
}

export async function insertPeople(tx: Db, people: readonly PersonDetail[], now: Date): Promise<void> {
  if (people.length === 0) return
  await own(tx)
    .insertInto('person')
    .values(people.map(({ personId }) => ({ id: personId, createdAt: now })))
    .execute()
  await own(tx)
    .insertInto('personDetail')
    .values([...people])
    .execute()
}

export async function findDetail(db: Db, personId: string): Promise<PersonDetail | null> {
  return (await details(db).where('personId', '=', personId).executeTakeFirst()) ?? null
}

export async function findByTaxCode(db: Db, taxCode: string): Promise<PersonDetail | null> {
  return (await details(db).where('taxCode', '=', taxCode).executeTakeFirst()) ?? null
}

/** Only addresses that a provider vouched for: a person may write any other on their account. */
export async function findByConfirmedEmail(db: Db, email: string): Promise<PersonDetail[]> {
  return details(db)
    .where(isAmong([email]))
    .where('emailConfirmed', '=', true)
    .limit(10)
    .execute()
}

const isAmong = (emails: readonly string[]) => sql<boolean>`lower(email) = any(${emails.map((email) => email.toLowerCase())}::text[])`

/** Two invitations to one address, at once, are of one person: the second waits. All wait in the same order. */
export async function lockAddresses(tx: Db, emails: readonly string[]): Promise<void> {
  const marks = [...new Set(emails.map((email) => `address:${email.toLowerCase()}`))].toSorted()
  await sql`select pg_advisory_xact_lock(hashtextextended(mark, 0)) from unnest(${marks}::text[]) mark`.execute(tx)
}

/** Whoever has one of these addresses, vouched for by a provider, or was invited to it and never entered; the first invited first. */
export async function findAddressed(db: Db, emails: readonly string[]): Promise<PersonDetail[]> {
  const entered = own(db).selectFrom('personLogin').select('personId')
  return details(db)
    .where(isAmong(emails))
    .where((e) => e.or([e('emailConfirmed', '=', true), e('personId', 'not in', entered)]))
    .orderBy('personId')
    .execute()
}

/** Somebody invited to this address who never entered. */
export async function findInvited(db: Db, email: string): Promise<PersonDetail | null> {
  return (await findAddressed(db, [email])).find(({ emailConfirmed }) => !emailConfirmed) ?? null
}

/** By words of the name, or of the address. */
export async function findPeople(db: Db, words: string, limit: number): Promise<PersonDetail[]> {
  return details(db).where(matches(words)).orderBy('folded').orderBy('personId').limit(limit).execute()
}

/** True for people whose name or address holds these words, accents and capitals aside. */
export function matches(words: string) {
  const pattern = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`
  return sql<boolean>`(folded like '%' || fold_name(${words}) || '%' and fold_name(${words}) <> '' or lower(email) like ${pattern(words.toLowerCase())})`
}

export async function updateDetail(tx: Db, personId: string, changes: Partial<Omit<PersonDetail, 'personId'>>): Promise<void> {
  if (Object.keys(changes).length === 0) return
  await own(tx).updateTable('personDetail').set(changes).where('personId', '=', personId).execute()
}

/** Names to show, null for whoever erased their account. Ids of nobody are left out. */
export async function namesOfPeople(db: Db, ids: readonly string[]): Promise<Map<string, string | null>> {
  if (ids.length === 0) return new Map()
  const rows = await own(db)
    .selectFrom('person')
    .leftJoin('personDetail', 'personDetail.personId', 'person.id')
    .select(['person.id', 'personDetail.name'])
    .where((e) => e('person.id', '=', e.fn.any(sql<string[]>`${[...new Set(ids)]}::uuid[]`)))
    .modifyEnd(kept)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export async function personName(db: Db, id: string): Promise<string | null> {
  return (await namesOfPeople(db, [id])).get(id) ?? null
}

export interface Login {
  readonly issuer: string
  readonly subjectHash: Buffer
  readonly personId: PersonId
  readonly provider: string
  readonly createdAt: Date
}

export async function findByLogin(db: Db, issuer: string, subjectHash: Buffer): Promise<PersonDetail | null> {
  const person = await own(db)
    .selectFrom('personLogin')
    .select('personId')
    .where('issuer', '=', issuer)
    .where('subjectHash', '=', subjectHash)
    .executeTakeFirst()
  return person ? findDetail(db, person.personId) : null
}

export async function insertLogin(tx: Db, login: Login): Promise<void> {
  await own(tx).insertInto('personLogin').values(login).execute()
}

export async function loginsOf(db: Db, personId: string): Promise<Login[]> {
  return own(db)
    .selectFrom('personLogin')
    .selectAll()
    .where('personId', '=', personId)
    .orderBy('createdAt')
    .orderBy('subjectHash')
    .$narrowType<{ personId: PersonId }>()
    .execute()
}

/** Leaves the opaque id and the days on which it came and went. */
export async function erasePerson(tx: Db, personId: string, now: Date): Promise<void> {
  await own(tx).deleteFrom('personDetail').where('personId', '=', personId).execute()
  await own(tx).deleteFrom('personLogin').where('personId', '=', personId).execute()
  await own(tx).updateTable('person').set({ erasedAt: now }).where('id', '=', personId).execute()
}
