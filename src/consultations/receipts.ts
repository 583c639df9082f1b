import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Target } from './rules/contributions.ts'
import type { Answers } from './rules/questions.ts'

/** What the receipt's hash is made of: anybody who has the text can compute it again. */
export interface Content {
  readonly consultationId: string
  readonly versionId: string
  readonly target: Target
  readonly organisationId: string | null
  readonly text: string | null
  readonly answers: Answers
  /** sha256 of each file, in order. */
  readonly files: readonly string[]
}

export function canonicalContent({ consultationId, versionId, target, organisationId, text, answers, files }: Content): string {
  return String(canonicalize({ consultationId, versionId, target, organisationId, text, answers, files }))
}

export function hashOf(content: Content): string {
  return createHash('sha256').update(canonicalContent(content)).digest('hex')
}
