import type { Db } from '../../platform/db.ts'
import { placeOfListening } from '../rules/place.ts'
import { lockHearing, slotsOf } from '../store/hearings.ts'
import { findMinutes, statementsOf } from '../store/minutes.ts'

/** A hearing for whoever changes something in it: the next one waits. */
export async function gatherHearing(tx: Db, id: string) {
  const hearing = await lockHearing(tx, id)
  return { hearing, slots: await slotsOf(tx, [id]), place: placeOfListening(hearing.ecosystemId) }
}

export async function gatherMinutes(tx: Db, hearingId: string) {
  const whole = await gatherHearing(tx, hearingId)
  return { ...whole, minutes: await findMinutes(tx, hearingId), statements: await statementsOf(tx, hearingId) }
}
