import { paths } from '../charter/paths.ts'
import { can } from '../charter/policy.ts'
import { type Answers, placeOfConsultation } from '../consultations/index.ts'
import { markOfOutcome } from './rules/replies.ts'
import { answeredOf } from './store/account.ts'
import { findReport } from './store/reports.ts'
import { answersTo } from './told.ts'
import { outcomeName } from './words.ts'

/** How the pages of consultations, which stand below, show the answers. */
export const answersBeside: Answers = {
  async to(db, lang, consultationId, contributionIds) {
    const answers = await answersTo(db, consultationId, contributionIds)
    return new Map(
      [...answers].map(([id, { outcome, reasonIt, reasonEn, replyId, publishedAt }]) => {
        const english = lang === 'en' && reasonEn !== null
        const told = {
          state: markOfOutcome[outcome],
          outcome: outcomeName(lang, outcome),
          reason: english ? reasonEn : reasonIt,
          lang: english ? ('en' as const) : ('it' as const),
          publishedAt,
          to: paths.reply(consultationId, replyId),
        }
        return [id, told]
      }),
    )
  },
  answered: answeredOf,
  outcomesOn: async (db, consultationId) => (await findReport(db, consultationId))?.publishedOn ?? null,
  mayAnswer: (actor, consultation) => can(actor, 'answers.prepare', placeOfConsultation(consultation)),
}
