import { latestActs } from '../../../audit/index.ts'
import { can, platform } from '../../../charter/policy.ts'
import { listEcosystems } from '../../../ecosystems/index.ts'
import { grantsEndingBy, namesOfPeople } from '../../../identity/index.ts'
import { addDays } from '../../../kernel/day.ts'
import { followedBy, latestNotices, unreadOf } from '../../../notifications/index.ts'
import { planProgress } from '../../../plan/index.ts'
import type { Ctx } from '../../../platform/http.ts'
import { ahead, dutiesOf } from '../../duties.ts'
import { gapsOf } from '../../gaps.ts'
import { roomDuties } from '../../rooms-waiting.ts'
import { waitingDuties } from '../../waiting.ts'

export type DeskView = Awaited<ReturnType<typeof gatherDesk>>

export type Duties = Awaited<ReturnType<typeof gatherDuties>>

/** What waits for whoever entered, and what is needed to tell it in words. */
export async function gatherDuties(c: Ctx) {
  const { db, actor, today } = c.var
  const ecosystems = await listEcosystems(db, today)
  const gaps = await gapsOf(db, ecosystems, today)
  const declares = can(actor, 'plan.declare', platform)
  const plan = declares ? await planProgress(db, today, ecosystems) : null
  const endingGrants = can(actor, 'identity.grant', platform) ? await grantsEndingBy(db, today, addDays(today, ahead)) : []
  const undeclared = (plan?.coming ?? []).filter(({ state }) => state !== 'blocked')
  const waiting = [...(await waitingDuties(c.var, ecosystems)), ...(await roomDuties(c.var, c.var.reader.lang, ecosystems))]
  return {
    ecosystems,
    gaps,
    duties: dutiesOf({ waiting, actor, ecosystems, gaps, lateResults: plan?.late ?? [], comingResults: undeclared, endingGrants, today }),
    people: await namesOfPeople(
      db,
      endingGrants.map(({ personId }) => personId),
    ),
  }
}

export async function gatherDesk(c: Ctx) {
  const { db, actor } = c.var
  const duties = await gatherDuties(c)
  const mine = duties.ecosystems.filter(({ id }) => actor.grants.some(({ scope }) => scope.kind !== 'platform' && scope.id === id))
  const places = [...new Set([...mine.map(({ id }) => id as string), ...(await followedBy(db, actor.id as string))])]
  return {
    ...duties,
    mine,
    places,
    followed: await latestActs(db, { ...(places.length > 0 ? { places } : {}), limit: 4 }),
    unread: await unreadOf(db, actor.id as string),
    notices: await latestNotices(db, actor.id as string, 3),
    done: await latestActs(db, { actorId: actor.id as string, limit: 4 }),
  }
}
