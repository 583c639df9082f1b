import { z } from '@hono/zod-openapi'
import { paths } from '../../charter/paths.ts'
import { daysBetween } from '../../kernel/day.ts'
import { line } from '../../platform/form.ts'
import type { Sent } from '../actions/contribute.ts'
import type { ConsultationFact } from '../facts.ts'
import { type Consultation, channels, consultationKinds, consultationStates, participantKinds, stateOn } from '../rules/consultation.ts'
import { type Contribution, contributionState, contributionStates, receiptNumber, targetKinds } from '../rules/contributions.ts'
import { moderationKinds } from '../rules/moderation.ts'
import { type Question, questionKinds } from '../rules/questions.ts'
import type { Numbers } from '../store/tallies.ts'

const DayJson = z.iso.date()
const at = z.iso.datetime()

export const ById = z.object({ id: z.uuid() })
export const ByNumber = ById.extend({ number: z.coerce.number().int().min(1) })
export const Made = z.object({ id: z.uuid() }).openapi('ConsultationMade')

const NumbersJson = z
  .object({
    received: z.number().int(),
    elsewhere: z.number().int().openapi({ description: 'Of those received, on other channels than this site' }),
    organisations: z.number().int().openapi({ description: 'Of those received, in the name of organisations' }),
    withdrawn: z.number().int(),
    hidden: z.number().int(),
    supports: z.number().int(),
  })
  .openapi('ConsultationNumbers')

export const ConsultationJson = z
  .object({
    id: z.uuid(),
    ecosystemId: z.uuid(),
    documentId: z.uuid(),
    versionId: z.uuid().openapi({ description: 'The frozen version that is consulted upon' }),
    kind: z.enum(consultationKinds),
    titleIt: z.string(),
    titleEn: z.string().nullable(),
    aimsIt: z.string().nullable(),
    aimsEn: z.string().nullable(),
    state: z.enum(consultationStates).openapi({ description: 'Derived from its days, as of today' }),
    opensOn: DayJson.nullable(),
    closesOn: DayJson.nullable().openapi({ description: 'The last day to take part, until midnight in Europe/Rome' }),
    days: z.number().int().nullable().openapi({ description: 'Whole days, the first excluded' }),
    minimumDays: z.number().int(),
    firstOpensOn: DayJson.nullable().openapi({ description: 'When its window first began, where it began again upon another text' }),
    suspendedOn: DayJson.nullable(),
    concludedAt: at.nullable().openapi({ description: 'When its outcomes were published: nothing enters any more' }),
    participants: z.enum(participantKinds),
    supports: z.boolean().openapi({ description: 'Participants can support the contributions of others' }),
    comments: z.boolean().openapi({ description: 'Participants can answer the contributions of others' }),
    contacts: z.object({
      office: z.string().nullable(),
      mail: z.string().nullable(),
      certifiedMail: z.string().nullable(),
      address: z.string().nullable(),
    }),
    channels: z.array(z.enum(channels)),
    languages: z.array(z.enum(['it', 'en'])),
    numbers: NumbersJson,
  })
  .openapi('Consultation')

export function consultationJson(
  one: Consultation,
  numbers: Numbers,
  today: ConsultationFact['opensOn'],
): z.output<typeof ConsultationJson> {
  const { opensOn, closesOn } = one
  return {
    id: one.id,
    ecosystemId: one.ecosystemId,
    documentId: one.documentId,
    versionId: one.versionId,
    kind: one.kind,
    titleIt: one.titleIt,
    titleEn: one.titleEn,
    aimsIt: one.aimsIt,
    aimsEn: one.aimsEn,
    state: stateOn(today, one),
    opensOn,
    closesOn,
    days: opensOn && closesOn ? daysBetween(opensOn, closesOn) : null,
    minimumDays: one.minimumDays,
    firstOpensOn: one.firstOpensOn,
    suspendedOn: one.suspendedOn,
    concludedAt: one.concludedAt?.toISOString() ?? null,
    participants: one.participants,
    supports: one.supports,
    comments: one.comments,
    contacts: {
      office: one.contactOffice,
      mail: one.contactMail,
      certifiedMail: one.contactCertifiedMail,
      address: one.contactAddress,
    },
    channels: [...one.channels],
    languages: [...one.languages],
    numbers,
  }
}

