import { createHmac, timingSafeEqual } from 'node:crypto'
import { isNoticeKind, type NoticeKind } from '../../charter/notices.ts'

export interface Unsubscription {
  readonly personId: string
  readonly kind: NoticeKind
}

function sign(secret: string, text: string): Buffer {
  return createHmac('sha256', secret).update(`unsubscribe:${text}`).digest().subarray(0, 16)
}

/** Lets whoever holds the mail turn off its kind of notices, and nothing else. It never expires: mails are kept for years. */
export function sealUnsubscription(secret: string, { personId, kind }: Unsubscription): string {
  const text = `${Buffer.from(personId.replaceAll('-', ''), 'hex').toString('base64url')}.${kind}`
  return `${text}.${sign(secret, text).toString('base64url')}`
}

/** Null for a token that we did not make. */
export function openUnsubscription(secret: string, token: string): Unsubscription | null {
  const [person = '', kind = '', signature = ''] = token.split('.')
  const [given, expected] = [Buffer.from(signature, 'base64url'), sign(secret, `${person}.${kind}`)]
  if (given.length !== expected.length || !timingSafeEqual(given, expected) || !isNoticeKind(kind)) return null
  const hex = Buffer.from(person, 'base64url').toString('hex')
  return { personId: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'), kind }
}
