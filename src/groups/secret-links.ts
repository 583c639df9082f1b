import { createHash, randomBytes } from 'node:crypto'
import { idSigned, signedId } from '../platform/signed-links.ts'

const purpose = 'invitation'

/** What follows /inviti/ in a link that answers an invitation, which belongs to one member and one meeting. */
export function invitationToken(secret: string, invitationId: string): string {
  return signedId(secret, purpose, invitationId)
}

/** The invitation that a token is of. */
export function invitationIn(secret: string, token: string): string | null {
  return idSigned(secret, purpose, token)
}

/** The secret part of the address of a person's own calendar. */
export function newCalendarKey(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of it: a random key needs no salt. */
export function hashOfKey(key: string): Buffer {
  return createHash('sha256').update(key).digest()
}
