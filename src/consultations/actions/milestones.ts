import { z } from 'zod'
import { newId } from '../../kernel/id.ts'
import { mustBeATimeInRome } from '../../kernel/rome.ts'
import { dayField, line, optional, timeField, webAddress } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import {
  type Milestone,
  milestoneKinds,
  mustBeADateOf,
  mustBeOn,
  mustBeToCome,
  mustEndAfterStart,
  mustHaveRoomForDates,
} from '../rules/milestones.ts'
import { deleteMilestone, insertMilestone, milestonesOf, updateMilestone } from '../store/milestones.ts'
import { accompany } from './accompany.ts'

export const MilestoneForm = z.object({
  kind: z.enum(milestoneKinds),
  titleIt: line(300),
  titleEn: optional(line(300)),
  day: dayField(),
  starts: optional(timeField()),
  ends: optional(timeField()),
  place: optional(line(300)),
  address: optional(webAddress()),
})
export type MilestoneInput = z.output<typeof MilestoneForm>

export function addMilestone(desk: Desk, id: string, input: MilestoneInput): Promise<Milestone> {
  const dateId = newId<string>()
  return accompany(desk, id, { step: 'dates', doing: 'added', item: dateId }, async (_, tx) => {
    mustHaveRoomForDates(await milestonesOf(tx, id))
    mustMakeSense(input, desk)
    const fresh = { addedAt: desk.now, changedAt: desk.now, revision: 0, cancelledAt: null }
    const milestone: Milestone = { consultationId: id, id: dateId, ...input, ...fresh }
    await insertMilestone(tx, milestone)
    return milestone
  })
}

export function changeMilestone(desk: Desk, id: string, dateId: string, input: MilestoneInput): Promise<Milestone> {
  return accompany(desk, id, { step: 'dates', doing: 'changed', item: dateId }, async (_, tx) => {
    const before = mustBeADateOf(await milestonesOf(tx, id), dateId)
    mustBeOn(before)
    mustMakeSense(input, desk)
    const after: Milestone = { ...before, ...input, changedAt: desk.now, revision: before.revision + 1 }
    await updateMilestone(tx, after)
    return after
  })
}

/** Taken away while nobody has seen it; called off, and shown so, once everybody has. */
export function endMilestone(desk: Desk, id: string, dateId: string): Promise<void> {
  return accompany(desk, id, { step: 'dates', doing: 'ended', item: dateId }, async ({ openedAt }, tx) => {
    const before = mustBeADateOf(await milestonesOf(tx, id), dateId)
    if (!openedAt) return deleteMilestone(tx, id, dateId)
    mustBeOn(before)
    await updateMilestone(tx, { ...before, cancelledAt: desk.now, changedAt: desk.now, revision: before.revision + 1 })
  })
}

function mustMakeSense({ day, starts, ends }: MilestoneInput, { today }: Desk): void {
  mustBeToCome(day, today)
  mustEndAfterStart(starts, ends)
  if (starts) mustBeATimeInRome(day, starts, 'starts')
  if (ends) mustBeATimeInRome(day, ends, 'ends')
}
