import { z } from 'zod'
import { allow, platform, rolesIn } from '../../charter/policy.ts'
import { newId } from '../../kernel/id.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import { transact } from '../../platform/db.ts'
import { dayField, optional, prose, webAddress } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import { mustHaveHappened, mustStand, noSuchResult } from '../declaration-rules.ts'
import { declarableStates, noSuchAction } from '../rules.ts'
import * as store from '../store/declarations.ts'
import { getEdition } from '../store/editions.ts'
import { actionOn } from '../store/listing.ts'

export interface ResultPlace {
  readonly edition: string
  readonly number: number
  readonly position: number
}

export const DeclareForm = z.object({
  state: z.enum(declarableStates),
  since: dayField(),
  evidenceUrl: webAddress(),
  note: optional(prose(2000)),
})

/** Says what state a result is in, with its evidence. The last declaration that stands is the one that counts. */
export function declareState(desk: Desk, place: ResultPlace, input: z.output<typeof DeclareForm>) {
  return transact(desk.db, async (tx) => {
    const edition = await getEdition(tx, place.edition)
    const action = await actionOn(tx, edition.id, place.number, desk.today)
    if (!action) throw new Problem(noSuchAction, { edition: place.edition, number: place.number })
    const result = action.results.find(({ position }) => position === place.position)
    if (!result) throw new Problem(noSuchResult, { code: action.code, position: place.position })
    const permit = allow(desk, 'plan.declare', platform)

    mustHaveHappened(input.since, desk.today)

    const id = newId<'result-declaration'>()
    const { edition: editionCode, ...where } = place
    const facts = { edition: editionCode, code: action.code, ...where, state: input.state, since: input.since, result: result.id }
    const actId = await record(tx, permit, id, facts)
    await store.insertDeclaration(tx, {
      id,
      resultId: result.id,
      ...input,
      authorId: permit.actorId,
      authorRole: rolesIn(desk.actor, platform).has('officer') ? 'officer' : 'analyst',
      declaredOn: desk.today,
      declaredAt: desk.now,
      actId,
    })
    return { id, actId }
  })
}

export const WithdrawForm = z.object({ reason: prose(2000) })

/** Takes a declaration back. It stays to be read, with the reason; what was declared before it counts again. */
export function withdrawDeclaration(desk: Desk, place: ResultPlace, id: string, { reason }: z.output<typeof WithdrawForm>) {
  return transact(desk.db, async (tx) => {
    const declaration = await store.lockDeclaration(tx, id)
    const edition = await getEdition(tx, place.edition)
    const action = await actionOn(tx, edition.id, place.number, desk.today)
    const result = action?.results.find(({ position }) => position === place.position)
    if (!action || result?.id !== declaration.resultId) throw new Problem(notFound, { declaration: id })
    const permit = allow(desk, 'plan.withdraw-declaration', platform)

    mustStand(declaration)

    await store.withdrawDeclaration(tx, declaration.id, {
      withdrawnOn: desk.today,
      withdrawnAt: desk.now,
      withdrawnBy: permit.actorId,
      withdrawalReason: reason,
    })
    await record(tx, permit, declaration.id, { edition: place.edition, code: action.code, number: place.number, position: place.position })
  })
}
