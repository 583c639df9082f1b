import { parse } from 'csv-parse/sync'
import type { Line } from './line.ts'

const separators = [',', ';', '\t'] as const

/** What a cell says is taken as words, also when a spreadsheet would run it. */
export function rowsOfCsv(text: string): Line[] | null {
  const head = /^[^\r\n]*/.exec(text)?.[0] ?? ''
  const count = (sign: string) => head.split(sign).length
  const delimiter = separators.toSorted((a, b) => count(b) - count(a))[0] ?? ','
  try {
    const rows = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: 200_000,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    // A cell may hold several lines: a record is called by the one where it begins.
    let begins = 1
    return rows.map(({ record, info }) => {
      const line = begins
      begins = info.lines + 1
      return { line, cells: record.map((cell) => cell.trim()) }
    })
  } catch {
    return null
  }
}
