import { z } from 'zod'
import { allow } from '../../charter/policy.ts'
import { transact } from '../../platform/db.ts'
import { optional } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import * as store from '../store/queue.ts'
import { gatherAnswering } from './gather.ts'

export const AssignForm = z.object({
  contributionIds: z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(z.uuid()).min(1).max(5000)),
  personId: optional(z.uuid()),
})

/** Says who prepares the answers to some contributions; nobody when `personId` is null. Tells how many. */
export async function assignContributions(desk: Desk, consultationId: string, input: z.output<typeof AssignForm>): Promise<number> {
  return transact(desk.db, async (tx) => {
    const { place } = await gatherAnswering(tx, consultationId)
    const known = await store.answerableById(tx, consultationId, input.contributionIds)
    const permit = allow(desk, 'answers.prepare', place)

    const ids = [...known.values()].filter(({ published }) => !published).map(({ contributionId }) => contributionId)

    await store.assign(tx, consultationId, ids, input.personId, { by: permit.actorId, at: desk.now })
    await record(tx, permit, consultationId, { assignedTo: input.personId, count: ids.length })
    return ids.length
  })
}
