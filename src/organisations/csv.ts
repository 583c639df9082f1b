import { Readable } from 'node:stream'
import { type CsvError, parse } from 'csv-parse'
import { Problem, type ProblemKind } from '../kernel/problem.ts'
import type { IpaRow } from './ipa.ts'

export const missingColumns = {
  slug: 'missing-columns',
  status: 422,
  it: 'Nella prima riga del file mancano queste colonne: {columns}. Serve il file «enti» dell’IPA, in formato CSV.',
  en: 'The first line of the file lacks these columns: {columns}. The file needed is “enti” of the IPA, in CSV format.',
} as const satisfies ProblemKind

export const unreadableFile = {
  slug: 'unreadable-file',
  status: 422,
  it: 'Dalla riga {line} in poi il file non si legge come CSV: forse lì si aprono virgolette che non si chiudono.',
  en: 'From line {line} on the file cannot be read as CSV: perhaps a quotation mark opens there and never closes.',
} as const satisfies ProblemKind

const mandatory = { code: 'Codice_IPA', name: 'Denominazione_ente', taxCode: 'Codice_fiscale_ente', category: 'Codice_Categoria' }
const columns = { ...mandatory, acronym: 'Acronimo', updatedOn: 'Data_aggiornamento' }
type Field = keyof typeof columns

/** Reads the file `enti` as it streams in: comma, semicolon or tab, with or without a byte order mark. */
export async function* readIpa(input: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<IpaRow> {
  const { delimiter, whole } = await peek(input)
  const skipped: IpaRow[] = []
  const parser = parse({
    bom: true,
    delimiter,
    info: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: 100_000,
  })
  parser.on('skip', (error: CsvError) => {
    // Past this size it is no line any more: a quotation mark has swallowed the rest of the file.
    if (error.code === 'CSV_MAX_RECORD_SIZE') parser.destroy(error)
    else skipped.push({ ...blank, line: Number(error.lines) || 0, broken: true })
  })
  const source = Readable.from(whole)
  source.on('error', (error) => parser.destroy(error))
  source.pipe(parser)
  let places: Record<Field, number> | undefined
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      // The parser reads ahead: a line it skipped may come after this one.
      while (skipped[0] && skipped[0].line < info.lines) yield skipped.shift() as IpaRow
      if (!places) places = placesIn(record)
      else yield rowOf(record, places, info.lines)
    }
  } catch (error) {
    if (error instanceof Problem || !(error as CsvError).code?.startsWith('CSV_')) throw error
    throw new Problem(unreadableFile, { field: 'file', line: Number((error as CsvError).lines) || 1 })
  }
  if (!places) placesIn([])
  yield* skipped
}

const blank = { code: '', name: '', taxCode: '', category: '', acronym: '', updatedOn: '' }

/** The first line tells which sign parts the columns: the one that stands there most often. */
async function peek(input: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) {
  const chunks = (async function* () {
    yield* input
  })()
  let first = Buffer.alloc(0)
  while (!first.includes(10) && first.length < 100_000) {
    const { value, done } = await chunks.next()
    if (done) break
    first = Buffer.concat([first, value])
  }
  const head = first.toString().split(/\r?\n/, 1)[0] ?? ''
  const count = (sign: string) => head.split(sign).length
  const delimiter = [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
  const whole = (async function* () {
    yield first
    yield* chunks
  })()
  return { delimiter, whole }
}

/** The index has changed the capitals of its columns over the years. */
function placesIn(header: readonly string[]): Record<Field, number> {
  const names = header.map((name) => name.trim().toLowerCase())
  const place = (field: Field) => names.indexOf(columns[field].toLowerCase())
  const missing = (Object.keys(mandatory) as (keyof typeof mandatory)[]).filter((field) => place(field) < 0)
  if (missing.length > 0) throw new Problem(missingColumns, { field: 'file', columns: missing.map((field) => mandatory[field]) })
  return Object.fromEntries((Object.keys(columns) as Field[]).map((field) => [field, place(field)])) as Record<Field, number>
}

function rowOf(record: readonly string[], places: Record<Field, number>, line: number): IpaRow {
  const at = (field: Field) => record[places[field]] ?? ''
  return {
    line,
    code: at('code'),
    name: at('name'),
    taxCode: at('taxCode'),
    category: at('category'),
    acronym: at('acronym'),
    updatedOn: at('updatedOn'),
  }
}
