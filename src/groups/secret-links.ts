import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { isId } from '../kernel/id.ts'

/**
 * What follows /inviti/ in a link that answers an invitation. It is computed from the invitation, which belongs to one
 * member and one meeting, with the secret of the platform, and kept nowhere: whoever reads the database answers for nobody.
 */
export function invitationToken(secret: string, invitationId: string): string {
  return `${invitationId}.${sign(secret, invitationId)}`
}

/** The invitation that a token is of; null for one that was altered, or made with another secret. */
export function invitationIn(secret: string, token: string): string | null {
  const [id = '', signature = ''] = token.split('.')
  if (!isId(id)) return null
  const [given, expected] = [Buffer.from(signature), Buffer.from(sign(secret, id))]
  return given.length === expected.length && timingSafeEqual(given, expected) ? id : null
}

function sign(secret: string, invitationId: string): string {
  return createHmac('sha256', secret).update(`invitation:${invitationId}`).digest('base64url')
}

/** The secret part of the address of a person's own calendar. */
export function newCalendarKey(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of it: a random key needs no salt. */
export function hashOfKey(key: string): Buffer {
  return createHash('sha256').update(key).digest()
}
