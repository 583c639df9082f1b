import { z } from 'zod'
import { allow } from '../../charter/policy.ts'
import { transact } from '../../platform/db.ts'
import { filesOf } from '../../platform/files.ts'
import { optional, prose } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import { hashOf } from '../receipts.ts'
import {
  type Contribution,
  contributionState,
  mustBeStanding,
  mustBeTaking,
  mustBeTheirs,
  mustBeVisible,
  mustSaySomething,
} from '../rules/contributions.ts'
import { mustAnswer } from '../rules/questions.ts'
import { getConsultation } from '../store/consultations.ts'
import { attachmentsOf, insertAttachments, insertRevision, lockContribution, updateContribution } from '../store/contributions.ts'
import { questionsOf } from '../store/questions.ts'
import { recount } from '../store/tallies.ts'
import { type Besides, keepFiles, ownPlace, ticked } from './contribute.ts'

export const ChangeForm = z.object({ text: optional(prose(20_000)), showsName: ticked })

/** What it was before is kept: whoever reads sees that it changed, and how. */
export async function changeContribution(
  desk: Desk,
  consultationId: string,
  id: string,
  input: z.output<typeof ChangeForm>,
  { lang, answers: given, files = [] }: Pick<Besides, 'lang' | 'answers' | 'files'>,
): Promise<Contribution> {
  return transact(desk.db, async (tx) => {
    const consultation = await getConsultation(tx, consultationId)
    const before = await lockContribution(tx, consultationId, id)
    const questions = before.target.kind === 'whole' ? await questionsOf(tx, consultationId) : []
    const there = await attachmentsOf(tx, consultationId, [id])
    const permit = allow(desk, 'consultations.change-contribution', ownPlace(desk))

    mustBeTheirs(before, desk.actor.id)
    mustBeVisible(before)
    mustBeTaking(consultation, desk.now)
    const attached = new Set([...there, ...files].flatMap(({ questionId }) => questionId ?? []))
    const answers = mustAnswer(lang, questions, given ?? before.answers, attached)
    mustSaySomething(before.target, input.text, answers, there.length + files.length)
    const revision = before.revision + 1

    const kept = await keepFiles(tx, desk, files)
    await insertAttachments(tx, before, kept, revision)
    const known = await filesOf(
      tx,
      there.map(({ fileId }) => fileId),
    )
    const hashes = [...there.map(({ fileId }) => known.get(fileId)?.sha256 ?? ''), ...kept.map(({ sha256 }) => sha256)]
    const hash = hashOf({ ...before, text: input.text, answers, files: hashes })
    const change = { text: input.text, showsName: input.showsName, answers, hash, revision, changedAt: desk.now }
    await insertRevision(tx, before)
    await updateContribution(tx, before, change)
    await record(tx, permit, id, { consultationId, number: before.number, revision })
    return { ...before, ...change }
  })
}

/** Its number stays in the ledger, and its text leaves every page. */
export async function withdrawContribution(desk: Desk, consultationId: string, id: string): Promise<Contribution> {
  return transact(desk.db, async (tx) => {
    const consultation = await getConsultation(tx, consultationId)
    const before = await lockContribution(tx, consultationId, id)
    const permit = allow(desk, 'consultations.withdraw-contribution', ownPlace(desk))

    mustBeTheirs(before, desk.actor.id)
    mustBeStanding(before)
    mustBeTaking(consultation, desk.now)

    await updateContribution(tx, before, { withdrawnAt: desk.now })
    await recount(tx, before, contributionState(before), 'withdrawn')
    await record(tx, permit, id, { consultationId, number: before.number })
    return { ...before, withdrawnAt: desk.now }
  })
}
