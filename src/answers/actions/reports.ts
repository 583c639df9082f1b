import { z } from 'zod'
import { allow } from '../../charter/policy.ts'
import {
  closeLedger,
  countAppeals,
  graceMinutes,
  importsUnderWay,
  importUnderWay,
  lockConsultation,
  placeOfConsultation,
  receiptNumber,
  stateOn,
} from '../../consultations/index.ts'
import { blocksOf, diffVersions, type Version, versionsOf } from '../../documents/index.ts'
import { Problem, type ProblemKind } from '../../kernel/problem.ts'
import { type Db, transact } from '../../platform/db.ts'
import { optional, prose } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import {
  finalVersionNeeded,
  mustBeClosed,
  mustBePastGrace,
  mustHaveNoAppeals,
  mustKeepPromises,
  mustOweNobody,
  narrativeNeeded,
} from '../rules/account.ts'
import { outcomeConcluded } from '../rules/replies.ts'
import { accountOf } from '../store/account.ts'
import { acceptedWith } from '../store/outcomes.ts'
import * as store from '../store/reports.ts'
import { mustBeOpened, openedConsultation } from './gather.ts'

export const reportChanged = {
  slug: 'outcome-report-changed',
  status: 409,
  it: 'Mentre scrivevi qualcun altro ha salvato gli esiti. Il tuo testo è ancora qui sotto: confrontalo con quello salvato e salva di nuovo.',
  en: 'While you were writing somebody else saved the outcomes. Your text is still below: compare it with the one saved, and save again.',
} as const satisfies ProblemKind

export const ReportForm = z.object({
  narrativeIt: optional(prose(50_000)),
  narrativeEn: optional(prose(50_000)),
  finalVersionId: optional(z.uuid()),
  base: z.coerce.number().int().min(0),
})

/** Writes the words around the numbers, and says in which version what was accepted can be read. Unseen until published. */
export async function writeReport(desk: Desk, consultationId: string, input: z.output<typeof ReportForm>): Promise<void> {
  return transact(desk.db, async (tx) => {
    const consultation = await openedConsultation(tx, consultationId)
    const report = await store.findReport(tx, consultationId)
    const permit = allow(desk, 'answers.write-report', placeOfConsultation(consultation))

    const { base, ...words } = input
    if (report?.publishedOn) throw new Problem(outcomeConcluded)
    const revision = report?.revision ?? 0
    if (revision !== base) throw new Problem(reportChanged, { revision })
    if (words.finalVersionId) await finalVersion(tx, consultation, words.finalVersionId)

    await store.saveReport(tx, { consultationId, ...words, revision: revision + 1 })
    await record(tx, permit, consultationId, { finalVersionId: words.finalVersionId })
  })
}

/**
 * Publishes the outcomes, and with that concludes the consultation: refused while anybody waits for an answer, or while
 * a change that was promised cannot be read in the final version.
 */
export async function concludeConsultation(desk: Desk, consultationId: string): Promise<void> {
  return transact(desk.db, async (tx) => {
    // Nothing enters while its outcomes are being published.
    const consultation = mustBeOpened(await lockConsultation(tx, consultationId))
    const report = await store.findReport(tx, consultationId)
    const account = await accountOf(tx, consultationId)
    const permit = allow(desk, 'answers.conclude', placeOfConsultation(consultation))

    if (report?.publishedOn) throw new Problem(outcomeConcluded)
    mustBeClosed(stateOn(desk.today, consultation))
    if ((await importsUnderWay(tx, [consultationId])).length > 0) throw new Problem(importUnderWay)
    mustBePastGrace(consultation, graceMinutes, desk.now)
    mustHaveNoAppeals(await countAppeals(tx, consultationId))
    mustOweNobody(account)
    if (!report?.narrativeIt) throw new Problem(narrativeNeeded)
    const final = await finalVersion(tx, consultation, report.finalVersionId)
    mustKeepPromises(await promisesOf(tx, consultationId), await changedBetween(tx, consultation.versionId, final.id))

    await closeLedger(tx, consultation, desk.now)
    await store.publishReport(tx, consultationId, { at: desk.now, on: desk.today, by: permit.actorId })
    const { received, answered, withdrawn, moderated } = account
    await record(tx, permit, consultationId, { versionId: final.id, received, answered, withdrawn, moderated })
  })
}

async function finalVersion(
  tx: Db,
  { documentId, versionId }: { documentId: string; versionId: string },
  id: string | null,
): Promise<Version> {
  const versions = await versionsOf(tx, documentId)
  const consulted = versions.find((one) => one.id === versionId)
  const final = versions.find((one) => one.id === id)
  if (!consulted || !final || final.number <= consulted.number) throw new Problem(finalVersionNeeded, { field: 'finalVersionId' })
  return final
}

export async function promisesOf(tx: Db, consultationId: string) {
  return (await acceptedWith(tx, consultationId)).map(({ number, receivedAt, blockIds }) => ({
    number: receiptNumber({ number, receivedAt }),
    blockIds,
  }))
}

/** The blocks that are not in both versions with the same words in the same place. */
export async function changedBetween(db: Db, before: string, after: string): Promise<Set<string>> {
  const changes = diffVersions(await blocksOf(db, before), await blocksOf(db, after))
  const changed = changes.filter(({ kind }) => kind !== 'same')
  return new Set(changed.flatMap((change) => [change.before?.id, change.after?.id].filter((id) => id !== undefined)))
}
