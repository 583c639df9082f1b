import { z } from '@hono/zod-openapi'
import type { Day } from '../../kernel/day.ts'
import { remarkKinds } from '../../minutes/index.ts'
import { DayJson } from '../../platform/api-routes.ts'
import { line } from '../../platform/form.ts'
import type { Upload } from '../actions/bodies.ts'
import { answers, attendances } from '../rules/attendance.ts'
import { type Body, bodyKinds, bodyState } from '../rules/bodies.ts'
import { decisionKinds } from '../rules/decisions.ts'
import type { Meeting } from '../rules/meetings.ts'
import { meetingState } from '../rules/meetings.ts'
import { memberRoles } from '../rules/members.ts'
import { quorumKinds } from '../rules/quorum.ts'

const at = z.iso.datetime()

/** A file sent inside JSON. */
export const FileJson = z
  .object({
    name: line(200).openapi({ example: 'atto.pdf' }),
    content: z.base64().max(1_400_000).openapi({ description: 'The bytes, in base64: less than a megabyte' }),
  })
  .openapi('FileSent')

export function uploadIn({ name, content }: z.output<typeof FileJson>, field: string): Upload {
  return { name, bytes: Buffer.from(content, 'base64'), field }
}

const states = ['future', 'in-office', 'expired', 'dissolved'] as const

export const BodyJson = z
  .object({
    id: z.uuid(),
    ecosystemId: z.uuid(),
    kind: z.enum(bodyKinds),
    name: z.string(),
    mandate: z.string(),
    state: z.enum(states).openapi({ description: 'Derived from its days, as of today' }),
    parentId: z.uuid().nullable(),
    act: z.object({ number: z.string(), day: DayJson, fileId: z.uuid().nullable() }).nullable(),
    decisionId: z.uuid().nullable().openapi({ description: 'The decision that a technical table is born of' }),
    from: DayJson,
    to: DayJson.nullable(),
    dissolvedOn: DayJson.nullable(),
    quorum: z.object({ kind: z.enum(quorumKinds), count: z.number().int().optional(), of: z.number().int().optional() }),
  })
  .openapi('Body')

export function bodyJson({ cycleId: _, ...body }: Body, today: Day): z.output<typeof BodyJson> {
  return { ...body, state: bodyState(body, today) }
}

export const MemberJson = z
  .object({
    id: z.uuid(),
    name: z.string().nullable().openapi({ description: 'Null where the name is not shown to whoever asks' }),
    organisationId: z.uuid().nullable(),
    organisation: z.string().nullable(),
    role: z.enum(memberRoles),
    substituteFor: z.uuid().nullable(),
    from: DayJson,
    to: DayJson.nullable(),
  })
  .openapi('BodyMember')

export const MeetingJson = z
  .object({
    id: z.uuid(),
    bodyId: z.uuid(),
    number: z.number().int(),
    state: z.enum(['convened', 'under-way', 'held', 'cancelled']),
    startsAt: at,
    endsAt: at,
    place: z.string().nullable(),
    link: z.string().nullable().openapi({ description: 'Null for whoever does not belong to the body' }),
    agenda: z.string(),
    revision: z.number().int(),
    cancelReason: z.string().nullable(),
    count: z.object({ seats: z.number().int(), quorum: z.number().int(), filled: z.number().int() }).nullable(),
  })
  .openapi('Meeting')

export function meetingJson(meeting: Meeting, now: Date, insider: boolean): z.output<typeof MeetingJson> {
  const { convenedAt: _, changedAt: __, cancelledAt: ___, ...told } = meeting
  return {
    ...told,
    state: meetingState(meeting, now),
    startsAt: meeting.startsAt.toISOString(),
    endsAt: meeting.endsAt.toISOString(),
    link: insider ? meeting.link : null,
  }
}

export const InvitationJson = z
  .object({
    memberId: z.uuid(),
    answer: z.enum(answers).nullable(),
    attendance: z.enum(attendances).nullable(),
    bounces: z.boolean().nullable().openapi({ description: 'The mailbox sends our mails back; null for whoever does not convene' }),
  })
  .openapi('Invitation')

export const PaperJson = z.object({ id: z.uuid(), name: z.string(), url: z.string() }).openapi('MeetingPaper')

export const DecisionJson = z
  .object({
    id: z.uuid(),
    bodyId: z.uuid(),
    meetingId: z.uuid(),
    number: z.number().int(),
    kind: z.enum(decisionKinds),
    title: z.string(),
    text: z.string(),
    takenOn: DayJson,
    votes: z.object({ inFavour: z.number().int(), against: z.number().int(), abstained: z.number().int() }).nullable(),
    adopted: z.boolean(),
    annulledOn: DayJson.nullable(),
    annulledReason: z.string().nullable(),
  })
  .openapi('Decision')

export const MinutesJson = z
  .object({
    state: z.enum(['draft', 'sent', 'approved']),
    version: z.number().int(),
    text: z.string(),
    remarksUntil: DayJson.nullable(),
    approvedOn: DayJson.nullable(),
    hash: z.string().nullable().openapi({ description: 'sha256 of the approved text' }),
    corrections: z.array(z.object({ number: z.number().int(), text: z.string(), reason: z.string(), madeOn: DayJson })),
  })
  .openapi('Minutes')

export const RemarkJson = z
  .object({
    id: z.uuid(),
    kind: z.enum(remarkKinds),
    version: z.number().int(),
    text: z.string().nullable(),
    outcome: z.enum(['accepted', 'rejected']).nullable(),
    reason: z.string().nullable(),
  })
  .openapi('MinutesRemark')

export const TaskJson = z
  .object({
    id: z.uuid(),
    bodyId: z.uuid(),
    meetingId: z.uuid().nullable(),
    ownerId: z.uuid().openapi({ description: 'The member who owns it' }),
    text: z.string(),
    dueDay: DayJson,
    daysLate: z.number().int().nullable(),
    doneAt: at.nullable(),
    note: z.string().nullable(),
  })
  .openapi('Task')
