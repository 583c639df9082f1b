import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { z } from 'zod'
import { allow } from '../../charter/policy.ts'
import { newId } from '../../kernel/id.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import { transact } from '../../platform/db.ts'
import { dayField, prose } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import { mustBeHeld, mustHaveBegun } from '../rules/hearings.ts'
import {
  changedSinceSent,
  mustBeClosable,
  mustBeFinal,
  mustBeLatest,
  mustBeSendable,
  mustNotBeFinal,
  pickStatement,
  type Statement,
} from '../rules/minutes.ts'
import * as store from '../store/minutes.ts'
import { getStakeholder } from '../store/stakeholders.ts'
import { gatherMinutes } from './gather.ts'
import { heardIn } from './heard.ts'

export const StatementForm = z.object({ stakeholderId: z.uuid(), text: prose(20_000) })

export const EditStatementForm = z.object({
  text: prose(20_000),
  /** The revision that whoever writes began from. */
  base: z.coerce.number().int().min(1),
})

export const SendForm = z.object({ until: dayField() })

/** The version that whoever closes them has read. */
export const CloseForm = z.object({ version: z.coerce.number().int().min(1) })

export const CorrectForm = z.object({ text: prose(20_000), reason: prose(2000) })

/** What one speaker said. */
export async function addStatement(desk: Desk, hearingId: string, input: z.output<typeof StatementForm>): Promise<Statement> {
  return transact(desk.db, async (tx) => {
    const { hearing, slots, place, minutes, statements } = await gatherMinutes(tx, hearingId)
    const speaker = await getStakeholder(tx, input.stakeholderId)
    const permit = allow(desk, 'listening.write-minutes', place)

    mustHaveBegun(hearing, slots, desk.now)
    mustNotBeFinal(minutes)
    if (speaker.ecosystemId !== hearing.ecosystemId) throw new Problem(notFound, { stakeholder: speaker.id })
    const statement: Statement = {
      id: newId<'statement'>(),
      hearingId,
      position: (statements.at(-1)?.position ?? 0) + 1,
      revision: 1,
      ...input,
    }

    await store.bumpMinutes(tx, hearingId, (minutes?.version ?? 0) + 1)
    await store.insertStatement(tx, statement)
    await store.saveRevision(tx, { statementId: statement.id, revision: 1, ...input, authorId: permit.actorId, at: desk.now })
    await record(tx, permit, hearingId, { hearingId, statementId: statement.id, revision: 1 })
    return statement
  })
}

/** Every saving is a revision that stays. Of two people who began from the same one, the second is told, and chooses. */
export async function editStatement(
  desk: Desk,
  hearingId: string,
  statementId: string,
  input: z.output<typeof EditStatementForm>,
): Promise<void> {
  return transact(desk.db, async (tx) => {
    const { place, minutes, statements } = await gatherMinutes(tx, hearingId)
    const statement = pickStatement(statements, statementId)
    const permit = allow(desk, 'listening.write-minutes', place)

    mustNotBeFinal(minutes)
    mustBeLatest(statement, input.base)
    const revision = input.base + 1

    await store.bumpMinutes(tx, hearingId, (minutes?.version ?? 0) + 1)
    const { stakeholderId } = statement
    await store.saveRevision(tx, { statementId, revision, stakeholderId, text: input.text, authorId: permit.actorId, at: desk.now })
    await record(tx, permit, hearingId, { hearingId, statementId, revision })
  })
}

export async function removeStatement(desk: Desk, hearingId: string, statementId: string): Promise<void> {
  return transact(desk.db, async (tx) => {
    const { place, minutes, statements } = await gatherMinutes(tx, hearingId)
    pickStatement(statements, statementId)
    const permit = allow(desk, 'listening.write-minutes', place)

    mustNotBeFinal(minutes)

    await store.bumpMinutes(tx, hearingId, (minutes?.version ?? 0) + 1)
    await store.removeStatement(tx, statementId, desk.now)
    await record(tx, permit, hearingId, { hearingId, statementId, removed: true })
  })
}

/** To those heard, who may propose amendments until a day. */
export async function sendMinutes(desk: Desk, hearingId: string, input: z.output<typeof SendForm>): Promise<void> {
  return transact(desk.db, async (tx) => {
    const { hearing, slots, place, minutes, statements } = await gatherMinutes(tx, hearingId)
    const heard = await heardIn(tx, hearingId, statements)
    const permit = allow(desk, 'listening.send-minutes', place)

    mustBeHeld(hearing, slots, desk.now)
    const { version } = mustBeSendable(minutes, statements, input.until, desk.today)

    await store.saveSending(tx, hearingId, { version, at: desk.now, until: input.until })
    await record(tx, permit, hearingId, { hearingId, version, until: input.until, people: heard.length })
  })
}

/** From now on the statements stay as they are. */
export async function closeMinutes(desk: Desk, hearingId: string, input: z.output<typeof CloseForm>): Promise<void> {
  return transact(desk.db, async (tx) => {
    const { hearing, slots, place, minutes, statements } = await gatherMinutes(tx, hearingId)
    const answers = await store.amendmentsOn(tx, hearingId)
    const heard = await heardIn(tx, hearingId, statements)
    const permit = allow(desk, 'listening.close-minutes', place)

    mustBeHeld(hearing, slots, desk.now)
    const { version } = mustBeClosable(minutes, statements, answers, heard, desk.today)
    if (version !== input.version) throw new Problem(changedSinceSent)
    const hash = hashOf(statements)

    await store.saveFinal(tx, hearingId, statements, { hash, finalOn: desk.today, finalBy: permit.actorId })
    await record(tx, permit, hearingId, { hearingId, number: hearing.number, version, hash: hash.toString('hex') })
  })
}

/** sha256 of the canonical JSON (RFC 8785) of what each one said, in order: anybody can compute it again from the API's answer. */
export function hashOf(statements: readonly Statement[]): Buffer {
  const told = statements.map(({ id, stakeholderId, text }) => ({ id, stakeholderId, text }))
  return createHash('sha256')
    .update(String(canonicalize(told)))
    .digest()
}

/** Tells what was wrong in final minutes, beside them. */
export async function correctMinutes(desk: Desk, hearingId: string, input: z.output<typeof CorrectForm>): Promise<number> {
  return transact(desk.db, async (tx) => {
    const { hearing, place, minutes } = await gatherMinutes(tx, hearingId)
    const former = await store.correctionsOf(tx, hearingId)
    const permit = allow(desk, 'listening.correct-minutes', place)

    mustBeFinal(minutes)
    const number = former.length + 1

    await store.insertCorrection(tx, hearingId, { id: newId(), number, ...input, authorId: permit.actorId, madeOn: desk.today })
    await record(tx, permit, hearingId, { hearingId, number: hearing.number, correction: number })
    return number
  })
}
