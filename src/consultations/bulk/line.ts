import { Problem, type ProblemKind } from '../../kernel/problem.ts'
import { megabyte } from '../../platform/files.ts'

/** One line of a file, as somebody who opens it counts them: the names of the columns stand on the first. */
export interface Line {
  readonly line: number
  readonly cells: readonly string[]
}

export interface Table {
  readonly columns: readonly string[]
  readonly lines: readonly Line[]
}

export const tableLimits = { bytes: 10 * megabyte, lines: 20_000, columns: 60 }

/** A line may hold the longest text there is, in the widest letters, and everything else besides. */
export const mostInLine = 200_000

export const tableTooLong = {
  slug: 'table-too-long',
  status: 422,
  it: 'Il file è troppo grande: al massimo {lines, number} righe e {columns} colonne, e una riga non può essere più lunga di un testo. Dividilo in più file: quelli già registrati non si ripetono.',
  en: 'The file is too large: {lines, number} lines and {columns} columns at most, and no line longer than a text can be. Split it into several files: what is recorded already is not repeated.',
} as const satisfies ProblemKind

export function tooLarge(): Problem {
  return new Problem(tableTooLong, { field: 'file', lines: tableLimits.lines, columns: tableLimits.columns })
}
