import { createHmac, timingSafeEqual } from 'node:crypto'
import type { OpenedConsultation } from './rules/consultation.ts'

/**
 * What a form carries to say when it was opened, signed so that nobody writes it themselves: a form opened before closing
 * is still taken for a few minutes after.
 */
export function openedMark(secret: string, consultationId: string, personId: string, now: Date): string {
  const at = String(now.getTime())
  return `${at}.${sign(secret, consultationId, personId, at)}`
}

export function wasOpenAtClosing(secret: string, { id, closesAt }: OpenedConsultation, personId: string, mark: string | null): boolean {
  const [at = '', signature = ''] = (mark ?? '').split('.')
  const [given, expected] = [Buffer.from(signature), Buffer.from(sign(secret, id, personId, at))]
  return given.length === expected.length && timingSafeEqual(given, expected) && Number(at) < closesAt.getTime()
}

function sign(secret: string, consultationId: string, personId: string, at: string): string {
  return createHmac('sha256', secret).update(`consultation-form:${consultationId}:${personId}:${at}`).digest('base64url')
}
