import { CsvError, parse } from 'csv-parse'
import { type Line, tableLimits, tooLarge } from './line.ts'

const separators = [',', ';', '\t'] as const

/** A line may hold the longest text there is, in the widest letters, and everything else besides. */
const mostInLine = 200_000

/** What a cell says is taken as words, also when a spreadsheet would run it. Empty lines are none; past the limit nothing is read. */
export async function rowsOfCsv(text: string): Promise<Line[] | null> {
  const head = /^[^\r\n]*/.exec(text.slice(0, mostInLine))?.[0] ?? ''
  const count = (sign: string) => head.split(sign).length
  const delimiter = separators.toSorted((a, b) => count(b) - count(a))[0] ?? ','
  const parser = parse(text, {
    bom: true,
    delimiter,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: mostInLine,
  })
  const rows: Line[] = []
  // A cell may hold several lines: a record is called by the one where it begins.
  let begins = 1
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      const line = begins
      begins = info.lines + 1
      const cells = record.map((cell) => cell.trim())
      if (cells.some((cell) => cell !== '')) rows.push({ line, cells })
      if (rows.length > tableLimits.lines + 1) break
    }
    return rows
  } catch (error) {
    if (error instanceof CsvError && error.code === 'CSV_MAX_RECORD_SIZE') throw tooLarge()
    return null
  }
}
