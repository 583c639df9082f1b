import type { Lang } from '../../kernel/lang.ts'
import type { Db } from '../../platform/db.ts'
import { bouncedAddresses } from '../../platform/mail.ts'

const own = (db: Db) => db.$pickTables<'personDetail'>()

export interface PersonMailbox {
  readonly address: string
  readonly lang: Lang
  readonly name: string
}

/** Where to write to somebody, and in which language; null for whoever left, or gave no address. */
export async function mailboxOf(db: Db, personId: string): Promise<PersonMailbox | null> {
  const row = await own(db).selectFrom('personDetail').select(['email', 'lang', 'name']).where('personId', '=', personId).executeTakeFirst()
  return row?.email ? { address: row.email, lang: row.lang as Lang, name: row.name } : null
}

/** Which of these people cannot be reached by mail: their mailbox refused the last one for good. */
export async function bouncedAmong(db: Db, personIds: readonly string[]): Promise<Set<string>> {
  if (personIds.length === 0) return new Set()
  const rows = await own(db)
    .selectFrom('personDetail')
    .select(['personId', 'email'])
    .where('personId', 'in', [...new Set(personIds)])
    .execute()
  const bounced = await bouncedAddresses(
    db,
    rows.flatMap(({ email }) => email ?? []),
  )
  return new Set(rows.flatMap(({ personId, email }) => (email !== null && bounced.has(email) ? [personId] : [])))
}
