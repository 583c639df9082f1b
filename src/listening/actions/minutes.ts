import { z } from 'zod'
import { allow } from '../../charter/policy.ts'
import { newId } from '../../kernel/id.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import { type ApproveForm, approve, bumpMinutes, type CorrectForm, correct, mustBeOpen, type SendForm, send } from '../../minutes/index.ts'
import { transact } from '../../platform/db.ts'
import { prose } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import { mustHaveBegun } from '../rules/hearings.ts'
import { mustBeLatest, pickStatement, refusals, type Statement } from '../rules/minutes.ts'
import * as store from '../store/minutes.ts'
import { getStakeholder } from '../store/stakeholders.ts'
import { gatherMinutes, hearings } from './sitting.ts'

export const StatementForm = z.object({ stakeholderId: z.uuid(), text: prose(20_000) })

export const EditStatementForm = z.object({
  text: prose(20_000),
  /** The revision that whoever writes began from. */
  base: z.coerce.number().int().min(1),
})

/** What one speaker said. */
export async function addStatement(desk: Desk, hearingId: string, input: z.output<typeof StatementForm>): Promise<Statement> {
  return transact(desk.db, async (tx) => {
    const { hearing, slots, place, minutes, version, statements } = await gatherMinutes(tx, hearingId)
    const speaker = await getStakeholder(tx, input.stakeholderId)
    const permit = allow(desk, 'listening.write-minutes', place)

    mustHaveBegun(hearing, slots, desk.now)
    mustBeOpen(refusals, minutes)
    if (speaker.ecosystemId !== hearing.ecosystemId) throw new Problem(notFound, { stakeholder: speaker.id })
    const statement: Statement = {
      id: newId<'statement'>(),
      hearingId,
      position: (statements.at(-1)?.position ?? 0) + 1,
      revision: 1,
      ...input,
    }

    await bumpMinutes(tx, 'hearing', hearingId, version + 1)
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
    const { place, minutes, version, statements } = await gatherMinutes(tx, hearingId)
    const statement = pickStatement(statements, statementId)
    const permit = allow(desk, 'listening.write-minutes', place)

    mustBeOpen(refusals, minutes)
    mustBeLatest(statement, input.base)
    const revision = input.base + 1

    await bumpMinutes(tx, 'hearing', hearingId, version + 1)
    const { stakeholderId } = statement
    await store.saveRevision(tx, { statementId, revision, stakeholderId, text: input.text, authorId: permit.actorId, at: desk.now })
    await record(tx, permit, hearingId, { hearingId, statementId, revision })
  })
}

export async function removeStatement(desk: Desk, hearingId: string, statementId: string): Promise<void> {
  return transact(desk.db, async (tx) => {
    const { place, minutes, version, statements } = await gatherMinutes(tx, hearingId)
    pickStatement(statements, statementId)
    const permit = allow(desk, 'listening.write-minutes', place)

    mustBeOpen(refusals, minutes)

    await bumpMinutes(tx, 'hearing', hearingId, version + 1)
    await store.removeStatement(tx, statementId, desk.now)
    await record(tx, permit, hearingId, { hearingId, statementId, removed: true })
  })
}

export async function sendMinutes(desk: Desk, hearingId: string, input: z.output<typeof SendForm>): Promise<void> {
  return send(hearings, desk, hearingId, input)
}

export async function closeMinutes(desk: Desk, hearingId: string, input: z.output<typeof ApproveForm>): Promise<void> {
  return approve(hearings, desk, hearingId, input)
}

export async function correctMinutes(desk: Desk, hearingId: string, input: z.output<typeof CorrectForm>): Promise<number> {
  return correct(hearings, desk, hearingId, input)
}
