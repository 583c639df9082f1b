import type { Db } from '../../platform/db.ts'
import { placeOfListening } from '../rules/place.ts'
import { lockHearing, slotsOf } from '../store/hearings.ts'

/** A hearing for whoever changes something in it: the next one waits. */
export async function gatherHearing(tx: Db, id: string) {
  const hearing = await lockHearing(tx, id)
  return { hearing, slots: await slotsOf(tx, [id]), place: placeOfListening(hearing.ecosystemId) }
}
