import { qualifiedDate, readTiming, type Timing, type Untimed } from './timing.ts'

/** One deadline as found in a text: the date, or why it is none; `end` is where it closes. */
interface Mention {
  readonly end: number
  readonly written: string
  readonly timing: Timing | Untimed
  /** What follows the date in its parentheses, which a single day cannot hold: ', con cadenza annuale'. */
  readonly tail: string
}

export interface Deadlines {
  readonly text: string
  readonly due: Timing | null
  readonly dates: readonly Timing[]
  readonly unplaced: readonly { readonly text: string; readonly reason: Untimed | 'several-dates' | 'more-than-a-date' }[]
}

/**
 * The rules by which prose gets a date. A date counts where it stands alone in parentheses, with or without a
 * qualifier; failing that, where it closes a sentence with a qualifier of its own. A sentence closed by a date in
 * parentheses ends one result: what follows is another.
 */
export function readDeadlines(prose: string): Deadlines[] {
  return cutAfterDates(prose).map((text) => {
    const inParentheses = parenthesised(text)
    const mentions = inParentheses.length > 0 ? inParentheses : closing(text)
    const dates = mentions.map((mention) => mention.timing).filter((timing) => typeof timing !== 'string')
    const distinct = new Set(dates.map((timing) => `${timing.qualifier} ${timing.day}`))
    const unplaced = mentions.flatMap(({ written, timing, tail }): Deadlines['unplaced'][number][] => {
      if (typeof timing === 'string') return [{ text: written, reason: timing }]
      return tail === '' ? [] : [{ text: written, reason: 'more-than-a-date' }]
    })
    if (distinct.size > 1) unplaced.push({ text, reason: 'several-dates' })
    if (mentions.length === 0) unplaced.push({ text, reason: 'no-date' })
    return { text, due: distinct.size === 1 ? (dates[0] ?? null) : null, dates, unplaced }
  })
}

const datelike = /^(?:entro|dal?|dalla|dal l['’]|a partire|a decorrere)\s/i

function parenthesised(text: string): Mention[] {
  return [...text.matchAll(/\(([^()]*)\)/g)].flatMap((found) => {
    const written = found[1] ?? ''
    const prefix = /^data di [^:]{1,30}:\s*/i.exec(written)?.[0] ?? ''
    const [head = '', ...rest] = written.slice(prefix.length).split(',')
    const timing = readTiming(head)
    if (typeof timing === 'string' && prefix === '' && !datelike.test(written)) return []
    return [{ end: found.index + found[0].length, written, timing, tail: rest.join(',') }]
  })
}

function closing(text: string): Mention[] {
  return [...text.matchAll(qualifiedDate)].flatMap((found) => {
    const end = found.index + found[0].length
    return /^\s*(?:$|[.;](?:\s|$))/.test(text.slice(end)) ? [{ end, written: found[0], timing: readTiming(found[0]), tail: '' }] : []
  })
}

function cutAfterDates(prose: string): string[] {
  const pieces: string[] = []
  let start = 0
  for (const { end, timing } of parenthesised(prose)) {
    if (typeof timing === 'string') continue
    const stop = /^[^()]*?[.;](?=\s+["“«*]?\p{Lu})/u.exec(prose.slice(end))?.[0]
    if (stop === undefined) continue
    const close = end + stop.length
    if (close <= start) continue
    pieces.push(prose.slice(start, close))
    start = close
  }
  return [...pieces, prose.slice(start)].map((piece) => piece.trim()).filter((piece) => piece !== '')
}
