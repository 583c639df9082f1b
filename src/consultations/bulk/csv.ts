import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setImmediate as letOthers } from 'node:timers/promises'
import { CsvError, parse } from 'csv-parse'
import { Problem } from '../../kernel/problem.ts'
import { type Line, mostInLine, tableLimits, tooLarge } from './line.ts'

const separators = [',', ';', '\t'] as const

/** More cells than any table, and more empty lines than a sheet that somebody once scrolled through. */
const mostCells = 1_000
const mostRead = 10 * tableLimits.lines

/**
 * What a cell says is taken as words, also when a spreadsheet would run it. Empty lines are none. Piece by piece, so that
 * whoever else waits gets a turn; past the limits nothing is read.
 */
export async function rowsOfCsv(text: string): Promise<Line[] | null> {
  const head = /^[^\r\n]*/.exec(text.slice(0, mostInLine))?.[0] ?? ''
  const count = (sign: string) => head.split(sign).length
  const delimiter = separators.toSorted((a, b) => count(b) - count(a))[0] ?? ','
  const rows: Line[] = []
  // A cell may hold several lines: a record is called by the one where it begins.
  let begins = 1
  const parser = parse({
    bom: true,
    delimiter,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: mostInLine,
    cast(cell, { index }) {
      if (index >= mostCells) throw tooLarge()
      return cell.trim()
    },
    on_record(cells: string[], { lines, records }) {
      if (cells.some((cell) => cell !== '')) rows.push({ line: begins, cells })
      if (rows.length > tableLimits.lines + 1 || records > mostRead) throw tooLarge()
      begins = lines + 1
      return null
    },
  })
  try {
    // Nothing comes out: each record is taken as it is found.
    await pipeline(Readable.from(pieces(text)), parser.resume())
    return rows
  } catch (error) {
    if (error instanceof Problem) throw error
    if (error instanceof CsvError && error.code === 'CSV_MAX_RECORD_SIZE') throw tooLarge()
    return null
  }
}

const bytesAtOnce = 64 * 1024

async function* pieces(text: string): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += bytesAtOnce) {
    yield bytes.subarray(at, at + bytesAtOnce)
    await letOthers()
  }
}
