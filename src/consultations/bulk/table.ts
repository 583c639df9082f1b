import { Problem, type ProblemKind } from '../../kernel/problem.ts'
import { fileTooLarge } from '../../platform/files/check.ts'
import { megabyte } from '../../platform/files.ts'
import { rowsOfCsv } from './csv.ts'
import { rowsOfJson } from './json.ts'
import { type Line, type Table, tableLimits, tooLarge } from './line.ts'
import { mended } from './mended.ts'
import { rowsOfWorkbook } from './workbook.ts'

export const notATable = {
  slug: 'not-a-table',
  status: 422,
  it: 'Questo file non si legge come tabella: serve un file CSV, XLSX o JSON (un elenco di voci), integro e senza password. Salvalo di nuovo e riprova.',
  en: 'This file cannot be read as a table: it takes a CSV, XLSX or JSON file (a list of items), whole and without a password. Save it again and retry.',
} as const satisfies ProblemKind

export const emptyTable = {
  slug: 'empty-table',
  status: 422,
  it: 'Il file non ha righe sotto quella con i nomi delle colonne.',
  en: 'The file has no lines under the one with the names of the columns.',
} as const satisfies ProblemKind

/** Of a column: the names are shown, and asked for, whole. */
const longestName = 200

/** Reads what somebody sends as a table. What it is shows in its first bytes, whatever its name. */
export async function readTable(bytes: Buffer): Promise<Table> {
  const field = 'file'
  if (bytes.length > tableLimits.bytes) throw new Problem(fileTooLarge, { field, limit: tableLimits.bytes / megabyte })
  const all = await rowsOf(bytes)
  if (!all) throw new Problem(notATable, { field })
  const [head, ...lines] = all.filter(({ cells }) => cells.some((cell) => cell !== ''))
  if (!head || lines.length === 0) throw new Problem(emptyTable, { field })
  if (lines.length > tableLimits.lines || head.cells.length > tableLimits.columns) throw tooLarge()
  return mended({ columns: head.cells.map((name) => name.slice(0, longestName)), lines: numbered(lines) })
}

/** A line is known by its number: where a file gives one twice, or goes back, it goes on from the line before. */
function numbered(lines: readonly Line[]): Line[] {
  let last = 0
  return lines.map(({ line, cells }) => {
    last = Math.max(last + 1, line)
    return { line: last, cells }
  })
}

async function rowsOf(bytes: Buffer): Promise<Line[] | null> {
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return rowsOfWorkbook(bytes)
  const text = textOf(bytes)
  if (text === null) return null
  return /^\s*[[{]/.test(text) ? rowsOfJson(text) : rowsOfCsv(text)
}

/** Spreadsheets in Italy still save CSV in the Windows alphabet, and «Unicode text» with its mark in front. */
function textOf(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  // No text holds a NUL, in any of these alphabets.
  if (bytes.includes(0)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
