import { paths } from '../../charter/paths.ts'
import { grantsInEcosystem } from '../../identity/index.ts'
import { dayOf } from '../../kernel/day.ts'
import { formatDay } from '../../kernel/words.ts'
import { findMinutes, remarksOn } from '../../minutes/index.ts'
import type { Db } from '../../platform/db.ts'
import type { FollowedEvent } from '../../platform/follow.ts'
import type { Audience, Telling } from '../../platform/telling.ts'
import { heardIn } from '../actions/heard.ts'
import type { Hearing } from '../rules/hearings.ts'
import { getHearing } from '../store/hearings.ts'
import { statementsOf } from '../store/minutes.ts'
import { inWords } from './in-words.ts'

type Told = Pick<Telling, 'personIds' | 'words'> | null

/** Whoever was heard reads, amends and gets the minutes; whoever keeps them hears of amendments. */
export const readersOfHearingMinutes: Audience = {
  kind: 'minutes',
  acts: ['listening.send-minutes', 'listening.amend', 'listening.answer-amendment', 'listening.close-minutes', 'listening.correct-minutes'],
  async tell(db, event) {
    const hearing = await getHearing(db, event.subjectId)
    const telling = await tellingOf(db, event, hearing)
    return telling ? [{ ...telling, to: paths.hearingMinutes(hearing.id) }] : []
  },
}

async function tellingOf(db: Db, { act, facts, at }: FollowedEvent, hearing: Hearing): Promise<Told> {
  const { id, title, ecosystemId } = hearing
  if (act === 'listening.amend') {
    if (facts.kind === 'agreement') return null
    const keepers = (await grantsInEcosystem(db, ecosystemId, dayOf(at))).filter(({ role }) => role === 'secretary' || role === 'lead')
    return {
      personIds: [...new Set(keepers.map(({ personId }) => personId))],
      words: inWords('amendmentProposed', 'amendmentProposedText', () => ({ title })),
    }
  }
  if (act === 'listening.answer-amendment') {
    const amendment = (await remarksOn(db, id)).find((one) => one.id === facts.remarkId)
    const accepted = facts.outcome === 'accepted'
    return amendment
      ? {
          personIds: [amendment.personId],
          words: inWords('amendmentAnswered', accepted ? 'amendmentAccepted' : 'amendmentRejected', () => ({ title })),
        }
      : null
  }
  const personIds = await heardIn(db, id, await statementsOf(db, id))
  if (act !== 'listening.send-minutes') {
    const final = act === 'listening.close-minutes'
    const words = final
      ? inWords('minutesFinal', 'minutesFinalText', () => ({ title }))
      : inWords('minutesCorrected', 'minutesCorrectedText', () => ({ title }))
    return { personIds, words }
  }
  const sent = (await findMinutes(db, id))?.sent
  if (!sent) return null
  return { personIds, words: inWords('minutesSent', 'minutesSentText', (lang) => ({ title, until: formatDay(lang, sent.until) })) }
}
