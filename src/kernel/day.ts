/** A calendar day in Europe/Rome, as 'YYYY-MM-DD'. Legal terms count days, not hours. */
export type Day = string & { readonly __day: unique symbol }

const shape = /^\d{4}-\d\d-\d\d$/

/** True for a day that exists: '2020-02-29' does, '2019-02-29' does not. */
export function isDay(text: string): text is Day {
  if (!shape.test(text)) return false
  const instant = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text)
}

/** True for a day of a year that somebody can mean: '0020-07-22' is one typed by halves. */
export function isLikelyDay(text: string): text is Day {
  return isDay(text) && text >= '1800' && text < '3000'
}

export function day(text: string): Day {
  if (!isDay(text)) throw new TypeError(`not a day: ${text}`)
  return text
}

const utc = (d: Day) => Date.parse(`${d}T00:00:00Z`)
const fromUtc = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 10) as Day

/** Whole days from one day to another, the first excluded; negative when `to` comes before. */
export function daysBetween(from: Day, to: Day): number {
  return (utc(to) - utc(from)) / 86_400_000
}

export function addDays(from: Day, count: number): Day {
  return fromUtc(utc(from) + count * 86_400_000)
}

/** The last day of a month; `month` counts from 1. */
export function endOfMonth(year: number, month: number): Day {
  return fromUtc(Date.UTC(year, month, 0))
}

const romeDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome' })

const hour = 3_600_000
/** Since then clocks in Rome have been whole hours ahead of UTC, so that a day begins with an hour. */
const wholeHours = Date.UTC(1900, 0, 1)
let lastHour = Number.NaN
let lastDay = ''

/** The day that an instant belongs to in Europe/Rome, daylight saving included. */
export function dayOf(instant: Date): Day {
  const hours = Math.floor(instant.getTime() / hour)
  if (hours !== lastHour || instant.getTime() < wholeHours) [lastHour, lastDay] = [hours, romeDay.format(instant)]
  return lastDay as Day
}
