import { z } from 'zod'
import { allow } from '../../charter/policy.ts'
import { dayOf } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import { Problem } from '../../kernel/problem.ts'
import { findMinutes, mustBeOpen } from '../../minutes/index.ts'
import { transact } from '../../platform/db.ts'
import { line, optional, prose } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import { placeOfBody } from '../rules/bodies.ts'
import {
  type Decision,
  decisionInUse,
  decisionKinds,
  mustBeAnnullable,
  mustBeForItToDecide,
  passes,
  votesFrom,
} from '../rules/decisions.ts'
import { mustHaveBegun, mustHaveQuorum } from '../rules/meetings.ts'
import { refusals } from '../rules/minutes.ts'
import { bodiesBornOf, lockBody } from '../store/bodies.ts'
import * as store from '../store/decisions.ts'
import { gatherMinutes } from './sitting.ts'

const votes = z.coerce.number().int().min(0).max(10_000)

export const DecideForm = z.object({
  kind: z.enum(decisionKinds),
  title: line(300),
  text: prose(20_000),
  inFavour: optional(votes),
  against: optional(votes),
  abstained: optional(votes),
})

export const AnnulForm = z.object({ reason: prose(2000) })

/** What a meeting with its quorum decided, by consensus or by vote. It is public at once. */
export async function decide(desk: Desk, meetingId: string, input: z.output<typeof DecideForm>): Promise<Decision> {
  return transact(desk.db, async (tx) => {
    const { body, meeting, minutes, place } = await gatherMinutes(tx, meetingId)
    const permit = allow(desk, 'groups.decide', place)

    mustHaveBegun(meeting, desk.now)
    mustBeOpen(refusals, minutes)
    mustBeForItToDecide(body.kind, input.kind)
    const count = mustHaveQuorum(meeting)
    const counted = votesFrom(input, count)
    const { kind, title, text } = input
    const decision: Decision = {
      id: newId<'decision'>(),
      bodyId: body.id,
      meetingId,
      number: await store.nextDecisionNumber(tx, body.id),
      kind,
      title,
      text,
      takenOn: dayOf(meeting.startsAt),
      votes: counted,
      adopted: passes(counted),
      annulledOn: null,
      annulledReason: null,
    }

    await store.insertDecision(tx, decision)
    const { id, number, takenOn, adopted } = decision
    await record(tx, permit, id, { bodyId: body.id, meetingId, decisionId: id, number, about: kind, on: takenOn, adopted })
    return decision
  })
}

/** For a decision written by mistake, until the minutes of its meeting are approved. Its number stays taken. */
export async function annulDecision(desk: Desk, id: string, input: z.output<typeof AnnulForm>): Promise<void> {
  return transact(desk.db, async (tx) => {
    const { bodyId } = await store.getDecision(tx, id)
    const body = await lockBody(tx, bodyId)
    const decision = await store.getDecision(tx, id)
    const minutes = await findMinutes(tx, decision.meetingId)
    const born = await bodiesBornOf(tx, id)
    const permit = allow(desk, 'groups.annul-decision', placeOfBody(body))

    mustBeAnnullable(decision, Boolean(minutes?.approved))
    if (born.length > 0) throw new Problem(decisionInUse)

    await store.annul(tx, id, desk.today, input.reason)
    await record(tx, permit, id, { bodyId, meetingId: decision.meetingId, decisionId: id, number: decision.number })
  })
}
