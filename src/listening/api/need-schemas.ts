import { z } from '@hono/zod-openapi'
import { type Cover, codeOf, coverKinds, type Need, needStates, sourceKinds, stateOfNeed, voiceKinds } from '../rules/needs.ts'

const Said = {
  statement: z.string(),
  why: z.string().nullable(),
  voiceKind: z.enum(voiceKinds),
  organisationId: z.uuid().nullable(),
  evidenceText: z.string().nullable(),
  evidenceLink: z.string().nullable(),
  frequency: z
    .number()
    .int()
    .min(1)
    .max(5)
    .nullable()
    .openapi({ description: 'From 1, rarely, to 5, every day; null as long as nobody judged' }),
  severity: z
    .number()
    .int()
    .min(1)
    .max(5)
    .nullable()
    .openapi({ description: 'From 1, little, to 5, it blocks; null as long as nobody judged' }),
}

export const CoverJson = z.object({
  kind: z.enum(coverKinds),
  title: z.string(),
  path: z.string(),
  extent: z.enum(['fully', 'partly']).optional(),
})

export const NeedJson = z
  .object({
    id: z.uuid(),
    code: z.string().openapi({ example: 'E-12' }),
    number: z.number().int(),
    ecosystemId: z.uuid(),
    ...Said,
    stakeholderId: z.uuid().nullable(),
    source: z.object({ kind: z.enum(sourceKinds), id: z.uuid().nullable() }),
    recordedOn: z.iso.date(),
    revision: z.number().int().openapi({ description: 'Sent back with a correction, so that nobody writes over one they have not seen' }),
    mergedInto: z.uuid().nullable().openapi({ description: 'The need that it turned out to be the same as' }),
    state: z.enum(needStates),
    covers: z.array(CoverJson),
  })
  .openapi('Need')

export function needJson(need: Need, covers: readonly Cover[]): z.output<typeof NeedJson> {
  const { recordedBy: _, ...rest } = need
  return { ...rest, code: codeOf(need), state: stateOfNeed(need, covers), covers: covers.map((cover) => ({ ...cover })) }
}

const given = {
  statement: z.string().max(500),
  why: z.string().max(5000).optional(),
  voiceKind: z.enum(voiceKinds),
  organisationId: z.uuid().optional(),
  evidenceText: z.string().max(5000).optional(),
  evidenceLink: z.string().max(2000).optional(),
  frequency: z.number().int().min(1).max(5).optional(),
  severity: z.number().int().min(1).max(5).optional(),
}

export const NewNeed = z.object({ ...given, stakeholderId: z.uuid().optional() }).openapi('NeedRecorded')
export const NeedCorrected = NewNeed.extend({ revision: z.number().int().min(0), correction: z.string().max(2000) }).openapi(
  'NeedCorrected',
)
export const NewProposal = z
  .object({ ...given, key: z.uuid().openapi({ description: 'Made by whoever sends: the same key sent twice is kept once' }) })
  .openapi('NeedProposed')

export const CallJson = z
  .object({
    id: z.uuid(),
    number: z.number().int(),
    ecosystemId: z.uuid(),
    title: z.string(),
    guidance: z.string(),
    opensOn: z.iso.date(),
    closesOn: z.iso.date(),
    state: z.enum(['future', 'open', 'closed']),
    proposals: z.object({
      received: z.number().int(),
      waiting: z.number().int(),
      accepted: z.number().int(),
      joined: z.number().int(),
      notAccepted: z.number().int(),
      withdrawn: z.number().int(),
    }),
  })
  .openapi('CallForNeeds')

export const ProposalJson = z
  .object({
    id: z.uuid(),
    callId: z.uuid(),
    ...Said,
    proposedAt: z.iso.datetime(),
    state: z.enum(['submitted', 'withdrawn', 'accepted', 'joined', 'not-accepted']),
    reason: z.string().nullable(),
    needId: z.uuid().nullable(),
  })
  .openapi('NeedProposal')
