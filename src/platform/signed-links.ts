import { createHmac, timingSafeEqual } from 'node:crypto'
import { isId } from '../kernel/id.ts'

/**
 * An id as it travels in a link that is itself the permission: signed for one purpose with the secret of the platform,
 * and kept nowhere, so that whoever reads the database answers for nobody.
 */
export function signedId(secret: string, purpose: string, id: string): string {
  return `${id}.${sign(secret, purpose, id)}`
}

/** The id that was signed; null for a token that was altered, made for something else, or made with another secret. */
export function idSigned(secret: string, purpose: string, token: string): string | null {
  const [id = '', signature = ''] = token.split('.')
  if (!isId(id)) return null
  const [given, expected] = [Buffer.from(signature), Buffer.from(sign(secret, purpose, id))]
  return given.length === expected.length && timingSafeEqual(given, expected) ? id : null
}

function sign(secret: string, purpose: string, id: string): string {
  return createHmac('sha256', secret).update(`${purpose}:${id}`).digest('base64url')
}
