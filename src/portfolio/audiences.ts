import { paths } from '../charter/paths.ts'
import type { Act } from '../charter/policy.ts'
import { sittingIn } from '../groups/index.ts'
import { dayOf } from '../kernel/day.ts'
import { say } from '../kernel/words.ts'
import type { Audience, Telling } from '../platform/telling.ts'
import { noticeWords } from './messages/notices.ts'
import type { Ranking } from './rules/rankings.ts'
import { getRanking } from './store/rankings.ts'

type Key = keyof typeof noticeWords.it & string

function inWords(title: Key, text: Key, ranking: Ranking): Telling['words'] {
  const of = (lang: 'it' | 'en') => ({
    title: say(lang, noticeWords, title, { title: ranking.title }),
    text: say(lang, noticeWords, text),
  })
  return { it: of('it'), en: of('en') }
}

/** Those who are to give scores, when they may. */
const scorers: Audience = {
  kind: 'tasks',
  acts: ['portfolio.freeze-ranking'],
  async tell(db, { subjectId, at }) {
    const ranking = await getRanking(db, subjectId)
    const people = (await sittingIn(db, ranking.bodyId, dayOf(at))).filter(({ role }) => role !== 'observer')
    const words = inWords('scoresOpen', 'scoresOpenText', ranking)
    return [{ personIds: people.map(({ personId }) => personId), to: paths.rankingScores(ranking.id), words }]
  },
}

const ends: Partial<Record<Act, [Key, Key]>> = {
  'portfolio.close-ranking': ['rankingClosed', 'rankingClosedText'],
  'portfolio.abandon-ranking': ['rankingAbandoned', 'rankingAbandonedText'],
}

/** The whole group, when a ranking is over. */
const hearers: Audience = {
  kind: 'documents',
  acts: ['portfolio.close-ranking', 'portfolio.abandon-ranking'],
  async tell(db, { act, subjectId, at }) {
    const ranking = await getRanking(db, subjectId)
    const [title, text] = ends[act as Act] ?? ['rankingClosed', 'rankingClosedText']
    const people = await sittingIn(db, ranking.bodyId, dayOf(at))
    return [{ personIds: people.map(({ personId }) => personId), to: paths.ranking(ranking.id), words: inWords(title, text, ranking) }]
  },
}

/** Who is told of what goes on among projects and rankings. */
export const portfolioAudiences: readonly Audience[] = [scorers, hearers]
