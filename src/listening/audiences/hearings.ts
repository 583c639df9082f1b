import { paths } from '../../charter/paths.ts'
import { dayOf } from '../../kernel/day.ts'
import type { Lang } from '../../kernel/lang.ts'
import { timeInRome } from '../../kernel/rome.ts'
import { formatDay } from '../../kernel/words.ts'
import { calendarOf } from '../../platform/calendar.ts'
import type { Config } from '../../platform/config.ts'
import type { Letter, Mail } from '../../platform/mail.ts'
import type { Audience, Telling } from '../../platform/telling.ts'
import { eventsOf } from '../calendar.ts'
import type { Hearing } from '../rules/hearings.ts'
import { placeInLine, type Registration } from '../rules/registrations.ts'
import type { Slot } from '../rules/slots.ts'
import { hearingInvitationToken } from '../secret-links.ts'
import { getHearing, slotsOf } from '../store/hearings.ts'
import { invitationsTo, registrationsIn } from '../store/registrations.ts'
import { inWords, type NoticeKey, told } from './in-words.ts'

/** Whoever is invited to be heard gets a link of their own, which answers without an account. */
export const invitedToHearings: Audience = {
  kind: 'meetings',
  acts: ['listening.invite'],
  async tell(db, { subjectId, facts }) {
    const hearing = await getHearing(db, subjectId)
    if (hearing.cancelledAt) return []
    const asked = Array.isArray(facts.invitations) ? facts.invitations : []
    const invited = (await invitationsTo(db, subjectId)).filter(({ id }) => asked.includes(id))
    const links = new Map(invited.map(({ id, personId }) => [personId as string, id]))
    const words = inWords('invited', 'invitedText', (lang) => ({
      title: hearing.title,
      until: formatDay(lang, hearing.closesOn),
    }))
    return [
      {
        personIds: [...links.keys()],
        to: paths.hearing(hearing.id),
        words,
        mail: (personId, config) => invitationMail(config, hearing, links.get(personId) ?? '', words),
      },
    ]
  },
}

function invitationMail({ secret }: Config, hearing: Hearing, id: string, words: Telling['words']): Pick<Mail, 'letter' | 'thread'> {
  const letter = (lang: Lang): Letter => ({
    subject: words[lang].title,
    paragraphs: [words[lang].text ?? '', hearing.reason],
    facts: [
      { term: told(lang, 'questions'), details: hearing.questions },
      {
        term: told(lang, 'window'),
        details: told(lang, 'windowDetails', {
          from: formatDay(lang, hearing.opensOn),
          until: formatDay(lang, hearing.closesOn),
        }),
      },
    ],
    action: { label: told(lang, 'answer'), to: paths.hearingInvitation(hearingInvitationToken(secret, id)) },
    why: told(lang, 'whyInvited'),
  })
  return { letter: { it: letter('it'), en: letter('en') }, thread: `hearing:${hearing.id}` }
}

