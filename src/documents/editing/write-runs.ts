import { code, escaped } from '../text/escaped.ts'
import { markdown } from '../text/parser.ts'
import { type Align, readRuns, readTable, type TableText } from './read-runs.ts'
import { isSameText, type Run, type Span, spans, tidy } from './runs.ts'

/** How a text is written: signs as they are, signs escaped, or also those beside a mark told by their number. */
interface Way {
  readonly text: (text: string) => string
  readonly star: '*' | '_'
  readonly bounded: boolean
}

const asIs = (text: string) => text
const ways: readonly Way[] = [
  { text: asIs, star: '*', bounded: false },
  { text: escaped, star: '*', bounded: false },
  { text: asIs, star: '_', bounded: false },
  { text: escaped, star: '_', bounded: false },
  { text: escaped, star: '*', bounded: true },
  { text: escaped, star: '_', bounded: true },
]

/** Runs as the simplest Markdown that is read as the same runs; null when there is none. */
export function writeRuns(given: readonly Run[]): string | null {
  const runs = tidy(given)
  for (const way of ways) {
    const source = written(runs, way)
    if (isSameText(readRuns(source) ?? [], runs)) return source
  }
  return null
}

/** The words alone, when their marks cannot be told. */
export const bareWords = (runs: readonly Run[]): string =>
  written(
    tidy(runs).map(({ text, break: ends, footnote }) => ({ text, ...(ends ? { break: true } : footnote ? { footnote } : {}) })),
    { text: escaped, star: '*', bounded: false },
  )

export function writeTable({ aligns, rows }: TableText): string | null {
  const cell = (runs: readonly Run[]) => {
    const flat = runs.map((run) => (run.break ? { text: ' ' } : run))
    return (writeRuns(flat) ?? bareWords(flat)).replace(/\|/g, '\\|')
  }
  const line = (cells: readonly string[]) => `|${cells.map((one) => ` ${one} |`).join('')}`
  const rule = { left: ':---', center: ':---:', right: '---:', none: '---' }
  const [head = [], ...body] = rows
  const source = [
    line(head.map(cell)),
    line(head.map((_, at) => rule[aligns[at] ?? 'none'])),
    ...body.map((row) => line(row.map(cell))),
  ].join('\n')
  const again = readTable(source)
  return again && isSameTable(again, { aligns, rows }) ? source : null
}

export function isSameTable(one: TableText, two: TableText): boolean {
  const align = (table: TableText, at: number): Align => table.aligns[at] ?? null
  return (
    one.rows.length === two.rows.length &&
    one.rows.every((row, down) => {
      const other = two.rows[down] ?? []
      return row.length === other.length && row.every((runs, at) => isSameText(runs, other[at] ?? []) && align(one, at) === align(two, at))
    })
  )
}

function written(runs: readonly Run[], way: Way): string {
  const open: Span[] = []
  let source = ''
  runs.forEach((run, at) => {
    const before = source.length
    const staying = open.findIndex((span) => run.break || !run[span] || run[span] !== runs[at - 1]?.[span])
    if (staying >= 0) for (const span of open.splice(staying).reverse()) source += closed(span, runs[at - 1], way)
    const fresh = run.break ? [] : spans.filter((span) => run[span] && !open.includes(span))
    fresh.sort((one, two) => lasting(runs, at, two) - lasting(runs, at, one))
    const whole = addressed(run, fresh, runs[at + 1])
    const opened = whole ? fresh.filter((span) => span !== 'link') : fresh
    for (const span of opened) {
      source += span === 'link' ? '[' : delimiter(span, way)
      open.push(span)
    }
    source += whole ?? words(run, way, { start: source.length > before, end: edgeAfter(runs, at) })
  })
  for (const span of open.reverse()) source += closed(span, runs.at(-1), way)
  return source
}

const delimiter = (span: Exclude<Span, 'link'>, way: Way) => ({ struck: '~~', strong: '**', emphasis: way.star })[span]

const closed = (span: Span, run: Run | undefined, way: Way) =>
  span === 'link' ? `](<${(run?.link ?? '').replace(/[<>\\\s]/g, encodeURIComponent)}>)` : delimiter(span, way)

/** For how many runs a mark goes on. */
function lasting(runs: readonly Run[], from: number, span: Span): number {
  const end = runs.findIndex((run, at) => at > from && (run.break || run[span] !== runs[from]?.[span]))
  return (end < 0 ? runs.length : end) - from
}

/** A bare address, written as one. */
function addressed(run: Run, fresh: readonly Span[], next: Run | undefined): string | null {
  if (!run.link || run.code || run.footnote !== undefined || !fresh.includes('link') || next?.link === run.link) return null
  if (!/^(?:https?|mailto):/i.test(run.link) || /[<>\s]/.test(run.link)) return null
  return markdown.normalizeLinkText(run.link) === run.text ? `<${run.link}>` : null
}

const edgeAfter = (runs: readonly Run[], at: number) => spans.some((span) => runs[at]?.[span] !== runs[at + 1]?.[span])

function words(run: Run, way: Way, edge: { readonly start: boolean; readonly end: boolean }): string {
  if (run.break) return '\\\n'
  if (run.footnote !== undefined) return `[^${run.footnote}]`
  if (run.code) return code(run.text)
  if (!way.bounded) return way.text(run.text)
  const signs = [...run.text]
  const number = (sign: string) => (sign.trim() ? `&#${sign.codePointAt(0)};` : sign)
  const first = edge.start && signs.length > 0 ? number(signs.shift() ?? '') : ''
  const last = edge.end && signs.length > 0 ? number(signs.pop() ?? '') : ''
  return `${first}${way.text(signs.join(''))}${last}`
}
