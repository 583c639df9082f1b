import { paths } from '../../charter/paths.ts'
import { dayOf } from '../../kernel/day.ts'
import type { Lang } from '../../kernel/lang.ts'
import { timeInRome } from '../../kernel/rome.ts'
import { formatDay, say } from '../../kernel/words.ts'
import type { Config } from '../../platform/config.ts'
import type { Db } from '../../platform/db.ts'
import type { CalendarPart, Letter, Mail } from '../../platform/mail.ts'
import type { Audience } from '../../platform/telling.ts'
import { calendarFile } from '../calendar.ts'
import { meetingWords } from '../messages/meetings.ts'
import type { Invitation } from '../rules/attendance.ts'
import type { Body } from '../rules/bodies.ts'
import type { Meeting } from '../rules/meetings.ts'
import { inOffice, type Member } from '../rules/members.ts'
import { invitationToken } from '../secret-links.ts'
import { getBody } from '../store/bodies.ts'
import { invitationsTo } from '../store/invitations.ts'
import { getMeeting } from '../store/meetings.ts'
import { membersOf } from '../store/members.ts'
import { inWords, type NoticeKey, told } from './in-words.ts'

const acts = ['groups.convene', 'groups.change-meeting', 'groups.cancel-meeting'] as const
const titles: Record<string, NoticeKey> = {
  'groups.convene': 'convened',
  'groups.change-meeting': 'changed',
  'groups.cancel-meeting': 'cancelled',
}

/** Whoever is invited to a meeting, each with a link of their own to answer. */
export const invitedToMeetings: Audience = {
  kind: 'meetings',
  acts,
  async tell(db, { act, subjectId, facts }) {
    const { meeting, body, invited } = await gather(db, subjectId)
    const cancelled = act === 'groups.cancel-meeting'
    // What was told to come is no longer true: the cancelling, told by its own event, is.
    if (meeting.cancelledAt && !cancelled) return []
    const title = titles[act] ?? 'changed'
    const news = cancelled ? 'cancelledText' : act === 'groups.convene' ? 'hours' : facts.moved === true ? 'movedText' : 'changedText'
    const words = inWords(title, news, (lang) => valuesOf(lang, body, meeting))
    const invitations = new Map(invited.map(({ member, invitation }) => [member.personId as string, invitation]))
    return [
      {
        personIds: [...invitations.keys()],
        to: paths.meeting(meeting.id),
        words,
        mail: (personId, config) =>
          mailOf(config, { meeting, body, words, invitation: cancelled ? null : (invitations.get(personId) ?? null) }),
      },
    ]
  },
}

/** Those invited whose mandate holds on the day of the meeting. */
async function gather(db: Db, meetingId: string) {
  const meeting = await getMeeting(db, meetingId)
  const body = await getBody(db, meeting.bodyId)
  const members = inOffice(body, await membersOf(db, [body.id]), dayOf(meeting.startsAt))
  const invited = (await invitationsTo(db, meeting.id)).flatMap((invitation): { member: Member; invitation: Invitation }[] => {
    const member = members.find(({ id }) => id === invitation.memberId)
    return member ? [{ member, invitation }] : []
  })
  return { meeting, body, invited }
}

function valuesOf(lang: Lang, body: Body, { number, startsAt, endsAt, cancelReason }: Meeting) {
  return {
    body: body.name,
    number,
    day: formatDay(lang, dayOf(startsAt), 'full'),
    from: timeInRome(startsAt),
    to: timeInRome(endsAt),
    reason: cancelReason ?? '',
  }
}

interface Convocation {
  readonly meeting: Meeting
  readonly body: Body
  readonly words: Readonly<Record<Lang, { readonly title: string; readonly text?: string }>>
  /** Null when there is nothing to answer any more. */
  readonly invitation: Invitation | null
}

function mailOf(config: Config, convocation: Convocation): Pick<Mail, 'letter' | 'thread' | 'calendar'> {
  const { meeting, body, invitation } = convocation
  const letter = (lang: Lang) => letterOf(lang, config, convocation)
  const method: CalendarPart['method'] = meeting.cancelledAt ? 'CANCEL' : 'PUBLISH'
  const name = say('it', meetingWords, 'meetingOf', { number: meeting.number, body: body.name })
  const text = calendarFile([{ meeting, bodyName: body.name }], {
    lang: 'it',
    baseUrl: config.baseUrl,
    name,
    withLinks: invitation !== null,
    cancelling: method === 'CANCEL',
  })
  return { letter: { it: letter('it'), en: letter('en') }, thread: `meeting:${meeting.id}`, calendar: { method, text } }
}

function letterOf(lang: Lang, { secret }: Config, { meeting, body, words, invitation }: Convocation): Letter {
  const values = valuesOf(lang, body, meeting)
  const { title, text } = words[lang]
  const { place, link, agenda } = meeting
  const fact = (term: NoticeKey, details: string | null) => (details ? [{ term: told(lang, term), details }] : [])
  return {
    subject: title,
    paragraphs: [...(text ? [text] : []), ...(invitation ? [told(lang, 'answerText')] : [])],
    facts: [
      ...fact('when', told(lang, 'whenDetails', values)),
      ...fact('where', place),
      ...fact('online', invitation ? link : null),
      ...fact('agenda', agenda),
    ],
    action: invitation
      ? { label: told(lang, 'answer'), to: paths.invitation(invitationToken(secret, invitation.id)) }
      : { label: told(lang, 'openMeeting'), to: paths.meeting(meeting.id) },
    why: told(lang, 'whyInvited', values),
  }
}
