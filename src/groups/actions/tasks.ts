import { z } from 'zod'
import { allow } from '../../charter/policy.ts'
import { newId } from '../../kernel/id.ts'
import { Problem } from '../../kernel/problem.ts'
import { transact } from '../../platform/db.ts'
import { dayField, optional, prose } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import { mustBeInOffice, placeOfBody } from '../rules/bodies.ts'
import { inOffice, type Member, mustSitOn } from '../rules/members.ts'
import { mustBeDueAhead, mustStillBeOpen, noSuchMeeting, ownerOut, type Task } from '../rules/tasks.ts'
import { getBody, lockBody } from '../store/bodies.ts'
import { meetingsById } from '../store/meetings.ts'
import { membersById, membersOf } from '../store/members.ts'
import * as store from '../store/tasks.ts'

export const AssignForm = z.object({
  /** The member who owns it. */
  ownerId: z.uuid(),
  text: prose(2000),
  dueDay: dayField(),
  /** The meeting that it comes from. */
  meetingId: optional(z.uuid()),
})

export const FinishForm = z.object({ note: optional(prose(2000)) })

export async function assignTask(desk: Desk, bodyId: string, input: z.output<typeof AssignForm>): Promise<Task> {
  return transact(desk.db, async (tx) => {
    const body = await lockBody(tx, bodyId)
    const members = inOffice(body, await membersOf(tx, [bodyId]), desk.today)
    const meeting = input.meetingId ? (await meetingsById(tx, [input.meetingId])).get(input.meetingId) : null
    const permit = allow(desk, 'groups.assign-task', placeOfBody(body))

    mustBeInOffice(body, desk.today)
    mustBeDueAhead(input.dueDay, desk.today)
    const owner = members.find(({ id }) => id === input.ownerId)
    if (!owner) throw new Problem(ownerOut, { field: 'ownerId' })
    if (input.meetingId && meeting?.bodyId !== bodyId) throw new Problem(noSuchMeeting, { field: 'meetingId' })
    const task: Task = { id: newId<'task'>(), bodyId, ...input, doneAt: null, note: null, withdrawnAt: null }

    await store.insertTask(tx, task, desk.now)
    await record(tx, permit, task.id, { bodyId, taskId: task.id, ownerId: owner.id, personId: owner.personId, dueDay: task.dueDay })
    return task
  })
}

/** Its owner says that it is done. */
export async function finishTask(desk: Desk, id: string, input: z.output<typeof FinishForm>): Promise<void> {
  return transact(desk.db, async (tx) => {
    const task = await store.lockTask(tx, id)
    const body = await getBody(tx, task.bodyId)
    const owner = (await membersById(tx, [task.ownerId])).get(task.ownerId) as Member
    const permit = allow(desk, 'groups.finish-task', { kind: 'person', id: owner.personId })

    mustStillBeOpen(task)
    mustSitOn(desk.today, body, owner)

    await store.finish(tx, id, desk.now, input.note)
    await record(tx, permit, id, { bodyId: body.id, taskId: id })
  })
}

export async function withdrawTask(desk: Desk, id: string): Promise<Task> {
  return transact(desk.db, async (tx) => {
    const task = await store.lockTask(tx, id)
    const body = await getBody(tx, task.bodyId)
    const permit = allow(desk, 'groups.withdraw-task', placeOfBody(body))

    mustStillBeOpen(task)

    await store.withdraw(tx, id, desk.now)
    await record(tx, permit, id, { bodyId: body.id, taskId: id })
    return task
  })
}
