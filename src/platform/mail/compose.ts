import { createHash } from 'node:crypto'
import MailComposer from 'nodemailer/lib/mail-composer'
import type { NoticeKind } from '../../charter/notices.ts'
import { paths } from '../../charter/paths.ts'
import type { Lang } from '../../kernel/lang.ts'
import type { Config } from '../config.ts'
import type { CalendarPart, Letter } from '../mail.ts'
import { absolute, asPage, plainText } from './letter.tsx'
import { sealUnsubscription } from './unsubscribe.ts'

/** Where a mail goes, as known in the moment in which it leaves. */
export interface Mailbox {
  readonly address: string
  readonly lang: Lang
  readonly name: string | null
}

export interface Outgoing {
  readonly id: string
  readonly letter: Letter
  readonly mailbox: Mailbox
  readonly personId: string | null
  readonly kind: NoticeKind | null
  readonly thread: string | null
  readonly calendar: CalendarPart | null
}

/** What turns the mail's kind of notices off, for whoever has an account. */
export function unsubscribePath(config: Pick<Config, 'secret'>, { personId, kind }: Pick<Outgoing, 'personId' | 'kind'>): string | null {
  return personId && kind ? paths.unsubscribe(sealUnsubscription(config.secret, { personId, kind })) : null
}

/** The mail in the form in which it travels. The same mail has the same Message-ID at every try. */
export async function compose(outgoing: Outgoing, config: Config, now: Date): Promise<{ from: string; message: Buffer }> {
  const { id, letter, mailbox, thread, calendar } = outgoing
  const host = new URL(config.baseUrl).hostname
  const unsubscribe = unsubscribePath(config, outgoing)
  const props = { letter, lang: mailbox.lang, name: mailbox.name, config, unsubscribe }
  const root = thread && `<${createHash('sha256').update(thread).digest('hex').slice(0, 32)}.thread@${host}>`
  const node = new MailComposer({
    from: config.mailFrom,
    to: mailbox.name ? { name: mailbox.name, address: mailbox.address } : mailbox.address,
    subject: letter.subject,
    date: now,
    messageId: `<${id}@${host}>`,
    ...(root ? { references: [root], inReplyTo: root } : {}),
    text: plainText(props),
    html: asPage(props),
    ...(calendar ? { icalEvent: { method: calendar.method, filename: 'invito.ics', content: calendar.text } } : {}),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': mailbox.lang,
      ...(unsubscribe
        ? { 'List-Unsubscribe': `<${absolute(config, mailbox.lang, unsubscribe)}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
        : {}),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile()
  return { from: String(node.getEnvelope().from), message: await node.build() }
}
