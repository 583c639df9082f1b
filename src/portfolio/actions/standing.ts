import { z } from 'zod'
import { allow } from '../../charter/policy.ts'
import { Problem } from '../../kernel/problem.ts'
import { transact } from '../../platform/db.ts'
import { dayField, optional, prose } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import { placeOfProjects } from '../place.ts'
import { hasParts, mustBeStoppable, mustStand, notStopped, type Project } from '../rules/projects.ts'
import * as store from '../store/projects.ts'
import { keep, toldKind } from './projects.ts'

export const StopForm = z.object({
  /** Since when it stands still; today when left out. */
  on: optional(dayField()).default(null),
  reason: prose(2000),
})

export const WithdrawForm = z.object({ reason: prose(2000) })

type Change = Partial<Pick<Project, 'stoppedOn' | 'stoppedReason' | 'withdrawnOn' | 'withdrawnReason'>>
type StandingAct = 'portfolio.stop' | 'portfolio.resume' | 'portfolio.withdraw'

async function change(desk: Desk, id: string, act: StandingAct, decide: (before: Project) => Change): Promise<Project> {
  return transact(desk.db, async (tx) => {
    const before = await store.lockProject(tx, id)
    const parts = act === 'portfolio.withdraw' ? await store.partsOf(tx, id) : []
    const permit = allow(desk, act, placeOfProjects(before.ecosystemId))

    mustStand(before)
    if (parts.length > 0) throw new Problem(hasParts, { count: parts.length })
    const after: Project = { ...before, ...decide(before), revision: before.revision + 1 }

    await store.updateProject(tx, after)
    await keep(tx, permit, after)
    await record(tx, permit, id, { kind: toldKind[after.kind], projectId: id, stoppedOn: after.stoppedOn, withdrawnOn: after.withdrawnOn })
    return after
  })
}

/** A project stands still, for a reason that everybody reads. */
export async function stopProject(desk: Desk, id: string, { on, reason }: z.output<typeof StopForm>): Promise<Project> {
  return change(desk, id, 'portfolio.stop', (before) => {
    const stoppedOn = on ?? desk.today
    mustBeStoppable(before, stoppedOn, desk.today)
    return { stoppedOn, stoppedReason: reason }
  })
}

export async function resumeProject(desk: Desk, id: string): Promise<Project> {
  return change(desk, id, 'portfolio.resume', ({ stoppedOn }) => {
    if (!stoppedOn) throw new Problem(notStopped)
    return { stoppedOn: null, stoppedReason: null }
  })
}

/** For a project given up, or written by mistake. It stays readable at its address, with the reason. */
export async function withdrawProject(desk: Desk, id: string, { reason }: z.output<typeof WithdrawForm>): Promise<Project> {
  return change(desk, id, 'portfolio.withdraw', () => ({ withdrawnOn: desk.today, withdrawnReason: reason }))
}
