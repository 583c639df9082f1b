import type { Id } from '../../kernel/id.ts'
import { Problem, type ProblemKind } from '../../kernel/problem.ts'

export type CommentId = Id<'block-comment'>

export interface Comment {
  readonly id: CommentId
  readonly documentId: string
  readonly blockId: string
  /** The comment that this one answers. */
  readonly parentId: CommentId | null
  /** The revision of the block that it speaks of. */
  readonly revision: number
  readonly authorId: string
  readonly text: string
  readonly at: Date
  readonly resolvedAt: Date | null
}

export const commentResolved = {
  slug: 'comment-resolved',
  status: 409,
  it: 'Questo commento è già chiuso: riaprilo, se c’è altro da dire.',
  en: 'This comment is already resolved: reopen it if there is more to say.',
} as const satisfies ProblemKind

export const commentOpen = {
  slug: 'comment-open',
  status: 409,
  it: 'Questo commento è già aperto.',
  en: 'This comment is already open.',
} as const satisfies ProblemKind

export const answersAreNotResolved = {
  slug: 'answer-not-resolvable',
  status: 422,
  it: 'Si chiude il commento da cui la discussione comincia, non una risposta.',
  en: 'What is resolved is the comment that begins the discussion, not an answer.',
} as const satisfies ProblemKind

export function mustBeOpen({ resolvedAt }: Pick<Comment, 'resolvedAt'>): void {
  if (resolvedAt) throw new Problem(commentResolved)
}

export function mustTurn({ parentId, resolvedAt }: Comment, open: boolean): void {
  if (parentId) throw new Problem(answersAreNotResolved)
  if (open && !resolvedAt) throw new Problem(commentOpen)
  if (!open && resolvedAt) throw new Problem(commentResolved)
}
