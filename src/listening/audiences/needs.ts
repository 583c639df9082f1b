import { paths } from '../../charter/paths.ts'
import type { Lang } from '../../kernel/lang.ts'
import { say, type Values } from '../../kernel/words.ts'
import type { Audience, Telling } from '../../platform/telling.ts'
import { needNoticeWords } from '../messages/need-notices.ts'
import { codeOf } from '../rules/needs.ts'
import { mergedUnder } from '../store/mergers.ts'
import { findNeed, getNeed } from '../store/needs.ts'
import { authorsOf, getProposal } from '../store/proposals.ts'

type Key = keyof typeof needNoticeWords.it & string

function inWords(title: Key, text: Key, values: Values): Telling['words'] {
  const of = (lang: Lang) => ({ title: say(lang, needNoticeWords, title, values), text: say(lang, needNoticeWords, text, values) })
  return { it: of('it'), en: of('en') }
}

/** Whoever proposed a need hears its outcome. */
export const authorsOfProposals: Audience = {
  kind: 'needs',
  acts: ['listening.answer-proposal'],
  async tell(db, { subjectId }) {
    const { personId, answer } = await getProposal(db, subjectId)
    if (!answer) return []
    const need = answer.needId ? await findNeed(db, answer.needId) : null
    const words = inWords('answered', 'answeredText', { outcome: answer.outcome, code: need ? codeOf(need) : '' })
    return [{ personIds: [personId], to: paths.proposal(subjectId), words }]
  },
}

/** Whoever proposed a need, or one merged into it before, hears that it went into another or stands again. */
export const authorsOfNeeds: Audience = {
  kind: 'needs',
  acts: ['listening.merge-needs', 'listening.separate-needs'],
  async tell(db, { act, subjectId, facts }) {
    const need = await getNeed(db, subjectId)
    const family = [need, ...(await mergedUnder(db, subjectId))].map(({ id }) => id)
    const personIds = await authorsOf(db, family)
    const code = codeOf(need)
    if (act === 'listening.separate-needs')
      return [{ personIds, to: paths.need(need.id), words: inWords('separated', 'separatedText', { code }) }]
    const into = codeOf({ number: Number(facts.intoNumber) })
    return [{ personIds, to: paths.need(need.id), words: inWords('merged', 'mergedText', { code, into }) }]
  },
}
