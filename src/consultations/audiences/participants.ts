import { paths } from '../../charter/paths.ts'
import type { Lang } from '../../kernel/lang.ts'
import { formatDay, formatInstant, say, type Values } from '../../kernel/words.ts'
import type { Config } from '../../platform/config.ts'
import type { Db } from '../../platform/db.ts'
import type { Letter } from '../../platform/mail.ts'
import type { Audience, Telling } from '../../platform/telling.ts'
import { noticeWords } from '../messages/notices.ts'
import { type Consultation, type OpenedConsultation, titleIn } from '../rules/consultation.ts'
import { type Contribution, receiptNumber } from '../rules/contributions.ts'
import { isModerationRule, ruleWords } from '../rules/moderation.ts'
import { receiptToken } from '../secret-links.ts'
import { findComment } from '../store/comments.ts'
import { getConsultation } from '../store/consultations.ts'
import { findContribution, revisionsOf } from '../store/contributions.ts'
import { participantsOf } from '../store/listing.ts'

type Key = keyof typeof noticeWords.it

const told = (lang: Lang, key: Key, values: Values = {}) => say(lang, noticeWords, key, values)

function inWords(title: Key, text: Key | null, values: (lang: Lang) => Values): Telling['words'] {
  const of = (lang: Lang) => ({ title: told(lang, title, values(lang)), ...(text ? { text: told(lang, text, values(lang)) } : {}) })
  return { it: of('it'), en: of('en') }
}

/** Whoever wrote gets a receipt at once, whatever the channel. */
export const receivers: Audience = {
  kind: 'consultations',
  acts: ['consultations.contribute', 'consultations.enter'],
  async tell(db, { act, subjectId, facts }) {
    const contribution = await findContribution(db, String(facts.consultationId), subjectId)
    if (!contribution) return []
    const consultation = await getConsultation(db, contribution.consultationId)
    const hash = await hashAtFirst(db, contribution)
    const entered = act === 'consultations.enter'
    const words = inWords(entered ? 'entered' : 'received', entered ? 'enteredText' : 'receivedText', (lang) =>
      valuesOf(lang, consultation, contribution),
    )
    return [
      {
        personIds: [contribution.authorId],
        to: paths.contribution(consultation.id, contribution.number),
        words,
        receipt: true,
        mail: (_, config) => {
          const letter = (lang: Lang) => letterOf(lang, config, { consultation, contribution, hash, words, entered })
          return { letter: { it: letter('it'), en: letter('en') }, thread: `contribution:${contribution.id}` }
        },
      },
    ]
  },
}

function valuesOf(lang: Lang, consultation: Consultation, contribution: Contribution): Values {
  const { receivedAt, protocolDay, protocolNumber, channel, hiddenRule } = contribution
  return {
    receipt: receiptNumber(contribution),
    instant: formatInstant(lang, receivedAt),
    closes: consultation.closesOn ? formatDay(lang, consultation.closesOn) : '',
    day: protocolDay ? formatDay(lang, protocolDay) : '',
    protocol: protocolNumber ?? '',
    channel: channel === 'platform' ? '' : told(lang, `channel.${channel}`),
    rule: hiddenRule && isModerationRule(hiddenRule) ? ruleWords[hiddenRule][lang].title : '',
  }
}

/** It may have been changed by now: a receipt tells of what was received. */
async function hashAtFirst(db: Db, contribution: Contribution): Promise<string> {
  if (contribution.revision === 0) return contribution.hash
  return (await revisionsOf(db, contribution)).find(({ revision }) => revision === 0)?.hash ?? contribution.hash
}

interface Posted {
  readonly consultation: Consultation
  readonly contribution: Contribution
  readonly hash: string
  readonly words: Telling['words']
  readonly entered: boolean
}

function letterOf(lang: Lang, { secret }: Config, { consultation, contribution, hash, words, entered }: Posted): Letter {
  const { title, text } = words[lang]
  return {
    subject: title,
    paragraphs: text ? [text] : [],
    facts: [
      { term: told(lang, 'consultation'), details: titleIn(lang, consultation) },
      { term: told(lang, 'term'), details: receiptNumber(contribution) },
      { term: told(lang, 'instant'), details: formatInstant(lang, contribution.receivedAt) },
      { term: told(lang, 'hash'), details: hash },
    ],
    enclosed: { by: 'consultations', of: { consultationId: consultation.id, id: contribution.id, hash } },
    action: { label: told(lang, 'follow'), to: paths.contributionReceipt(receiptToken(secret, contribution)) },
    why: told(lang, entered ? 'whyEntered' : 'whyReceived'),
  }
}

const aboutTheirs: Record<string, readonly [Key, Key | null]> = {
  'consultations.hide': ['hidden', 'hiddenText'],
  'consultations.comment': ['commented', null],
  'consultations.take-out': ['takenOut', 'takenOutText'],
}

/** Whoever wrote is told what happens to their contribution. */
export const authors: Audience = {
  kind: 'consultations',
  acts: ['consultations.hide', 'consultations.settle-appeal', 'consultations.comment', 'consultations.take-out'],
  async tell(db, { act, actorId, subjectId, facts }) {
    const contribution = await findContribution(db, String(facts.consultationId), subjectId)
    if (!contribution) return []
    const consultation = await getConsultation(db, contribution.consultationId)
    // A hidden answer is another's: whoever wrote the contribution has nothing to be told.
    if (act === 'consultations.hide' && facts.commentId) {
      const said = await findComment(db, contribution, String(facts.commentId))
      const hidden = { ...contribution, hiddenRule: String(facts.rule) }
      const words = inWords('commentHidden', 'commentHiddenText', (lang) => valuesOf(lang, consultation, hidden))
      return said ? [{ personIds: [said.authorId], to: paths.contribution(consultation.id, contribution.number), words }] : []
    }
    if (contribution.authorId === actorId) return []
    const settled = facts.restored === true ? (['restored', 'restoredText'] as const) : (['upheld', 'upheldText'] as const)
    const [title, text] = aboutTheirs[act] ?? settled
    return [
      {
        personIds: [contribution.authorId],
        to: paths.contribution(consultation.id, contribution.number),
        words: inWords(title, text, (lang) => valuesOf(lang, consultation, contribution)),
      },
    ]
  },
}

const calendarWords: Record<string, readonly [Key, Key]> = {
  'consultations.suspend': ['suspended', 'suspendedText'],
  'consultations.restart': ['changed', 'changedText'],
}

/** Whoever took part is told when they have more time, or another text before them. */
export const participants: Audience = {
  kind: 'consultations',
  acts: [
    'consultations.extend',
    'consultations.suspend',
    'consultations.resume',
    'consultations.record-interruption',
    'consultations.restart',
  ],
  async tell(db, { act, subjectId }) {
    const consultation = (await getConsultation(db, subjectId)) as OpenedConsultation
    const [title, text] = calendarWords[act] ?? (['extended', 'extendedText'] as const)
    const words = inWords(title, text, (lang) => ({ closes: formatDay(lang, consultation.closesOn) }))
    return [{ personIds: await participantsOf(db, consultation.id), to: paths.consultation(consultation.id), words }]
  },
}
