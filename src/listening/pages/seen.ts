import { type Act, mustBeAble } from '../../charter/policy.ts'
import type { Ctx } from '../../platform/http.ts'
import { placeOfListening } from '../rules/place.ts'
import { getHearing } from '../store/hearings.ts'
import { getStakeholder } from '../store/stakeholders.ts'

/** Whoever may not send one of the forms of a page that others read is told so before the form is looked at. */
export async function mayBeSeen(c: Ctx, stakeholderId: string, act: Act | null): Promise<void> {
  const { ecosystemId } = await getStakeholder(c.var.db, stakeholderId)
  if (act) mustBeAble(c.var.actor, act, placeOfListening(ecosystemId))
}

export async function mustBeAbleIn(c: Ctx, act: Act, hearingId: string): Promise<void> {
  const { ecosystemId } = await getHearing(c.var.db, hearingId)
  mustBeAble(c.var.actor, act, placeOfListening(ecosystemId))
}
