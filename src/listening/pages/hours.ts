import { dayOf } from '../../kernel/day.ts'
import type { Lang } from '../../kernel/lang.ts'
import { timeInRome } from '../../kernel/rome.ts'
import { formatDay, say } from '../../kernel/words.ts'
import { hearingWords } from '../messages/hearings.ts'
import type { Slot } from '../rules/slots.ts'

/** 'lunedì 3 agosto 2020, dalle 10:00 alle 12:00' */
export function hoursOf(lang: Lang, { startsAt, endsAt }: Pick<Slot, 'startsAt' | 'endsAt'>): string {
  const day = formatDay(lang, dayOf(startsAt), 'full')
  return say(lang, hearingWords, 'hours', { day, from: timeInRome(startsAt), to: timeInRome(endsAt) })
}