export const AnswerJson = z.union([z.string(), z.number().int(), z.array(z.number().int().nullable()).max(60)])
export const AnswersJson = z.record(z.uuid(), AnswerJson).openapi('Answers', {
  description: 'By question: words, the place of an option (from 0), of several, or of one for each row of a table; a degree of a scale',
})

export const ContributionJson = z
  .object({
    id: z.uuid(),
    consultationId: z.uuid(),
    number: z.number().int(),
    receipt: z.string().openapi({ example: 'C-2020-0012' }),
    link: z.string().openapi({ description: 'The page from which it is followed', example: '/consultazioni/018f…/osservazioni/12' }),
    state: z.enum(contributionStates),
    versionId: z.uuid(),
    target: z.object({ kind: z.enum(targetKinds), blockId: z.uuid().nullable() }),
    channel: z.enum(channels),
    receivedAt: at,
    protocolNumber: z.string().nullable(),
    protocolDay: DayJson.nullable(),
    contributorKind: z.string(),
    organisationId: z.uuid().nullable(),
    author: z.string().openapi({ description: 'A name only where its owner let it be published' }),
    lang: z.enum(['it', 'en']),
    text: z.string().nullable().openapi({ description: 'Null once withdrawn or hidden' }),
    answers: AnswersJson,
    hash: z.string().openapi({ description: 'sha256 of the canonical content received' }),
    revision: z.number().int(),
    supports: z.number().int(),
    hiddenRule: z.string().nullable(),
  })
  .openapi('Contribution')

/** What is withdrawn or hidden keeps its number, and loses its words. */
export function contributionJson(one: Contribution, author: string, readable = false): z.output<typeof ContributionJson> {
  const state = contributionState(one)
  const shown = readable || state === 'visible'
  return {
    id: one.id,
    consultationId: one.consultationId,
    number: one.number,
    receipt: receiptNumber(one),
    link: paths.contribution(one.consultationId, one.number),
    state,
    versionId: one.versionId,
    target: { kind: one.target.kind, blockId: one.target.kind === 'whole' ? null : one.target.blockId },
    channel: one.channel,
    receivedAt: one.receivedAt.toISOString(),
    protocolNumber: one.protocolNumber,
    protocolDay: one.protocolDay,
    contributorKind: one.contributorKind,
    organisationId: shown ? one.organisationId : null,
    author: shown ? author : '',
    lang: one.lang,
    text: shown ? one.text : null,
    answers: shown ? (one.answers as z.output<typeof AnswersJson>) : {},
    hash: one.hash,
    revision: one.revision,
    supports: one.supports,
    hiddenRule: one.hiddenRule,
  }
}

const OptionJson = z.object({ it: z.string(), en: z.string().nullable() })

export const QuestionJson = z
  .object({
    id: z.uuid(),
    position: z.number().int(),
    kind: z.enum(questionKinds),
    textIt: z.string(),
    textEn: z.string().nullable(),
    required: z.boolean(),
    options: z.array(OptionJson),
    rows: z.array(OptionJson),
    scale: z.object({ from: z.number().int(), to: z.number().int() }).nullable(),
    showIf: z.object({ question: z.uuid(), option: z.number().int() }).nullable(),
  })
  .openapi('ConsultationQuestion')

export const questionJson = (question: Question): z.output<typeof QuestionJson> => ({
  ...question,
  options: [...question.options],
  rows: [...question.rows],
})

export const ModerationCountJson = z
  .object({ kind: z.enum(moderationKinds), rule: z.string().nullable(), count: z.number().int() })
  .openapi('ModerationCount')

/** A file sent inside JSON. */
export const FileJson = z
  .object({
    name: line(200).openapi({ example: 'osservazione.pdf' }),
    content: z.base64().max(1_400_000).openapi({ description: 'The bytes, in base64: less than a megabyte' }),
    questionId: z.uuid().nullable().default(null),
  })
  .openapi('ContributionFileSent')

export function fileIn({ name, content, questionId }: z.output<typeof FileJson>): Sent {
  return { name, bytes: Buffer.from(content, 'base64'), field: 'files', questionId }
}
