import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { NoticeKind } from '../charter/notices.ts'
import { newId } from '../kernel/id.ts'
import type { Lang } from '../kernel/lang.ts'
import type { Db } from './db.ts'
import { addJob } from './jobs.ts'

const own = (db: Db) => db.$pickTables<'mail' | 'mailboxBounce'>()

/** What a mail says. Addresses are paths of the site; no greeting: the name is known when it leaves. */
export interface Letter {
  readonly subject: string
  readonly paragraphs: readonly string[]
  readonly facts?: readonly { readonly term: string; readonly details: string }[]
  readonly sections?: readonly LetterSection[]
  /** What its room reads in the moment in which it leaves: words of people, which are not kept here. */
  readonly enclosed?: { readonly by: string; readonly of: Readonly<Record<string, string>> }
  readonly quotes?: readonly Quote[]
  /** The one thing to do. */
  readonly action?: { readonly label: string; readonly to: string }
  /** Why the reader gets it. */
  readonly why?: string
}

/** Somebody’s words, shown as they are. */
export interface Quote {
  readonly title: string
  readonly text: string
}

export interface LetterSection {
  readonly title: string
  readonly items: readonly { readonly title: string; readonly text?: string; readonly to: string }[]
}

/** An event for the reader's own calendar, in iCalendar. */
export interface CalendarPart {
  readonly method: 'REQUEST' | 'CANCEL' | 'PUBLISH'
  readonly text: string
}

export interface Mail {
  /** What happened, to whom and why: asked for again under the same key, it is not written again. */
  readonly key: string
  readonly to: { readonly personId: string } | { readonly address: string; readonly lang: Lang }
  readonly letter: Readonly<Record<Lang, Letter>>
  /** The kind of notice, which the reader can turn off from the mail; absent for what is meant for one person for one thing. */
  readonly kind?: NoticeKind
  /** Mails of one thread stand together in mail programs: the id of the meeting, of the document. */
  readonly thread?: string
  readonly calendar?: CalendarPart
  readonly now: Date
}

/**
 * Leaves a mail to be sent once the act is done; nothing that happens to it later touches the act. The address of somebody
 * with an account is looked up when it leaves. Null when it was asked for before, or nobody is there to get it.
 */
export async function queueMail(tx: Db, mail: Mail): Promise<string | null> {
  const { key, to, letter, kind = null, thread = null, calendar, now } = mail
  const id = newId<'mail'>()
  const letters = sql`${JSON.stringify(letter)}::jsonb`
  const parts = sql`${calendar ? JSON.stringify(calendar) : null}::jsonb`
  const rest = sql`${kind}::text, ${thread}::text, ${letters}, ${parts}, 'waiting', ${now}::timestamptz`
  // An erased person is nobody's mistake: the act must not fail for it, so no row is tried.
  const row =
    'personId' in to
      ? sql`select ${id}::uuid, ${key}::text, person_id, null::text, null::text, ${rest} from person_detail where person_id = ${to.personId}::uuid for key share`
      : sql`select ${id}::uuid, ${key}::text, null::uuid, ${to.address}::text, ${to.lang}::text, ${rest}`
  const { rows } = await sql`insert into mail (id, key, person_id, address, lang, kind, thread, letter, calendar, state, created_at)
    ${row} on conflict (key) do nothing returning id`.execute(tx)
  if (rows.length === 0) return null
  await addJob(tx, 'mail.send', { mail: id }, { key: `mail:${id}` })
  return id
}

/** What became of a mail. `uncertain`: the server vanished, or we did, in the moment in which it may have taken it. */
export const mailStates = ['waiting', 'sending', 'sent', 'refused', 'dropped', 'uncertain'] as const
export type MailState = (typeof mailStates)[number]

/** What became of the mails with these keys. */
export async function statesOfMails(db: Db, keys: readonly string[]): Promise<Map<string, MailState>> {
  if (keys.length === 0) return new Map()
  const rows = await own(db)
    .selectFrom('mail')
    .select(['key', 'state'])
    .where('key', 'in', [...keys])
    .execute()
  return new Map(rows.map(({ key, state }) => [key, state as MailState]))
}

export function addressHash(address: string): Buffer {
  return createHash('sha256').update(address.trim().toLowerCase()).digest()
}

/** Which of these addresses refused the last mail for good. */
export async function bouncedAddresses(db: Db, addresses: readonly string[]): Promise<Set<string>> {
  if (addresses.length === 0) return new Set()
  const rows = await own(db)
    .selectFrom('mailboxBounce')
    .select('addressHash')
    .where('addressHash', 'in', addresses.map(addressHash))
    .execute()
  const bounced = new Set(rows.map(({ addressHash: hash }) => hash.toString('hex')))
  return new Set(addresses.filter((address) => bounced.has(addressHash(address).toString('hex'))))
}
