import { IntlMessageFormat } from 'intl-messageformat'
import { type Day, daysBetween } from './day.ts'
import type { Lang } from './lang.ts'

export type Catalogue<Key extends string = string> = { readonly it: Record<Key, string>; readonly en: Record<Key, string> }

export type Values = Record<string, string | number | boolean | null | undefined>

/**
 * A room's words, in ICU MessageFormat. The English side must have every key of the Italian one:
 * a missing translation does not compile.
 */
export function catalogue<const It extends Record<string, string>>(words: {
  it: It
  en: { readonly [Key in keyof It]: string }
}): Catalogue<keyof It & string> {
  return words as Catalogue<keyof It & string>
}

const compiled = new Map<string, IntlMessageFormat>()

/** Fills a message's placeholders and plurals. Values are plain text: escaping is the page's work. */
export function fill(lang: Lang, message: string, values: Values = {}): string {
  if (!message.includes('{') && !message.includes("'")) return message
  return onlyNumbers(values) ? sayNumbers(lang, message, values) : fillAnew(lang, message, values)
}

function onlyNumbers(values: Values): values is Record<string, number> {
  for (const name in values) if (typeof values[name] !== 'number') return false
  return true
}

function fillAnew(lang: Lang, message: string, values: Values): string {
  const key = `${lang}:${message}`
  let format = compiled.get(key)
  if (!format) {
    format = new IntlMessageFormat(message, lang, undefined, { ignoreTag: true })
    compiled.set(key, format)
  }
  const text = String(format.format(values))
  return lang === 'it' ? elide(text) : text
}

const told = new Map<string, string>()
const mostTold = 5000

/** Numbers come back again and again, and name nobody: what was said with them is kept. */
function sayNumbers(lang: Lang, message: string, values: Record<string, number>): string {
  const key = `${lang}:${JSON.stringify(values)}:${message}`
  const known = told.get(key)
  if (known !== undefined) return known
  const text = fillAnew(lang, message, values)
  if (told.size >= mostTold) told.clear()
  told.set(key, text)
  return text
}

const beforeVowel = /\b(il|al|dal|del|nel|sul) (?=(?:8|11) (?:gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic))/gi

/** 'dal 8 aprile' is said 'dall’8 aprile': eight and eleven begin with a vowel. */
function elide(text: string): string {
  return text.replace(beforeVowel, (_, word: string) => (word.toLowerCase() === 'il' ? `${word[0] === 'I' ? 'L' : 'l'}’` : `${word}l’`))
}

export function say<Key extends string>(lang: Lang, words: Catalogue<Key>, key: Key, values: Values = {}): string {
  return fill(lang, words[lang][key], values)
}

const noon = (d: Day) => new Date(`${d}T12:00:00Z`)
const format = (options: Intl.DateTimeFormatOptions) => ({
  it: new Intl.DateTimeFormat('it-IT', { timeZone: 'UTC', ...options }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options }),
})
const dayStyles = {
  long: format({ day: 'numeric', month: 'long', year: 'numeric' }),
  full: format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
  month: format({ month: 'long', year: 'numeric' }),
  short: format({ day: 'numeric', month: 'short', year: 'numeric' }),
}

export type DayStyle = keyof typeof dayStyles

/** '31 dicembre 2019', or 'dicembre 2019' in the style 'month'. */
export function formatDay(lang: Lang, d: Day, style: DayStyle = 'long'): string {
  return dayStyles[style][lang].format(noon(d))
}

const instantStyles = {
  it: new Intl.DateTimeFormat('it-IT', { timeZone: 'Europe/Rome', dateStyle: 'long', timeStyle: 'short' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Rome', dateStyle: 'long', timeStyle: 'short' }),
}

/** An instant told in Europe/Rome, to the minute. */
export function formatInstant(lang: Lang, instant: Date): string {
  return instantStyles[lang].format(instant)
}

const numbers = { it: new Intl.NumberFormat('it-IT'), en: new Intl.NumberFormat('en-GB') }

export function formatNumber(lang: Lang, n: number): string {
  return numbers[lang].format(n)
}

const lists = {
  it: new Intl.ListFormat('it', { type: 'conjunction' }),
  en: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
}

/** 'Salute, Economia e Finanze'. */
export function formatList(lang: Lang, items: readonly string[]): string {
  return lists[lang].format(items)
}

const distances = catalogue({
  it: {
    today: 'oggi',
    past: '{days, plural, one {# giorno fa} other {# giorni fa}}',
    future: 'tra {days, plural, one {# giorno} other {# giorni}}',
  },
  en: {
    today: 'today',
    past: '{days, plural, one {# day ago} other {# days ago}}',
    future: 'in {days, plural, one {# day} other {# days}}',
  },
})

/** How far a day is from today: 'tra 23 giorni', '32 giorni fa'. */
export function formatDistance(lang: Lang, today: Day, d: Day): string {
  const days = daysBetween(today, d)
  if (days === 0) return say(lang, distances, 'today')
  return say(lang, distances, days > 0 ? 'future' : 'past', { days: Math.abs(days) })
}
