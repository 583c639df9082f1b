import { paths } from '../charter/paths.ts'
import { getConsultation, titleIn } from '../consultations/index.ts'
import type { Lang } from '../kernel/lang.ts'
import { say } from '../kernel/words.ts'
import type { Audience, Telling } from '../platform/telling.ts'
import { noticeWords } from './messages/notices.ts'
import { authorsAnswered, everyAuthor } from './store/authors.ts'

type What = 'answered' | 'corrected' | 'concluded'

const whatIn: Record<string, What> = { 'answers.publish': 'answered', 'answers.correct': 'corrected', 'answers.conclude': 'concluded' }

/** Whoever wrote is told of their answer, of its correction, and of how it all ended. */
const writers: Audience = {
  kind: 'consultations',
  acts: ['answers.publish', 'answers.correct', 'answers.conclude'],
  async tell(db, { act, subjectId, facts }) {
    const consultation = await getConsultation(db, subjectId)
    const what = whatIn[act] as What
    const of = (lang: Lang) => {
      const title = titleIn(lang, consultation)
      return { title: say(lang, noticeWords, what), text: say(lang, noticeWords, `${what}Text`, { title }) }
    }
    const words: Telling['words'] = { it: of('it'), en: of('en') }
    if (what === 'concluded') return [{ personIds: await everyAuthor(db, subjectId), to: paths.outcomes(subjectId), words }]
    if (what === 'corrected') {
      const replyId = String(facts.replyId)
      return [{ personIds: await authorsAnswered(db, subjectId, { replyId }), to: paths.reply(subjectId, replyId), words }]
    }
    const personIds = await authorsAnswered(db, subjectId, { publicationId: String(facts.publicationId) })
    return [{ personIds, to: paths.ownContributions, words }]
  },
}

export const answerAudiences: readonly Audience[] = [writers]
