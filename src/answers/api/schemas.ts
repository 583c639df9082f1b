import { z } from '@hono/zod-openapi'
import { outcomes } from '../rules/replies.ts'

export const InConsultation = z.object({ id: z.uuid().openapi({ description: 'The consultation' }) })
export const OneReply = InConsultation.extend({ reply: z.uuid() })

export const AccountJson = z
  .object({
    received: z.number().int(),
    answered: z.number().int(),
    withdrawn: z.number().int(),
    moderated: z.number().int(),
    prepared: z.number().int().openapi({ description: 'Of those to answer, how many have a reply not yet published' }),
    toAnswer: z.number().int().openapi({ description: 'received − answered − withdrawn − moderated' }),
  })
  .openapi('AnswersAccount')

export const ReplyJson = z
  .object({
    id: z.uuid(),
    outcome: z.enum(outcomes),
    reasonIt: z.string(),
    reasonEn: z.string().nullable(),
    revision: z.number().int(),
    publishedAt: z.iso.datetime().nullable(),
    blockIds: z.array(z.uuid()).openapi({ description: 'The blocks of the text that change because of it' }),
  })
  .openapi('Reply')

export const AnsweredJson = z
  .object({
    number: z.string().openapi({ example: 'C-2020-0012' }),
    state: z.enum(['visible', 'withdrawn', 'hidden']),
    by: z.string().nullable(),
    text: z.string().nullable(),
    receivedAt: z.iso.datetime(),
    answer: z
      .object({
        replyId: z.uuid(),
        outcome: z.enum(outcomes),
        reasonIt: z.string(),
        reasonEn: z.string().nullable(),
        publishedAt: z.iso.datetime(),
        blockIds: z.array(z.uuid()),
        corrected: z.boolean(),
      })
      .nullable(),
  })
  .openapi('AnsweredContribution')

export const QueueItemJson = z
  .object({
    contributionId: z.uuid(),
    number: z.number().int(),
    text: z.string().nullable(),
    contributorKind: z.string(),
    sectionId: z.uuid().nullable(),
    blockId: z.uuid().nullable(),
    replyId: z.uuid().nullable(),
    published: z.boolean(),
    assignedTo: z.uuid().nullable(),
    clusterId: z.uuid().nullable().openapi({ description: 'The first of the contributions that say nearly the same' }),
  })
  .openapi('ContributionToAnswer')

const wording = {
  outcome: z.enum(outcomes),
  reasonIt: z.string(),
  reasonEn: z.string().nullable().optional(),
  blockIds: z.array(z.uuid()).optional(),
}
export const PrepareJson = z.object({ ...wording, contributionIds: z.array(z.uuid()).min(1).max(5000) }).openapi('ReplyToPrepare')
export const RewordJson = z.object({ ...wording, base: z.number().int() }).openapi('ReplyReworded')
export const CorrectJson = z.object({ ...wording, base: z.number().int(), why: z.string() }).openapi('ReplyCorrected')
export const PublishJson = z
  .object({
    replyIds: z.array(z.uuid()).optional(),
    contributions: z
      .number()
      .int()
      .optional()
      .openapi({ description: 'How many contributions they answer, as you read it. If it is so no longer, nothing is published' }),
  })
  .openapi('RepliesToPublish')
export const AssignJson = z
  .object({ contributionIds: z.array(z.uuid()).min(1).max(5000), personId: z.uuid().nullable() })
  .openapi('AnswerAssignment')
export const ReportJson = z
  .object({
    narrativeIt: z.string().nullable().optional(),
    narrativeEn: z.string().nullable().optional(),
    finalVersionId: z.uuid().nullable().optional(),
    base: z.number().int(),
  })
  .openapi('OutcomeReportWritten')
export const EvaluationJson = z
  .object({
    easy: z.number().int(),
    clear: z.number().int(),
    heard: z.number().int().nullable().optional(),
    again: z.enum(['yes', 'no']),
    comment: z.string().nullable().optional(),
  })
  .openapi('ConsultationEvaluation')
