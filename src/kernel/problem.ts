import { isDay } from './day.ts'
import type { Lang } from './lang.ts'
import { fill, formatDay } from './words.ts'

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

/**
 * Stands beside the rule that raises it. `slug` names the problem in addresses; the words, in ICU MessageFormat over
 * the problem's facts, say what happened and what to do. A fact called `field` puts them beside that field of a form.
 */
export interface ProblemKind {
  readonly slug: string
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 422 | 429 | 503
  readonly it: string
  readonly en: string
}

export function tell(lang: Lang, problem: Problem): string {
  const facts = Object.entries(problem.facts).map(([name, fact]) => [name, worded(lang, fact)])
  return fill(lang, problem.kind[lang], Object.fromEntries(facts))
}

/** The words of the refusal that a rule would meet now; null when it would let pass. */
export function whyNot(lang: Lang, rule: () => unknown): string | null {
  try {
    rule()
    return null
  } catch (error) {
    if (error instanceof Problem) return tell(lang, error)
    throw error
  }
}

function worded(lang: Lang, fact: unknown): string | number {
  if (typeof fact === 'number') return fact
  if (Array.isArray(fact)) return fact.join(', ')
  const text = String(fact)
  return isDay(text) ? formatDay(lang, text) : text
}

export const notFound = {
  slug: 'not-found',
  status: 404,
  it: 'A questo indirizzo non c’è nulla. Controlla che sia scritto per intero, oppure cerca per nome.',
  en: 'There is nothing at this address. Check that it is complete, or search by name.',
} as const satisfies ProblemKind

export const notAllowed = {
  slug: 'not-allowed',
  status: 403,
  it: 'Il tuo incarico non permette questo atto. Se dovrebbe, chiedi a un amministratore della piattaforma.',
  en: 'Your role does not allow this act. If it should, ask an administrator of the platform.',
} as const satisfies ProblemKind

export const signInFirst = {
  slug: 'sign-in-first',
  status: 401,
  it: 'Per questo serve farsi riconoscere: entra e riprova.',
  en: 'This needs to know who you are: sign in and try again.',
} as const satisfies ProblemKind

export const invalidInput = {
  slug: 'invalid-input',
  status: 422,
  it: 'Alcuni dati vanno corretti: l’elenco dice quali e come.',
  en: 'Some of the data need correcting: the list says which and how.',
} as const satisfies ProblemKind

export const malformed = {
  slug: 'malformed',
  status: 400,
  it: 'La richiesta non si può leggere. Torna alla pagina da cui vieni e riprova.',
  en: 'The request cannot be read. Go back to the page you came from and try again.',
} as const satisfies ProblemKind

export const tooLarge = {
  slug: 'too-large',
  status: 413,
  it: 'Quello che hai mandato è troppo grande: il limite è {limit}. Riducilo, o dividilo in più parti, e riprova.',
  en: 'What you sent is too large: the limit is {limit}. Make it smaller, or split it, and try again.',
} as const satisfies ProblemKind

export const conflict = {
  slug: 'conflict',
  status: 409,
  it: 'Nel frattempo qualcosa è cambiato, o esiste già. Ricarica la pagina e riprova.',
  en: 'Something changed meanwhile, or exists already. Reload the page and try again.',
} as const satisfies ProblemKind

export const busy = {
  slug: 'busy',
  status: 503,
  it: 'In questo momento le richieste sono troppe, o questa ha preso troppo tempo. Riprova tra poco; se stavi mandando un modulo, guarda prima se è già arrivato.',
  en: 'There are too many requests just now, or this one took too long. Try again shortly; if you were sending a form, look first whether it already arrived.',
} as const satisfies ProblemKind
