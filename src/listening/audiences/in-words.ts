import type { Lang } from '../../kernel/lang.ts'
import { say, type Values } from '../../kernel/words.ts'
import type { Telling } from '../../platform/telling.ts'
import { hearingNoticeWords } from '../messages/hearing-notices.ts'

export type NoticeKey = keyof typeof hearingNoticeWords.it & string

export const told = (lang: Lang, key: NoticeKey, values: Values = {}): string => say(lang, hearingNoticeWords, key, values)

/** A title and, under it, a text, in both languages; what fills them may differ by language. */
export function inWords(title: NoticeKey, text: NoticeKey | null, values: (lang: Lang) => Values): Telling['words'] {
  const of = (lang: Lang) => ({
    title: told(lang, title, values(lang)),
    ...(text ? { text: told(lang, text, values(lang)) } : {}),
  })
  return { it: of('it'), en: of('en') }
}
