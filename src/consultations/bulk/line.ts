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

export const tableLimits = { bytes: 10 * megabyte, lines: 2_000, columns: 60 }
