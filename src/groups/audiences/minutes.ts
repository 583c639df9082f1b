import { paths } from '../../charter/paths.ts'
import { dayOf } from '../../kernel/day.ts'
import type { Lang } from '../../kernel/lang.ts'
import { formatDay, type Values } from '../../kernel/words.ts'
import { findMinutes, remarksOn } from '../../minutes/index.ts'
import type { Db } from '../../platform/db.ts'
import type { FollowedEvent } from '../../platform/follow.ts'
import type { Audience, Telling } from '../../platform/telling.ts'
import { attendedBy } from '../actions/attended.ts'
import type { Body } from '../rules/bodies.ts'
import { inOffice } from '../rules/members.ts'
import { getBody } from '../store/bodies.ts'
import { getDecision } from '../store/decisions.ts'
import { getMeeting } from '../store/meetings.ts'
import { membersOf } from '../store/members.ts'
import { inWords, type NoticeKey } from './in-words.ts'

type Told = Pick<Telling, 'personIds' | 'words'> | null

/** Whoever reads, corrects and approves minutes. */
export const readersOfMinutes: Audience = {
  kind: 'minutes',
  acts: ['groups.send-minutes', 'groups.remark', 'groups.answer-remark', 'groups.approve-minutes', 'groups.correct-minutes'],
  async tell(db, event) {
    const meeting = await getMeeting(db, event.subjectId)
    const body = await getBody(db, meeting.bodyId)
    const words = (title: NoticeKey, text: NoticeKey, more: (lang: Lang) => Values = () => ({})) =>
      inWords(title, text, (lang) => ({ body: body.name, number: meeting.number, ...more(lang) }))
    const telling = await tellingOf(db, event, body, words)
    return telling ? [{ ...telling, to: paths.minutes(meeting.id) }] : []
  },
}

type Words = (title: NoticeKey, text: NoticeKey, more?: (lang: Lang) => Values) => Telling['words']

async function tellingOf(db: Db, { act, subjectId, facts, at }: FollowedEvent, body: Body, words: Words): Promise<Told> {
  const today = dayOf(at)
  if (act === 'groups.send-minutes') {
    const sent = (await findMinutes(db, subjectId))?.sent
    if (!sent) return null
    return {
      personIds: await attendedBy(db, subjectId),
      words: words('minutesSent', 'minutesSentText', (lang) => ({ until: formatDay(lang, sent.until) })),
    }
  }
  if (act === 'groups.remark') {
    if (facts.kind !== 'correction') return null
    const keepers = inOffice(body, await membersOf(db, [body.id]), today).filter(({ role }) => role === 'secretary' || role === 'chair')
    return { personIds: keepers.map(({ personId }) => personId), words: words('correctionProposed', 'correctionProposedText') }
  }
  if (act === 'groups.answer-remark') {
    const remark = (await remarksOn(db, subjectId)).find(({ id }) => id === facts.remarkId)
    const accepted = facts.outcome === 'accepted'
    return remark
      ? { personIds: [remark.personId], words: words('correctionAnswered', accepted ? 'correctionAccepted' : 'correctionRejected') }
      : null
  }
  const approved = act === 'groups.approve-minutes'
  return {
    personIds: await everybodyIn(db, body, at),
    words: approved ? words('minutesApproved', 'minutesApprovedText') : words('minutesCorrected', 'minutesCorrectedText'),
  }
}

async function everybodyIn(db: Db, body: Body, at: Date): Promise<string[]> {
  return inOffice(body, await membersOf(db, [body.id]), dayOf(at)).map(({ personId }) => personId)
}

/** What a body decides, its members hear. */
export const hearersOfDecisions: Audience = {
  kind: 'minutes',
  acts: ['groups.decide', 'groups.annul-decision'],
  async tell(db, { act, subjectId, at }) {
    const decision = await getDecision(db, subjectId)
    const body = await getBody(db, decision.bodyId)
    const { number, title, adopted, annulledReason } = decision
    const values = { body: body.name, number, title, adopted: String(adopted), reason: annulledReason ?? '' }
    const words =
      act === 'groups.decide' ? inWords('decided', 'decidedText', () => values) : inWords('annulled', 'annulledText', () => values)
    return [{ personIds: await everybodyIn(db, body, at), to: paths.decision(decision.id), words }]
  },
}
