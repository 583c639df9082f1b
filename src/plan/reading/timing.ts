import { type Day, endOfMonth, isDay } from '../../kernel/day.ts'

/**
 * A date as the plan writes it. `day` is the first day of what `from` and `in` name, the last of what `by` names;
 * `ongoing` has none.
 */
export interface Timing {
  readonly qualifier: 'from' | 'by' | 'in' | 'ongoing'
  readonly precision: 'month' | 'day' | null
  readonly day: Day | null
  readonly text: string
}

export type Untimed = 'no-date' | 'year-only' | 'no-year' | 'impossible-day' | 'unknown-form'

const months = [
  'gennaio',
  'febbraio',
  'marzo',
  'aprile',
  'maggio',
  'giugno',
  'luglio',
  'agosto',
  'settembre',
  'ottobre',
  'novembre',
  'dicembre',
]
const monthName = months.join('|')
const from = `a (?:partire|decorrere) da(?:l mese di|l(?:l['’])?)?|da(?:l mese di|l(?:l['’])?)?`
const by = `entro(?: (?:il(?: mese di)?|l['’]|la fine di|fine))?`
const at = 'nel mese di|in|il|a'
const date = String.raw`(?:(\d{1,2})\s?°?\s+)?(${monthName})\s+(\d{4})`

const whole = new RegExp(`^(?:(${from})\\s*|(${by})\\s*|(?:${at})\\s+)?${date}$`)
/** A date with a qualifier of its own, wherever it stands in a text. */
export const qualifiedDate = new RegExp(`(?<![\\p{L}\\d])(?:(?:${from})|(?:${by}))\\s*${date}(?!\\d)`, 'giu')

/** Reads 'Da gennaio 2020', 'giugno 2020', 'Entro il 31 dicembre 2019', 'In corso'; anything else is told, not guessed. */
export function readTiming(written: string): Timing | Untimed {
  const text = written.replace(/\s+/g, ' ').trim().replace(/[.;]$/, '')
  const form = text.toLowerCase()
  if (form === 'in corso') return { qualifier: 'ongoing', precision: null, day: null, text }
  const found = whole.exec(form)
  if (!found) return whyUntimed(form)
  const [, isFrom, isBy, dayOfMonth, monthWord = '', year = ''] = found
  const qualifier = isFrom !== undefined ? 'from' : isBy !== undefined ? 'by' : 'in'
  const month = months.indexOf(monthWord) + 1
  if (dayOfMonth === undefined) {
    const first = `${year}-${String(month).padStart(2, '0')}-01`
    if (!isDay(first)) return 'impossible-day'
    return { qualifier, precision: 'month', day: qualifier === 'by' ? endOfMonth(Number(year), month) : first, text }
  }
  const day = `${year}-${String(month).padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`
  return isDay(day) ? { qualifier, precision: 'day', day, text } : 'impossible-day'
}

const dayAndMonth = new RegExp(String.raw`(?<!\p{L})(?:${monthName})(?!\p{L})`, 'u')

function whyUntimed(form: string): Untimed {
  const names = dayAndMonth.test(form)
  const years = /(?<!\d)(?:19|20)\d\d(?!\d)/.test(form)
  if (names && years) return 'unknown-form'
  if (years) return 'year-only'
  return names ? 'no-year' : 'no-date'
}

/**
 * The last day on which the thing is still on time. A month lasts until its last day. What goes on, or only
 * begins on a date, names no deadline: null.
 */
export function dueDay(timing: Timing): Day | null {
  if (timing.day === null || timing.qualifier === 'from' || timing.qualifier === 'ongoing') return null
  if (timing.qualifier === 'by' || timing.precision === 'day') return timing.day
  return lastDayOfMonth(timing.day)
}

function lastDayOfMonth(first: Day): Day {
  const [year = '', month = ''] = first.split('-')
  return endOfMonth(Number(year), Number(month))
}
