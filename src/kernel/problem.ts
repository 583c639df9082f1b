/** A refusal that a person can act on. Rendered as RFC 9457 problem+json by the API and as a page by the site. */
export class Problem extends Error {
  override name = 'Problem'
  readonly kind: ProblemKind
  readonly facts: Record<string, unknown>

  constructor(kind: ProblemKind, facts: Record<string, unknown> = {}) {
    super(kind.slug)
    this.kind = kind
    this.facts = facts
  }
}

/** `slug` names the problem in addresses and message catalogues; it stands beside the rule that raises it. */
export interface ProblemKind {
  readonly slug: string
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 422 | 429 | 503
}

export const notFound = { slug: 'not-found', status: 404 } as const
export const notAllowed = { slug: 'not-allowed', status: 403 } as const
export const signInFirst = { slug: 'sign-in-first', status: 401 } as const
export const invalidInput = { slug: 'invalid-input', status: 422 } as const
export const malformed = { slug: 'malformed', status: 400 } as const
export const tooLarge = { slug: 'too-large', status: 413 } as const
