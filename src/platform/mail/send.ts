import type { NoticeKind } from '../../charter/notices.ts'
import type { Lang } from '../../kernel/lang.ts'
import type { Db } from '../db.ts'
import type { JobDesk, Tasks } from '../jobs.ts'
import { addressHash, type CalendarPart, type Letter, type MailState } from '../mail.ts'
import { compose, type Mailbox, type Outgoing } from './compose.ts'
import { deliver, Undelivered } from './deliver.ts'
import { type Enclosures, withQuotes } from './enclosed.ts'

const own = (db: Db) => db.$pickTables<'mail' | 'mailboxBounce'>()

/** Where to reach somebody with an account; null when they left, or gave no address. */
export type MailboxOf = (db: Db, personId: string) => Promise<Mailbox | null>

/** The work of sending. Accounts and rooms stand above: whoever starts it tells how to reach people, and what they enclose. */
export function mailTasks(mailboxOf: MailboxOf, enclosures: Enclosures = {}): Tasks {
  return { 'mail.send': async (desk, { mail }) => sendMail(desk, String(mail), mailboxOf, enclosures) }
}

/**
 * Sends a mail that waits, once. In the moment before the server takes it the row says `sending`, in a transaction of its
 * own: found so by a later try, it may have gone, and is not sent again.
 */
async function sendMail(desk: JobDesk, id: string, mailboxOf: MailboxOf, enclosures: Enclosures): Promise<void> {
  const { db, config, log } = desk
  const mail = await own(db).selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirst()
  if (mail?.state === 'sending') {
    log.warn({ mail: id }, 'a mail may or may not have left when the process died: it is not sent again')
    return settle(desk, id, 'uncertain')
  }
  if (mail?.state !== 'waiting') return
  const mailbox = mail.address ? { address: mail.address, lang: mail.lang as Lang, name: null } : await mailboxOf(db, String(mail.personId))
  if (!mailbox) return settle(desk, id, 'dropped')
  if (config.demo) return settle(desk, id, 'sent')
  if (!config.smtpUrl) return settle(desk, id, 'dropped')
  const letters = mail.letter as Record<Lang, Letter>
  const { kind, calendar, ...rest } = mail
  const outgoing: Outgoing = {
    ...rest,
    mailbox,
    letter: await withQuotes(db, letters[mailbox.lang], mailbox.lang, enclosures),
    kind: kind as NoticeKind | null,
    calendar: calendar as CalendarPart | null,
  }
  const { from, message } = await compose(outgoing, config, desk.now)
  let reached = false
  try {
    await deliver(config.smtpUrl, { from, to: mailbox.address, message }, async () => {
      await setState(db, id, 'waiting', 'sending')
      reached = true
    })
  } catch (error) {
    return undone(desk, { id, personId: mail.personId, mailbox, reached }, error)
  }
  await own(db).deleteFrom('mailboxBounce').where('addressHash', '=', addressHash(mailbox.address)).execute()
  await settle(desk, id, 'sent')
}

interface Tried {
  readonly id: string
  readonly personId: string | null
  readonly mailbox: Mailbox
  /** The server was already taking the text. */
  readonly reached: boolean
}

async function undone(desk: JobDesk, { id, personId, mailbox, reached }: Tried, error: unknown): Promise<void> {
  if (!(error instanceof Undelivered)) throw error
  const { code, refused } = error
  if (refused) {
    if (refused === 'mailbox') await markBounce(desk, personId, mailbox.address, code ?? 550)
    return settle(desk, id, 'refused', code)
  }
  if (reached && code === null) return settle(desk, id, 'uncertain')
  if (reached) await setState(desk.db, id, 'sending', 'waiting')
  throw error
}

async function setState(db: Db, id: string, from: MailState, to: MailState): Promise<void> {
  const done = await own(db).updateTable('mail').set({ state: to }).where('id', '=', id).where('state', '=', from).executeTakeFirst()
  if (Number(done.numUpdatedRows) !== 1) throw new Error('somebody else is sending this mail, or its reader was erased')
}

/** What it said is forgotten, except in a demonstration, where it is shown. */
async function settle({ db, now, config }: JobDesk, id: string, state: MailState, code: number | null = null): Promise<void> {
  const forgotten = config.demo ? {} : { letter: null, calendar: null, address: null }
  await own(db)
    .updateTable('mail')
    .set({ state, code, settledAt: now, ...forgotten })
    .where('id', '=', id)
    .execute()
}

async function markBounce({ db, now }: JobDesk, personId: string | null, address: string, code: number): Promise<void> {
  const hash = addressHash(address)
  await own(db)
    .insertInto('mailboxBounce')
    .values({ addressHash: hash, personId, code, at: now })
    .onConflict((clash) => clash.column('addressHash').doUpdateSet({ personId, code, at: now }))
    .execute()
}
