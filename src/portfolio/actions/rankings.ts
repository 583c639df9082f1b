import { z } from 'zod'
import { allow, type Place } from '../../charter/policy.ts'
import { getEcosystem, namesOfEcosystems } from '../../ecosystems/index.ts'
import { bodiesOf, membershipsOf } from '../../groups/index.ts'
import { newId } from '../../kernel/id.ts'
import { Problem } from '../../kernel/problem.ts'
import { type Db, transact } from '../../platform/db.ts'
import { line, prose } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import { type Ballot, ballotOf, mustNotHaveScored, scoresFrom, seatIn, seatOf } from '../rules/ballots.ts'
import {
  type Criterion,
  directions,
  mustBeAlone,
  mustBeOpenToMethod,
  mustBeRankable,
  mustBeScoring,
  mustNotBeOver,
  mustWeigh,
  nobodyScored,
  noGroup,
  type Ranking,
} from '../rules/rankings.ts'
import { ballotsOf, insertBallot, withdrawBallot } from '../store/ballots.ts'
import * as store from '../store/rankings.ts'
import { blocksIn, interventionsIn, textOf } from '../vision.ts'

export const BeginForm = z.object({ title: line(200) })
export const AbandonForm = z.object({ reason: prose(2000) })

export const CriterionForm = z.object({
  name: line(120),
  explanation: prose(1000).nullable().default(null),
  weight: z.number().int().min(0).max(100),
  direction: z.enum(directions),
})
export const MethodForm = z.object({ criteria: z.array(CriterionForm).max(20) })

/** Rankings stand in their ecosystem; the members of the body that gives scores hold their roles there too. */
export function placeOfRanking({ ecosystemId, bodyId }: Pick<Ranking, 'ecosystemId' | 'bodyId'>): Place {
  return { kind: 'ecosystem', id: ecosystemId, bodies: [bodyId] }
}

export async function beginRanking(desk: Desk, slug: string, { title }: z.output<typeof BeginForm>): Promise<Ranking> {
  return transact(desk.db, async (tx) => {
    const ecosystem = await getEcosystem(tx, slug, desk.today)
    const group = (await bodiesOf(tx, [ecosystem.id], desk.today)).findLast(
      ({ kind, state }) => kind === 'working-group' && state === 'in-office',
    )
    const former = (await store.rankingsOf(tx, ecosystem.id)).items
    const permit = allow(desk, 'portfolio.begin-ranking', placeOfRanking({ ecosystemId: ecosystem.id, bodyId: group?.id ?? '' }))

    if (!group) throw new Problem(noGroup)
    mustBeAlone(former)
    const ranking: Ranking = {
      id: newId<'ranking'>(),
      ecosystemId: ecosystem.id,
      bodyId: group.id,
      number: (former[0]?.number ?? 0) + 1,
      title,
      begunOn: desk.today,
      frozenOn: null,
      closedOn: null,
      abandonedOn: null,
      abandonedReason: null,
    }

    await store.insertRanking(tx, ranking)
    await record(tx, permit, ranking.id, { rankingId: ranking.id, number: ranking.number })
    return ranking
  })
}

/** Says by what interventions are put in order, and how much each thing counts; as often as needed, until it is frozen. */
export async function setMethod(desk: Desk, id: string, { criteria }: z.output<typeof MethodForm>): Promise<void> {
  return transact(desk.db, async (tx) => {
    const ranking = await store.lockRanking(tx, id)
    const permit = allow(desk, 'portfolio.set-ranking-method', placeOfRanking(ranking))

    mustBeOpenToMethod(ranking)
    mustWeigh(criteria)

    await store.saveCriteria(
      tx,
      id,
      criteria.map((criterion): Criterion => ({ ...criterion, id: newId() })),
    )
    await record(tx, permit, id, { rankingId: id, number: ranking.number, criteria: criteria.length })
  })
}

