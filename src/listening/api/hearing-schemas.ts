import { z } from '@hono/zod-openapi'
import { type Minutes, minutesState } from '../../minutes/index.ts'
import { DayJson } from '../../platform/api-routes.ts'
import { type Hearing, hearingState, openings } from '../rules/hearings.ts'
import type { Slot } from '../rules/slots.ts'

const at = z.iso.datetime()
const Clock = z.string().openapi({ example: '15:00', description: 'As clocks show it in Rome' })

export const SlotIn = z.object({ id: z.uuid(), slot: z.uuid() })

export const Call = z
  .object({
    title: z.string(),
    reason: z.string(),
    questions: z.string().openapi({ description: 'One a line' }),
    openTo: z.enum(openings),
    opensOn: DayJson,
    closesOn: DayJson,
  })
  .openapi('HearingCall')

export const SlotTold = z
  .object({
    on: DayJson,
    starts: Clock,
    ends: Clock,
    place: z.string().nullable().optional(),
    link: z.string().nullable().optional(),
    capacity: z.number().int().min(1).max(500),
  })
  .openapi('HearingSlotTold')

export const SlotJson = z
  .object({
    id: z.uuid(),
    startsAt: at,
    endsAt: at,
    place: z.string().nullable(),
    capacity: z.number().int(),
    free: z.number().int(),
    waiting: z.number().int(),
  })
  .openapi('HearingSlot')

export const HearingJson = z
  .object({
    id: z.uuid(),
    ecosystemId: z.uuid(),
    number: z.number().int(),
    title: z.string(),
    reason: z.string(),
    questions: z.string(),
    openTo: z.enum(openings),
    opensOn: DayJson,
    closesOn: DayJson,
    state: z.enum(['called', 'open', 'closed', 'under-way', 'held', 'cancelled']).openapi({ description: 'Derived from its days' }),
    cancelReason: z.string().nullable(),
    recordingLink: z.string().nullable(),
    finalMinutesOn: DayJson.nullable(),
    revision: z.number().int(),
  })
  .openapi('Hearing')

export function hearingJson(
  hearing: Hearing,
  slots: readonly Slot[],
  minutes: ReadonlyMap<string, Minutes>,
  now: Date,
): z.output<typeof HearingJson> {
  const { cycleId: _, calledAt: __, changedAt: ___, cancelledAt: ____, ...told } = hearing
  const own = slots.filter(({ hearingId }) => hearingId === hearing.id)
  return { ...told, state: hearingState(hearing, own, now), finalMinutesOn: minutes.get(hearing.id)?.approved?.on ?? null }
}

export const StatementIn = z.object({ id: z.uuid(), statement: z.uuid() })
export const AmendmentIn = z.object({ id: z.uuid(), amendment: z.uuid() })

/** What is approved in a meeting is final in a hearing. */
export function stateInHearing(minutes: Minutes): 'draft' | 'sent' | 'final' {
  const state = minutesState(minutes)
  return state === 'approved' ? 'final' : state
}

export const HearingMinutesJson = z
  .object({
    version: z.number().int(),
    state: z.enum(['draft', 'sent', 'final']),
    amendmentsUntil: DayJson.nullable(),
    finalOn: DayJson.nullable(),
    hash: z.string().nullable().openapi({
      description: 'sha256 of the canonical JSON (RFC 8785) of the list of statements, each as {id, stakeholderId, text}',
    }),
    statements: z.array(z.object({ id: z.uuid(), stakeholderId: z.uuid(), text: z.string(), revision: z.number().int() })),
    corrections: z.array(z.object({ number: z.number().int(), text: z.string(), reason: z.string(), madeOn: DayJson })),
  })
  .openapi('HearingMinutes')
