import { createHmac, timingSafeEqual } from 'node:crypto'
import { isId } from '../kernel/id.ts'
import type { Contribution } from './rules/contributions.ts'

/** What follows /ricevute/ in the link that goes with a receipt: whoever has it follows the contribution without signing in. */
export function receiptToken(secret: string, { consultationId, id }: Pick<Contribution, 'consultationId' | 'id'>): string {
  return `${consultationId}.${id}.${sign(secret, consultationId, id)}`
}

export function receiptIn(secret: string, token: string): { readonly consultationId: string; readonly id: string } | null {
  const [consultationId = '', id = '', signature = ''] = token.split('.')
  if (!isId(consultationId) || !isId(id)) return null
  const [given, expected] = [Buffer.from(signature), Buffer.from(sign(secret, consultationId, id))]
  return given.length === expected.length && timingSafeEqual(given, expected) ? { consultationId, id } : null
}

function sign(secret: string, consultationId: string, id: string): string {
  return createHmac('sha256', secret).update(`receipt:${consultationId}:${id}`).digest('base64url')
}
