import { z } from 'zod'
import { allow } from '../../charter/policy.ts'
import { newId } from '../../kernel/id.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import { transact } from '../../platform/db.ts'
import { optional, prose } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import {
  correctionWithoutText,
  mustAwaitAnswer,
  mustBeOpen,
  mustTakeRemarks,
  notAttended,
  type Remark,
  remarkKinds,
} from '../rules/minutes.ts'
import * as store from '../store/minutes.ts'
import { attendedBy } from './attended.ts'
import { gatherMinutes } from './minutes.ts'

export const RemarkForm = z.object({ kind: z.enum(remarkKinds), text: optional(prose(10_000)) })

export const OutcomeForm = z.object({ outcome: z.enum(['accepted', 'rejected']), reason: optional(prose(2000)) })

/** Whoever attended says that nothing needs correcting, or what does. */
export async function remarkOnMinutes(desk: Desk, meetingId: string, input: z.output<typeof RemarkForm>): Promise<Remark> {
  return transact(desk.db, async (tx) => {
    const { bodyId, minutes } = await gatherMinutes(tx, meetingId)
    const attended = await attendedBy(tx, meetingId)
    const permit = allow(desk, 'groups.remark', { kind: 'person', id: desk.actor.id ?? '' })

    if (!attended.includes(permit.actorId)) throw new Problem(notAttended)
    const { version } = mustTakeRemarks(minutes, desk.today)
    const correction = input.kind === 'correction'
    if (correction && !input.text) throw new Problem(correctionWithoutText, { field: 'text' })
    const remark: Remark = {
      id: newId<'minutes-remark'>(),
      personId: permit.actorId,
      version,
      kind: input.kind,
      text: correction ? input.text : null,
      at: desk.now,
      outcome: null,
      reason: null,
    }

    await store.insertRemark(tx, meetingId, remark)
    await record(tx, permit, meetingId, { bodyId, meetingId, remarkId: remark.id, kind: remark.kind, version })
    return remark
  })
}

/** Every correction proposed is accepted, or not with a reason; the text itself is changed by writing it. */
export async function answerRemark(desk: Desk, meetingId: string, remarkId: string, input: z.output<typeof OutcomeForm>): Promise<void> {
  return transact(desk.db, async (tx) => {
    const { bodyId, minutes, place } = await gatherMinutes(tx, meetingId)
    const remark = (await store.remarksOn(tx, meetingId)).find(({ id }) => id === remarkId)
    const permit = allow(desk, 'groups.answer-remark', place)

    if (!remark || !minutes) throw new Problem(notFound)
    mustBeOpen(minutes)
    mustAwaitAnswer(remark, input.outcome, input.reason)

    await store.answerRemark(tx, remark.id, { ...input, answeredAt: desk.now })
    await record(tx, permit, meetingId, { bodyId, meetingId, remarkId, outcome: input.outcome })
  })
}
