import { z } from 'zod'
import { allow, platform } from '../../charter/policy.ts'
import { newId } from '../../kernel/id.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import { transact } from '../../platform/db.ts'
import { dayField, line, optional, prose } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import { mustHaveHappened } from '../declaration-rules.ts'
import { alreadyLinked, lineFrom, linkWithdrawn } from '../lineage-rules.ts'
import { codeOf, lineageKinds, noSuchAction } from '../rules.ts'
import { getEdition } from '../store/editions.ts'
import * as store from '../store/lineage.ts'
import { actionOn } from '../store/listing.ts'

export const editionCode = z
  .string()
  .trim()
  .regex(/^\d{4}-\d{4}$/)

export const LineageForm = z.object({
  edition: editionCode,
  code: optional(line(20).transform(codeOf)),
  kind: z.enum(lineageKinds),
  reason: prose(2000),
  /** The day of the act that changed the plan. */
  day: dayField(),
})

/** Tells what an action was in another edition, or became. The other edition need not be loaded here. */
export function linkLineage(desk: Desk, here: { readonly edition: string; readonly number: number }, input: z.output<typeof LineageForm>) {
  return transact(desk.db, async (tx) => {
    const edition = await getEdition(tx, here.edition)
    const action = await actionOn(tx, edition.id, here.number, desk.today)
    if (!action) throw new Problem(noSuchAction, here)
    const permit = allow(desk, 'plan.link-lineage', platform)

    mustHaveHappened(input.day, desk.today)
    const { from, to } = lineFrom({ edition: edition.code, code: action.code }, input, input.kind)
    const link: store.NewLink = {
      id: newId<'action-lineage'>(),
      fromEdition: from.edition,
      fromCode: from.code,
      toEdition: to.edition,
      toCode: to.code,
      kind: input.kind,
      reason: input.reason,
      day: input.day,
      recordedAt: desk.now,
      authorId: permit.actorId,
    }
    if (await store.linkExists(tx, link)) throw new Problem(alreadyLinked)

    await store.insertLink(tx, link)
    const { fromEdition, fromCode, toEdition, toCode, kind, day } = link
    await record(tx, permit, link.id, { fromEdition, fromCode, toEdition, toCode, kind, day })
    return link
  })
}

/** Takes back a link that was wrong. It no longer shows, and the record tells that it was there. */
export function withdrawLineage(desk: Desk, here: { readonly edition: string; readonly number: number }, id: string) {
  return transact(desk.db, async (tx) => {
    const edition = await getEdition(tx, here.edition)
    const action = await actionOn(tx, edition.id, here.number, desk.today)
    const link = await store.getLink(tx, id)
    const touches = [link.from, link.to].some((end) => end.edition === edition.code && end.code === action?.code)
    if (!touches) throw new Problem(notFound, { lineage: id })
    const permit = allow(desk, 'plan.link-lineage', platform)

    if (link.withdrawnOn) throw new Problem(linkWithdrawn, { day: link.withdrawnOn })

    await store.withdrawLink(tx, link.id, desk.today, permit.actorId)
    await record(tx, permit, link.id, { withdrawn: true, edition: edition.code, number: here.number })
  })
}
