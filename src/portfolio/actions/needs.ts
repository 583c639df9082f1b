import { z } from 'zod'
import { allow } from '../../charter/policy.ts'
import { needsByIds } from '../../listening/index.ts'
import { transact } from '../../platform/db.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import { placeOfProjects } from '../place.ts'
import { answerTo, mustBelongHere, mustChangeExtent, mustHaveRoom } from '../rules/needs.ts'
import { extents, mustStand, type Project } from '../rules/projects.ts'
import * as store from '../store/projects.ts'
import { keep, toldKind } from './projects.ts'

export const AnswerForm = z.object({ needId: z.uuid(), extent: z.enum(extents) })

/** Says that a project answers a need, fully or in part; said again, it corrects how far. */
export async function answerNeed(desk: Desk, id: string, { needId, extent }: z.output<typeof AnswerForm>): Promise<Project> {
  return transact(desk.db, async (tx) => {
    const before = await store.lockProject(tx, id)
    const need = (await needsByIds(tx, [needId])).get(needId)
    const permit = allow(desk, 'portfolio.answer-need', placeOfProjects(before.ecosystemId))

    mustStand(before)
    mustBelongHere(need, before)
    mustChangeExtent(before, needId, extent)
    mustHaveRoom(before)
    const answer = { needId, extent, since: before.needs.find((one) => one.needId === needId)?.since ?? desk.today }
    const needs = [...before.needs.filter((one) => one.needId !== needId), answer]
    const after: Project = { ...before, needs, revision: before.revision + 1 }

    await store.saveAnswer(tx, id, answer)
    await store.setRevision(tx, id, after.revision)
    await keep(tx, permit, after)
    await record(tx, permit, id, { kind: toldKind[after.kind], projectId: id, needId, extent })
    return after
  })
}

/** Takes back that a project answers a need. That it once said so stays in its history. */
export async function dropNeed(desk: Desk, id: string, needId: string): Promise<Project> {
  return transact(desk.db, async (tx) => {
    const before = await store.lockProject(tx, id)
    const permit = allow(desk, 'portfolio.drop-need', placeOfProjects(before.ecosystemId))

    mustStand(before)
    answerTo(before, needId)
    const after: Project = { ...before, needs: before.needs.filter((one) => one.needId !== needId), revision: before.revision + 1 }

    await store.dropAnswer(tx, id, needId)
    await store.setRevision(tx, id, after.revision)
    await keep(tx, permit, after)
    await record(tx, permit, id, { kind: toldKind[after.kind], projectId: id, needId })
    return after
  })
}