/** Whoever asked to be heard: the slot, the waiting list, the place that came free, what changed. */
export const registeredInHearings: Audience = {
  kind: 'meetings',
  acts: ['listening.register', 'listening.withdraw', 'listening.change-hearing', 'listening.cancel-hearing'],
  async tell(db, { act, subjectId, facts }) {
    const hearing = await getHearing(db, subjectId)
    const slots = await slotsOf(db, [subjectId])
    const registrations = await registrationsIn(db, [subjectId])
    const standing = registrations.filter(({ withdrawnAt }) => withdrawnAt === null)
    if (act === 'listening.cancel-hearing') {
      const asked = (await invitationsTo(db, subjectId)).filter(({ declinedAt }) => declinedAt === null)
      const people = new Set([...standing, ...asked].map(({ personId }) => personId))
      const words = inWords('cancelled', 'cancelledText', () => ({ title: hearing.title, reason: hearing.cancelReason ?? '' }))
      return [
        { personIds: [...people], to: paths.hearing(hearing.id), words, mail: (_, config) => slotMail(config, hearing, slots, words) },
      ]
    }
    // What was told to come is no longer true: the cancelling, told by its own event, is.
    if (hearing.cancelledAt) return []
    const one = (id: unknown) => standing.find((registration) => registration.id === id)
    if (act === 'listening.register') {
      const mine = one(facts.registrationId)
      const title = mine && placeInLine(slots, registrations, mine) !== null ? 'waiting' : 'registered'
      return mine ? [tellingOf(hearing, slots, mine, title)] : []
    }
    if (act === 'listening.withdraw') {
      const next = one(facts.next)
      return next ? [tellingOf(hearing, slots, next, 'promoted')] : []
    }
    if (typeof facts.slotId === 'string') {
      if (facts.moved !== true) return []
      return standing.filter(({ slotId }) => slotId === facts.slotId).map((mine) => tellingOf(hearing, slots, mine, 'changed'))
    }
    const asked = (await invitationsTo(db, subjectId)).filter(({ declinedAt }) => declinedAt === null)
    const people = new Set([...standing, ...asked].map(({ personId }) => personId))
    const words = inWords('callChanged', 'callChangedText', (lang) => ({
      title: hearing.title,
      until: formatDay(lang, hearing.closesOn),
    }))
    return [{ personIds: [...people], to: paths.hearing(hearing.id), words }]
  },
}

const texts: Record<'registered' | 'waiting' | 'promoted' | 'changed', NoticeKey> = {
  registered: 'registeredText',
  waiting: 'waitingText',
  promoted: 'registeredText',
  changed: 'changedText',
}

function tellingOf(hearing: Hearing, slots: readonly Slot[], registration: Registration, title: keyof typeof texts): Telling {
  const own = slots.filter(({ id }) => id === registration.slotId)
  const words = inWords(title, texts[title], (lang) => ({ title: hearing.title, ...hoursIn(lang, own[0]) }))
  return {
    personIds: [registration.personId],
    to: paths.hearing(hearing.id),
    words,
    mail: (_, config) => slotMail(config, hearing, title === 'waiting' ? [] : own, words),
  }
}

function hoursIn(lang: Lang, slot: Slot | undefined) {
  if (!slot) return { day: '', from: '', to: '' }
  return { day: formatDay(lang, dayOf(slot.startsAt), 'full'), from: timeInRome(slot.startsAt), to: timeInRome(slot.endsAt) }
}

/** With the slot for the reader's own calendar. */
function slotMail(
  config: Config,
  hearing: Hearing,
  slots: readonly Slot[],
  words: Telling['words'],
): Pick<Mail, 'letter' | 'thread' | 'calendar'> {
  const cancelled = hearing.cancelledAt !== null
  const [slot] = slots.length === 1 ? slots : []
  const fact = (lang: Lang, term: NoticeKey, details: string | null) => (details ? [{ term: told(lang, term), details }] : [])
  const letter = (lang: Lang): Letter => ({
    subject: words[lang].title,
    paragraphs: words[lang].text ? [words[lang].text] : [],
    facts:
      slot && !cancelled
        ? [
            ...fact(lang, 'when', told(lang, 'whenDetails', hoursIn(lang, slot))),
            ...fact(lang, 'where', slot.place),
            ...fact(lang, 'online', slot.link),
          ]
        : [],
    action: { label: told(lang, 'openHearing'), to: paths.hearing(hearing.id) },
    why: told(lang, 'whyRegistered'),
  })
  const options = { lang: 'it', baseUrl: config.baseUrl, name: hearing.title, cancelling: cancelled } as const
  return {
    letter: { it: letter('it'), en: letter('en') },
    thread: `hearing:${hearing.id}`,
    ...(slots.length > 0
      ? {
          calendar: {
            method: cancelled ? ('CANCEL' as const) : ('PUBLISH' as const),
            text: calendarOf(eventsOf('it', hearing, slots, !cancelled), options),
          },
        }
      : {}),
  }
}