/** From here on the method does not change, nor do the interventions: members may give scores. */
export async function freezeMethod(desk: Desk, id: string): Promise<void> {
  return transact(desk.db, async (tx) => {
    const ranking = await store.lockRanking(tx, id)
    const criteria = await store.criteriaOf(tx, id)
    const interventions = await interventionsToRank(tx, desk, ranking.ecosystemId)
    const permit = allow(desk, 'portfolio.freeze-ranking', placeOfRanking(ranking))

    mustBeOpenToMethod(ranking)
    mustWeigh(criteria)
    mustBeRankable(interventions)

    await store.insertOptions(
      tx,
      id,
      interventions.map((block) => ({ id: newId(), blockId: block.id, title: block.text })),
    )
    await store.saveDates(tx, id, { frozenOn: desk.today })
    await record(tx, permit, id, {
      rankingId: id,
      number: ranking.number,
      criteria: criteria.length,
      interventions: interventions.length,
    })
  })
}

/** The interventions in the draft of the vision. */
export async function interventionsToRank(db: Db, { today }: Pick<Desk, 'today'>, ecosystemId: string) {
  const slug = (await namesOfEcosystems(db, [ecosystemId])).get(ecosystemId)?.slug ?? ''
  const ecosystem = await getEcosystem(db, slug, today)
  return interventionsIn(await blocksIn(db, await textOf(db, ecosystem, 'vision', today), 'draft'))
}

/** A member's own scores, all together, once. */
export async function giveScores(desk: Desk, id: string, given: ReadonlyMap<string, number>): Promise<void> {
  return transact(desk.db, async (tx) => {
    const ranking = await store.lockRanking(tx, id)
    const criteria = await store.criteriaOf(tx, id)
    const options = await store.optionsOf(tx, id)
    const ballots = await ballotsOf(tx, id)
    const memberships = await membershipsOf(tx, desk.actor.id ?? '', desk.today)
    const permit = allow(desk, 'portfolio.give-scores', placeOfRanking(ranking))

    mustBeScoring(ranking)
    const seat = seatIn(ranking.bodyId, memberships)
    mustNotHaveScored(ballots, seat)
    const scores = scoresFrom(given, options, criteria)
    const ballot: Ballot = {
      id: newId(),
      memberId: seat.memberId,
      seatId: seatOf(seat),
      personId: permit.actorId,
      role: seat.role,
      givenAt: desk.now,
    }

    await insertBallot(tx, id, ballot, scores)
    await record(tx, permit, id, { rankingId: id, number: ranking.number })
  })
}

export async function withdrawScores(desk: Desk, id: string): Promise<void> {
  return transact(desk.db, async (tx) => {
    const ranking = await store.lockRanking(tx, id)
    const ballots = await ballotsOf(tx, id)
    const permit = allow(desk, 'portfolio.withdraw-scores', placeOfRanking(ranking))

    mustBeScoring(ranking)
    const ballot = ballotOf(ballots, desk.actor.id)

    await withdrawBallot(tx, ballot.id, desk.now)
    await record(tx, permit, id, { rankingId: id, number: ranking.number })
  })
}

/** From here on everybody reads the ranking, and no score changes. */
export async function closeRanking(desk: Desk, id: string): Promise<void> {
  return transact(desk.db, async (tx) => {
    const ranking = await store.lockRanking(tx, id)
    const ballots = await ballotsOf(tx, id)
    const permit = allow(desk, 'portfolio.close-ranking', placeOfRanking(ranking))

    mustBeScoring(ranking)
    if (ballots.length === 0) throw new Problem(nobodyScored)

    await store.saveDates(tx, id, { closedOn: desk.today })
    await record(tx, permit, id, { rankingId: id, number: ranking.number, ballots: ballots.length })
  })
}

/** Another method needs another ranking: this one is given up, and stays readable with the reason. */
export async function abandonRanking(desk: Desk, id: string, { reason }: z.output<typeof AbandonForm>): Promise<void> {
  return transact(desk.db, async (tx) => {
    const ranking = await store.lockRanking(tx, id)
    const permit = allow(desk, 'portfolio.abandon-ranking', placeOfRanking(ranking))

    mustNotBeOver(ranking)

    await store.saveDates(tx, id, { abandonedOn: desk.today, abandonedReason: reason })
    await record(tx, permit, id, { rankingId: id, number: ranking.number })
  })
}
