import { idSigned, signedId } from '../platform/signed-links.ts'

const purpose = 'hearing-invitation'

/** What follows /inviti/audizioni/ in a link that answers an invitation to a hearing. */
export function hearingInvitationToken(secret: string, invitationId: string): string {
  return signedId(secret, purpose, invitationId)
}

/** The invitation that a token is of. */
export function invitationIn(secret: string, token: string): string | null {
  return idSigned(secret, purpose, token)
}
