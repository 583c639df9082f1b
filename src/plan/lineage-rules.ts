import { Problem, type ProblemKind } from '../kernel/problem.ts'
import type { LineageKind } from './rules.ts'

export const linksItself = {
  slug: 'lineage-in-one-edition',
  status: 422,
  it: 'La discendenza unisce due edizioni diverse: scegline un’altra.',
  en: 'Lineage joins two different editions: choose another.',
} as const satisfies ProblemKind

export const codeNeeded = {
  slug: 'lineage-needs-a-code',
  status: 422,
  it: 'Scrivi il codice dell’azione che continua in questa: si lascia vuoto solo per un’azione abbandonata, o quando l’edizione di prima non aveva un’azione corrispondente.',
  en: 'Write the code of the action that continues in this one: it stays empty only for a dropped action, or when the former edition had no matching action.',
} as const satisfies ProblemKind

export const droppedHasNoHeir = {
  slug: 'dropped-has-no-heir',
  status: 422,
  it: 'Un’azione abbandonata non ha un’azione che la continua: lascia vuoto il codice, o scegli un altro esito.',
  en: 'A dropped action has no action that continues it: leave the code empty, or choose another outcome.',
} as const satisfies ProblemKind

export const onlyLaterDrops = {
  slug: 'dropped-by-a-later-edition',
  status: 422,
  it: 'Un’azione è abbandonata da un’edizione successiva: scegline una che viene dopo.',
  en: 'An action is dropped by a later edition: choose one that comes after.',
} as const satisfies ProblemKind

export const alreadyLinked = {
  slug: 'already-linked',
  status: 409,
  it: 'Questo legame è già registrato. Se è sbagliato, ritiralo e scrivilo di nuovo.',
  en: 'This link is already recorded. If it is wrong, withdraw it and write it again.',
} as const satisfies ProblemKind

export const linkWithdrawn = {
  slug: 'lineage-already-withdrawn',
  status: 409,
  it: 'Questo legame è già stato ritirato, il {day}.',
  en: 'This link has already been withdrawn, on {day}.',
} as const satisfies ProblemKind

interface End {
  readonly edition: string
  readonly code: string | null
}

/** Puts two ends in order of time, and refuses what makes no sense. Editions are compared by their years. */
export function lineFrom(here: { readonly edition: string; readonly code: string }, other: End, kind: LineageKind): { from: End; to: End } {
  if (other.edition === here.edition) throw new Problem(linksItself, { field: 'edition' })
  const later = other.edition > here.edition
  if (kind === 'dropped') {
    if (!later) throw new Problem(onlyLaterDrops, { field: 'edition' })
    if (other.code) throw new Problem(droppedHasNoHeir, { field: 'code' })
    return { from: here, to: other }
  }
  if (later && !other.code) throw new Problem(codeNeeded, { field: 'code' })
  return later ? { from: here, to: other } : { from: other, to: here }
}
