import { paths } from '../../charter/paths.ts'
import type { Act } from '../../charter/policy.ts'
import type { Lang } from '../../kernel/lang.ts'
import { formatDay, say } from '../../kernel/words.ts'
import type { Db } from '../../platform/db.ts'
import type { FollowedEvent } from '../../platform/follow.ts'
import type { Audience, Telling } from '../../platform/telling.ts'
import { milestoneWords } from '../messages/accompany.ts'
import { newsWords } from '../messages/news.ts'
import { type Consultation, titleIn } from '../rules/consultation.ts'
import { materialTitle } from '../rules/materials.ts'
import { type Milestone, milestoneTitle } from '../rules/milestones.ts'
import { getConsultation } from '../store/consultations.ts'
import { participantsOf } from '../store/listing.ts'
import { materialsOf } from '../store/materials.ts'
import { milestonesOf } from '../store/milestones.ts'

/** What is new beside a consultation that is open to all, in words. */
export interface News extends Pick<Telling, 'to' | 'words'> {
  readonly consultationId: string
  readonly ecosystemId: string
}

export const actsWithNews = ['consultations.accompany'] as const satisfies readonly Act[]

/** A date added, moved or called off; a material added. Null for what changes nothing for those who take part. */
export async function newsOf(db: Db, { subjectId, facts }: Pick<FollowedEvent, 'subjectId' | 'facts'>): Promise<News | null> {
  const { step, doing, item } = facts
  const consultation = await getConsultation(db, subjectId)
  const { ecosystemId } = consultation
  const common = { consultationId: subjectId, ecosystemId, to: paths.consultation(subjectId) }
  if (step === 'materials') {
    const material = doing === 'added' && (await materialsOf(db, subjectId)).find(({ id }) => id === item)
    if (!material) return null
    const of = (lang: Lang) => ({
      title: say(lang, newsWords, 'material', { title: materialTitle(lang, material) }),
      text: say(lang, newsWords, 'about', { consultation: titleIn(lang, consultation) }),
    })
    return { ...common, words: { it: of('it'), en: of('en') } }
  }
  const date = (await milestonesOf(db, subjectId)).find(({ id }) => id === item)
  if (!date || (doing !== 'added' && doing !== 'changed' && doing !== 'ended')) return null
  // Called off since: that is told by itself, and nobody is invited to what is not held.
  if (date.cancelledAt && doing !== 'ended') return null
  const of = (lang: Lang) => ({
    title: say(lang, newsWords, `date.${doing}`, { title: milestoneTitle(lang, date) }),
    text: dateText(lang, date, consultation),
  })
  return { ...common, words: { it: of('it'), en: of('en') } }
}

function dateText(lang: Lang, { day, starts, ends, place, kind }: Milestone, consultation: Consultation): string {
  const hours = starts && (ends ? say(lang, milestoneWords, 'fromTo', { starts, ends }) : say(lang, milestoneWords, 'from', { starts }))
  const what = kind === 'other' ? null : say(lang, milestoneWords, `kind.${kind}`)
  const when = [what, formatDay(lang, day), hours, place].filter(Boolean).join(', ')
  return `${when}. ${say(lang, newsWords, 'about', { consultation: titleIn(lang, consultation) })}`
}

/** Whoever took part hears of what is added beside the consultation. */
export const newsReaders: Audience = {
  kind: 'consultations',
  acts: actsWithNews,
  async tell(db, event) {
    const news = await newsOf(db, event)
    return news ? [{ personIds: await participantsOf(db, news.consultationId), to: news.to, words: news.words }] : []
  },
}
