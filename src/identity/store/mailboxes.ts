import type { Lang } from '../../kernel/lang.ts'
import type { Db } from '../../platform/db.ts'
import { bouncedAddresses } from '../../platform/mail.ts'

const own = (db: Db) => db.$pickTables<'personDetail'>()

export interface PersonMailbox {
  readonly address: string
  readonly lang: Lang
  readonly name: string
}

/** Where to write to each of these people, and in which language; whoever left, or gave no address, is not among them. */
export async function mailboxesOf(db: Db, personIds: readonly string[]): Promise<Map<string, PersonMailbox>> {
  if (personIds.length === 0) return new Map()
  const rows = await own(db)
    .selectFrom('personDetail')
    .select(['personId', 'email', 'lang', 'name'])
    .where('personId', 'in', [...new Set(personIds)])
    .execute()
  return new Map(
    rows.flatMap(({ personId, email, lang, name }) => (email ? [[personId, { address: email, lang: lang as Lang, name }]] : [])),
  )
}

export async function mailboxOf(db: Db, personId: string): Promise<PersonMailbox | null> {
  return (await mailboxesOf(db, [personId])).get(personId) ?? null
}

/** Which of these people cannot be reached by mail: their mailbox refused the last one for good. */
export async function bouncedAmong(db: Db, personIds: readonly string[]): Promise<Set<string>> {
  const mailboxes = await mailboxesOf(db, personIds)
  const bounced = await bouncedAddresses(
    db,
    [...mailboxes.values()].map(({ address }) => address),
  )
  return new Set([...mailboxes].flatMap(([personId, { address }]) => (bounced.has(address) ? [personId] : [])))
}
