import { allow, can } from '../../charter/policy.ts'
import { actorOf } from '../../identity/index.ts'
import { type Db, transact } from '../../platform/db.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import type { Answers } from '../answers-told.ts'
import { placeOfConsultation } from '../rules/consultation.ts'
import { type Import, importState } from '../rules/imports.ts'
import { getConsultation } from '../store/consultations.ts'
import { getImport, linesOf, lockImport, updateImport } from '../store/imports.ts'
import { recordTakenOut, takeOut } from '../store/taking-out.ts'

const atOnce = 200

/** Takes out what entered with a file, a batch at a time; what has an answer that everybody can read stays. */
export async function carryOutUndo(desk: Desk, answers: Answers, consultationId: string, importId: string): Promise<void> {
  let one = await getImport(desk.db, consultationId, importId)
  while (importState(one) === 'undoing') one = await takeOutBatch(desk, answers, one)
}

function takeOutBatch(desk: Desk, answers: Answers, { consultationId, id }: Import): Promise<Import> {
  return transact(desk.db, async (tx) => {
    const place = placeOfConsultation(await getConsultation(tx, consultationId))
    const one = await lockImport(tx, consultationId, id)
    if (importState(one) !== 'undoing') return one
    const lines = await linesOf(tx, { import: one, which: 'entered', after: one.undoLine, limit: atOnce })
    // Who asked could when they did. It is finished whatever became of them: half a file taken out would help nobody.
    const asked = await actorOf(tx, one.undoAskedBy ?? one.begunBy, desk.today)
    const acting = can(asked, 'consultations.undo-import', place) ? { ...desk, actor: asked } : desk

    const removed = await takeOutUnanswered(
      tx,
      acting,
      answers,
      one,
      place,
      lines.flatMap(({ contributionId }) => contributionId ?? []),
    )
    const last = lines.at(-1)
    const change = {
      undoLine: last?.line ?? one.undoLine,
      removed: one.removed + removed,
      movedAt: desk.now,
      undoneAt: last ? null : desk.now,
    }
    await updateImport(tx, one, change)
    if (!last)
      await record(tx, allow(acting, 'consultations.undo-import', place), consultationId, { removed: one.removed, channel: one.channel })
    return { ...one, ...change }
  })
}

async function takeOutUnanswered(
  tx: Db,
  desk: Desk,
  answers: Answers,
  { consultationId, id: importId }: Import,
  place: ReturnType<typeof placeOfConsultation>,
  ids: readonly string[],
): Promise<number> {
  const answered = await answers.to(tx, 'it', consultationId, ids)
  const out = await takeOut(tx, { consultationId, importId, ids: ids.filter((id) => !answered.has(id)), now: desk.now })
  const acts = out.map(({ id, number }) => ({
    permit: allow(desk, 'consultations.take-out', place),
    subjectId: id,
    facts: { consultationId, number },
  }))
  await recordTakenOut(tx, acts)
  return out.length
}
