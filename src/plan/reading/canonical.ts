import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { PlanAction } from './source.ts'

/** An action's content as canonical JSON (RFC 8785): where it stands in its file is not part of it. */
export function canonicalAction(action: PlanAction): string {
  const { scope, ...content } = action
  return canonicalize({ ...withoutPlace(content), scope: [...scope] }) ?? ''
}

/** The hash that tells whether an action changed. */
export function hashAction(action: PlanAction): string {
  return createHash('sha256').update(canonicalAction(action)).digest('hex')
}

function withoutPlace(content: object): object {
  return JSON.parse(JSON.stringify(content, (key, value) => (key === 'line' || key === 'file' ? undefined : value)))
}
