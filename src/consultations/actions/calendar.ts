import { z } from 'zod'
import { type Act, allow } from '../../charter/policy.ts'
import { getVersion } from '../../documents/index.ts'
import { newId } from '../../kernel/id.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import { instantInRome } from '../../kernel/rome.ts'
import { type Db, transact } from '../../platform/db.ts'
import { dayField, prose, timeField } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import { lackingIn } from '../beside.ts'
import { type Consultation, type OpenedConsultation, placeOfConsultation } from '../rules/consultation.ts'
import { mustHoldItsParts } from '../rules/parts.ts'
import {
  closingAfterInterruption,
  closingAfterResumption,
  type Interruption,
  interruptionBackwards,
  mustBeALaterText,
  mustBeLongEnough,
  mustBeRunning,
  mustBeSuspended,
  mustLengthen,
  mustNotBeConcluded,
  mustNotBeSuspended,
  notOpenedYet,
} from '../rules/windows.ts'
import { type CalendarChange, type ChangeKind, changesOf, insertChange } from '../store/changes.ts'
import { lockConsultation, updateConsultation } from '../store/consultations.ts'

export const ExtendForm = z.object({ closesOn: dayField(), reason: prose(5000) })
export const ReasonForm = z.object({ reason: prose(5000) })
export const InterruptionForm = z.object({
  fromDay: dayField(),
  fromTime: timeField(),
  toDay: dayField(),
  toTime: timeField(),
  reason: prose(5000),
})
export const RestartForm = z.object({
  versionId: z.uuid(),
  /** 'restart': the window begins again from today. 'extend': it goes on, and closes later. */
  how: z.enum(['restart', 'extend']),
  closesOn: dayField(),
  reason: prose(5000),
})

type After = Partial<Consultation> & { readonly change: Pick<CalendarChange, 'kind'> & Partial<CalendarChange> }

export function extendConsultation(desk: Desk, id: string, { closesOn, reason }: z.output<typeof ExtendForm>): Promise<Consultation> {
  return changeCalendar(desk, id, 'consultations.extend', reason, async (before) => {
    mustLengthen(mustBeRunning(before, desk.today), closesOn)
    return { closesOn, change: { kind: 'extension' } }
  })
}

export function suspendConsultation(desk: Desk, id: string, { reason }: z.output<typeof ReasonForm>): Promise<Consultation> {
  return changeCalendar(desk, id, 'consultations.suspend', reason, async (before) => {
    mustNotBeSuspended(before)
    mustBeRunning(before, desk.today)
    return { suspendedOn: desk.today, change: { kind: 'suspension' } }
  })
}

export function resumeConsultation(desk: Desk, id: string, { reason }: z.output<typeof ReasonForm>): Promise<Consultation> {
  return changeCalendar(desk, id, 'consultations.resume', reason, async (before) => {
    const closesOn = closingAfterResumption(mustBeSuspended(before), desk.today)
    return { suspendedOn: null, closesOn, change: { kind: 'resumption' } }
  })
}

export function recordInterruption(desk: Desk, id: string, input: z.output<typeof InterruptionForm>): Promise<Consultation> {
  return changeCalendar(desk, id, 'consultations.record-interruption', input.reason, async (before, tx) => {
    const fromAt = instantInRome(input.fromDay, input.fromTime)
    const toAt = instantInRome(input.toDay, input.toTime)
    if (!fromAt || !toAt) throw new Problem(interruptionBackwards, { field: 'toTime' })
    const closesOn = closingAfterInterruption(mustBeOpened(before), { from: fromAt, to: toAt }, desk.now, await interruptionsOf(tx, id))
    return { closesOn, change: { kind: 'interruption', fromAt, toAt } }
  })
}

/** A material change of the text: whoever takes part has a whole window again, or more days, as whoever decides declares. */
export function changeText(
  desk: Desk,
  id: string,
  { versionId, how, closesOn, reason }: z.output<typeof RestartForm>,
): Promise<Consultation> {
  return changeCalendar(desk, id, 'consultations.restart', reason, async (before, tx) => {
    const running = mustBeRunning(before, desk.today)
    const version = await getVersion(tx, versionId)
    if (version.documentId !== before.documentId) throw new Problem(notFound, { version: versionId })
    mustBeALaterText(await getVersion(tx, before.versionId), version)
    mustLengthen(running, closesOn)
    const begins = running.opensOn > desk.today ? running.opensOn : desk.today
    const opensOn = how === 'restart' ? begins : running.opensOn
    mustBeLongEnough(opensOn, closesOn, before.minimumDays)
    mustHoldItsParts(await lackingIn(tx, { kind: before.kind, versionId }))
    const kind: ChangeKind = how === 'restart' ? 'restart' : 'extension'
    return { versionId, opensOn, closesOn, change: { kind, versionBefore: before.versionId, versionAfter: versionId } }
  })
}

async function interruptionsOf(tx: Db, id: string): Promise<Interruption[]> {
  return (await changesOf(tx, id)).flatMap(({ fromAt, toAt }) => (fromAt && toAt ? [{ from: fromAt, to: toAt }] : []))
}

function mustBeOpened(consultation: Consultation): OpenedConsultation {
  if (!consultation.openedAt) throw new Problem(notOpenedYet)
  return consultation as OpenedConsultation
}

/** What happens to the calendar of an opened consultation stands beside it for good, with its reason. */
async function changeCalendar(
  desk: Desk,
  id: string,
  act: Act,
  reason: string,
  decide: (before: Consultation, tx: Db) => Promise<After>,
): Promise<Consultation> {
  return transact(desk.db, async (tx) => {
    const before = await lockConsultation(tx, id)
    const permit = allow(desk, act, placeOfConsultation(before))

    mustBeOpened(before)
    mustNotBeConcluded(before)
    const { change, ...changes } = await decide(before, tx)
    const after = { ...before, ...changes, revision: before.revision + 1 } as OpenedConsultation

    await updateConsultation(tx, after)
    await insertChange(tx, {
      consultationId: id,
      id: newId(),
      reason,
      at: desk.now,
      day: desk.today,
      by: permit.actorId,
      closesBefore: (before as OpenedConsultation).closesOn,
      closesAfter: after.closesOn,
      fromAt: null,
      toAt: null,
      versionBefore: null,
      versionAfter: null,
      ...change,
    })
    await record(tx, permit, id, { kind: change.kind, closesOn: after.closesOn })
    return after
  })
}
