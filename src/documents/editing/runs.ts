import type { Run } from '../../platform/papers/run.ts'
import { markdown } from '../text/parser.ts'

export type { Run }

export const spans = ['link', 'struck', 'strong', 'emphasis'] as const
export type Span = (typeof spans)[number]
type Marks = Omit<Run, 'text' | 'break' | 'footnote'>

/** One sign, one line end or one call of a footnote, with its marks. */
interface Sign {
  readonly text: string
  readonly break?: boolean
  readonly footnote?: string
  marks: Marks
}

/**
 * The one form of all runs that mean the same: nothing blank at either end or around a line end, no mark on the blanks
 * where it begins or ends, calls of footnotes and bare addresses known for what they are, neighbours alike joined.
 */
export function tidy(runs: readonly Run[]): Run[] {
  const signs = trimmed(runs.flatMap(enriched).flatMap(signsOf))
  for (const span of spans) bareEdges(signs, span)
  return joined(signs)
}

export const isSameText = (one: readonly Run[], two: readonly Run[]) => JSON.stringify(tidy(one)) === JSON.stringify(tidy(two))

function signsOf({ text, break: ends, footnote, ...marks }: Run): Sign[] {
  if (ends) return [{ text: '\n', break: true, marks }]
  if (footnote !== undefined) return [{ text, footnote, marks }]
  return [...text.replace(/\s*\n\s*/g, ' ')].map((sign) => ({ text: sign, marks }))
}

const isBlank = (sign: Sign | undefined) => sign !== undefined && sign.footnote === undefined && !sign.marks.code && !sign.text.trim()

function trimmed(signs: readonly Sign[]): Sign[] {
  const kept: Sign[] = []
  for (const sign of signs) {
    if (sign.break) while (isBlank(kept.at(-1)) && !kept.at(-1)?.break) kept.pop()
    const begins = kept.length === 0 || kept.at(-1)?.break
    if (!(begins && isBlank(sign) && (!sign.break || kept.length === 0))) kept.push({ ...sign })
  }
  while (isBlank(kept.at(-1))) kept.pop()
  return kept
}

function bareEdges(signs: Sign[], span: Span): void {
  const drop = (sign: Sign) => {
    const { [span]: _, ...rest } = sign.marks
    sign.marks = rest
  }
  const walk = (list: readonly Sign[]) => {
    let inside: unknown
    for (const sign of list) {
      const mark = sign.marks[span]
      if (mark && mark !== inside && isBlank(sign)) drop(sign)
      else inside = mark
    }
  }
  walk(signs)
  walk(signs.toReversed())
}

const order = ['link', 'struck', 'strong', 'emphasis', 'code'] as const

function joined(signs: readonly Sign[]): Run[] {
  const runs: Run[] = []
  let last = ''
  let same: Marks | null = null
  for (const { text, break: ends, footnote, marks } of signs) {
    const until = runs.at(-1)
    if (marks === same && until && !ends && footnote === undefined) {
      runs[runs.length - 1] = { ...until, text: until.text + text }
      continue
    }
    same = ends || footnote !== undefined ? null : marks
    const own = Object.fromEntries(order.flatMap((mark) => (marks[mark] ? [[mark, marks[mark]]] : []))) as Marks
    const kind = ends || footnote !== undefined ? '' : JSON.stringify(own)
    const before = runs.at(-1)
    if (kind !== '' && kind === last && before) runs[runs.length - 1] = { ...before, text: before.text + text }
    else if (ends) runs.push({ text, break: true })
    else runs.push({ text, ...(footnote === undefined ? {} : { footnote }), ...own })
    last = kind
  }
  return runs
}

/** The calls of footnotes and the bare addresses within a text, as whoever reads the Markdown will find them. */
function enriched(run: Run): Run[] {
  if (run.break || run.footnote !== undefined || run.code) return [run]
  return run.text
    .split(/(\[\^[^\]\s]{1,20}\])/)
    .filter((part) => part !== '')
    .flatMap((part): Run[] => {
      if (/^\[\^[^\]\s]{1,20}\]$/.test(part)) return [{ ...run, text: part, footnote: part.slice(2, -1) }]
      return run.link ? [{ ...run, text: part }] : addressesIn({ ...run, text: part })
    })
}

function addressesIn(run: Run): Run[] {
  const parts: Run[] = []
  let from = 0
  for (const { url, schema, index, lastIndex, text } of markdown.linkify.match(run.text) ?? []) {
    const link = markdown.normalizeLink(url)
    if (!schema || !markdown.validateLink(link) || index < from) continue
    parts.push({ ...run, text: run.text.slice(from, index) }, { ...run, text: markdown.normalizeLinkText(text), link })
    from = lastIndex
  }
  return [...parts, { ...run, text: run.text.slice(from) }].filter(({ text }) => text !== '')
}
