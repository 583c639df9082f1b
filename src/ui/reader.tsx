import { createContext, useContext } from 'hono/jsx'
import type { Day } from '../kernel/day.ts'
import {
  type Catalogue,
  type DayStyle,
  formatDay,
  formatDistance,
  formatInstant,
  formatList,
  formatNumber,
  say,
  type Values,
} from '../kernel/words.ts'
import type { Reader } from '../platform/reader.ts'

/** `Page` fills it for everything drawn inside; components must not be async, or they would meet another reader. */
export const ReaderContext = createContext<Reader | null>(null)

export function useReader(): Reader {
  const reader = useContext(ReaderContext)
  if (!reader) throw new Error('this component is drawn outside a Page, so nobody knows who reads it')
  return reader
}

export type Say<Key extends string> = (key: Key, values?: Values) => string

/** A catalogue in a reader's language, for what is decided before `Page` is drawn (titles, labels). */
export function wordsFor<Key extends string>(reader: Pick<Reader, 'lang'>, words: Catalogue<Key>): Say<Key> {
  return (key, values) => say(reader.lang, words, key, values)
}

/** A catalogue in the language of whoever reads. Inside a `Page` only. */
export function useWords<Key extends string>(words: Catalogue<Key>): Say<Key> {
  return wordsFor(useReader(), words)
}

export interface Formats {
  day(d: Day, style?: DayStyle): string
  number(n: number): string
  list(items: readonly string[]): string
  /** How far a day is from today: 'tra 23 giorni'. */
  distance(d: Day): string
  instant(at: Date): string
}

export function formatsFor({ lang, today }: Pick<Reader, 'lang' | 'today'>): Formats {
  return {
    day: (d, style) => formatDay(lang, d, style),
    number: (n) => formatNumber(lang, n),
    list: (items) => formatList(lang, items),
    distance: (d) => formatDistance(lang, today, d),
    instant: (at) => formatInstant(lang, at),
  }
}

export function useFormats(): Formats {
  return formatsFor(useReader())
}
