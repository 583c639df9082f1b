import { type NoticeKind, noticeKinds } from '../charter/notices.ts'
import { paths } from '../charter/paths.ts'
import type { Day } from '../kernel/day.ts'
import type { Lang } from '../kernel/lang.ts'
import { formatDay, say } from '../kernel/words.ts'
import type { Letter } from '../platform/mail.ts'
import { messages } from './messages.ts'
import type { Digest, Notice, NoticeWords } from './rules.ts'

export function kindName(lang: Lang, kind: NoticeKind): string {
  return say(lang, messages, `kind.${kind}`)
}

/** The mail of a single notice, where its room wrote none. */
export function letterOf(kind: NoticeKind, words: NoticeWords, to: string): Record<Lang, Letter> {
  const inWords = (lang: Lang): Letter => {
    const { title, text } = words[lang]
    return {
      subject: title,
      paragraphs: [text ?? `${title}.`],
      action: { label: say(lang, messages, 'open'), to },
      why: say(lang, messages, 'why', { kind: kindName(lang, kind) }),
    }
  }
  return { it: inWords('it'), en: inWords('en') }
}

const mostInOneMail = 60

/** One mail for all that waited, kind by kind. */
export function digestLetter(digest: Digest, day: Day, notices: readonly Notice[]): Record<Lang, Letter> {
  const shown = notices.slice(0, mostInOneMail)
  const rest = notices.length - shown.length
  const inWords = (lang: Lang): Letter => ({
    subject: say(lang, messages, digest === 'daily' ? 'dailySubject' : 'weeklySubject', {
      day: formatDay(lang, day),
      count: notices.length,
    }),
    paragraphs: [say(lang, messages, 'digestLead'), ...(rest > 0 ? [say(lang, messages, 'digestMore', { count: rest })] : [])],
    sections: noticeKinds.flatMap((kind) => {
      const items = shown.filter((notice) => notice.kind === kind).map(({ words, address }) => ({ ...words[lang], to: address }))
      return items.length > 0 ? [{ title: kindName(lang, kind), items }] : []
    }),
    action: { label: say(lang, messages, 'openNotices'), to: paths.notices },
    why: say(lang, messages, digest === 'daily' ? 'whyDaily' : 'whyWeekly'),
  })
  return { it: inWords('it'), en: inWords('en') }
}
