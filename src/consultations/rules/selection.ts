import { Problem, type ProblemKind } from '../../kernel/problem.ts'

/** Words of a block's text: where they stand, in UTF-16 units, and the words themselves with a little of what is around. */
export interface Selection {
  readonly starts: number
  readonly ends: number
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

/** What a browser says was selected. */
export interface Asked {
  readonly starts: number
  readonly exact: string
}

const around = 32

export const wordsNotThere = {
  slug: 'words-not-there',
  status: 422,
  it: 'Le parole scelte non si ritrovano in questo paragrafo, o vi compaiono più volte: torna al testo e sceglile di nuovo, oppure commenta il paragrafo intero.',
  en: 'The chosen words are not found in this paragraph, or more than once: go back to the text and choose them again, or comment on the whole paragraph.',
} as const satisfies ProblemKind

export const wordsTooMany = {
  slug: 'words-too-many',
  status: 422,
  it: 'Hai scelto troppe parole, o nessuna: scegline meno, oppure commenta il paragrafo intero.',
  en: 'Too many words are chosen, or none: choose fewer, or comment on the whole paragraph.',
} as const satisfies ProblemKind

export const mostSelected = 4000

/**
 * What was selected, made again from the stored text. The place a browser tells is believed only if the words stand
 * there; otherwise only if they stand in the block once.
 */
export function selectionIn(text: string, { starts: said, exact: written }: Asked): Selection {
  const exact = written.normalize('NFC')
  if (exact.length > mostSelected || !/[\p{L}\p{N}]/u.test(exact)) throw new Problem(wordsTooMany)
  const starts = text.startsWith(exact, said) ? said : text.indexOf(exact)
  if (starts < 0 || (starts !== said && text.indexOf(exact, starts + 1) >= 0)) throw new Problem(wordsNotThere)
  const ends = starts + exact.length
  return {
    starts,
    ends,
    exact,
    prefix: text.slice(Math.max(0, starts - around), starts).toWellFormed(),
    suffix: text.slice(ends, ends + around).toWellFormed(),
  }
}
