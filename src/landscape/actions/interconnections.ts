import { z } from 'zod'
import { allow, type Permit } from '../../charter/policy.ts'
import { getEcosystem } from '../../ecosystems/index.ts'
import { newId } from '../../kernel/id.ts'
import { Problem } from '../../kernel/problem.ts'
import { type Db, transact } from '../../platform/db.ts'
import { dayField, optional, prose, webAddress } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import type { LivingProject, Neighbours } from '../neighbours.ts'
import { placeOfLandscape } from '../place.ts'
import {
  type Flow,
  type Interconnection,
  means,
  mustBeShown,
  mustJoin,
  mustNotBeRealised,
  mustNotBeWithdrawn,
  projectElsewhere,
} from '../rules/interconnections.ts'
import { factOf, factPrecisions, momentOf, planPrecisions } from '../rules/moments.ts'
import { changedParts, contentOf } from '../rules/revisions.ts'
import * as store from '../store/interconnections.ts'
import { insertInterconnectionRevision } from '../store/revisions.ts'
import { lockSystems } from '../store/systems.ts'

const uuidOrEmpty = z.preprocess((value) => value ?? '', z.union([z.uuid(), z.literal('')]))

const Realised = z.object({
  realisedOn: optional(dayField()).default(null),
  realisedPrecision: optional(z.enum(factPrecisions)).default(null),
  evidenceUrl: optional(webAddress()).default(null),
})

export const InterconnectionForm = Realised.extend({
  fromId: uuidOrEmpty,
  toId: uuidOrEmpty,
  purposeIt: prose(2000),
  purposeEn: optional(prose(2000)).default(null),
  dataIt: prose(2000),
  dataEn: optional(prose(2000)).default(null),
  means: optional(z.enum(means)).default(null),
  plannedOn: optional(dayField()).default(null),
  plannedPrecision: optional(z.enum(planPrecisions)).default(null),
  projectId: optional(z.uuid()).default(null),
})
export type InterconnectionInput = z.output<typeof InterconnectionForm>

export const RealiseForm = z.object({
  realisedOn: dayField(),
  realisedPrecision: z.enum(factPrecisions).default('day'),
  evidenceUrl: webAddress(),
  means: z.enum(means),
})

export const EndForm = z.object({ reason: prose(2000) })

/** Which projects and services there are: another room keeps them. */
export interface Projects {
  readonly projectsById: (
    ...asked: Parameters<Neighbours['projectsById']>
  ) => Promise<ReadonlyMap<string, Pick<LivingProject, 'withdrawn'>>>
}

/** Says that data flow from one to another, or that they should. */
export async function connect(desk: Desk, slug: string, input: InterconnectionInput, projects: Projects): Promise<Interconnection> {
  return transact(desk.db, async (tx) => {
    const ecosystem = await getEcosystem(tx, slug, desk.today)
    const permit = allow(desk, 'landscape.connect', placeOfLandscape(ecosystem.id))

    const flow = await flowOf(tx, desk, ecosystem.id, input, projects)
    const kept = { id: newId<'interconnection'>(), ecosystemId: ecosystem.id, revision: 1, addedOn: desk.today }
    const one: Interconnection = { ...kept, ...flow, withdrawnOn: null, withdrawnReason: null }

    await store.insertInterconnection(tx, one)
    await keep(tx, permit, one)
    await record(tx, permit, one.id, { ...ends(one), built: one.realisedOn !== null })
    return one
  })
}

export async function correctInterconnection(
  desk: Desk,
  id: string,
  input: InterconnectionInput,
  projects: Projects,
): Promise<Interconnection> {
  return transact(desk.db, async (tx) => {
    const before = justItself(await store.lockInterconnection(tx, id))
    const permit = allow(desk, 'landscape.correct-connection', placeOfLandscape(before.ecosystemId))

    mustNotBeWithdrawn(before)
    const described: Interconnection = { ...before, ...(await flowOf(tx, desk, before.ecosystemId, input, projects)) }
    const changed = changedParts(contentOf(before), contentOf(described))
    const after = changed.length > 0 ? { ...described, revision: before.revision + 1 } : before

    if (changed.length > 0) {
      await store.updateInterconnection(tx, after)
      await keep(tx, permit, after)
    }
    await record(tx, permit, id, { ...ends(after), changed })
    return after
  })
}

/** What was to be built is there, and this shows it. */
export async function realise(desk: Desk, id: string, input: z.output<typeof RealiseForm>): Promise<Interconnection> {
  return transact(desk.db, async (tx) => {
    const before = justItself(await store.lockInterconnection(tx, id))
    const permit = allow(desk, 'landscape.realise', placeOfLandscape(before.ecosystemId))

    mustNotBeWithdrawn(before)
    mustNotBeRealised(before)
    const { on, precision } = factOf(input.realisedOn, input.realisedPrecision, desk.today, 'realisedOn')
    const after = { ...before, ...input, realisedOn: on, realisedPrecision: precision, revision: before.revision + 1 }
    mustBeShown(after)

    await store.updateInterconnection(tx, after)
    await keep(tx, permit, after)
    await record(tx, permit, id, { ...ends(after), on })
    return after
  })
}

/** For one given up, or written by mistake. It stays readable at its address, with the reason. */
export async function withdrawInterconnection(desk: Desk, id: string, { reason }: z.output<typeof EndForm>): Promise<Interconnection> {
  return transact(desk.db, async (tx) => {
    const before = justItself(await store.lockInterconnection(tx, id))
    const permit = allow(desk, 'landscape.withdraw-connection', placeOfLandscape(before.ecosystemId))

    mustNotBeWithdrawn(before)
    const after = { ...before, withdrawnOn: desk.today, withdrawnReason: reason, revision: before.revision + 1 }

    await store.updateInterconnection(tx, after)
    await keep(tx, permit, after)
    await record(tx, permit, id, ends(after))
    return after
  })
}

const ends = ({ fromId, toId }: Flow) => ({ systemId: fromId, toSystemId: toId })

const keep = (tx: Db, { actorId, today }: Permit, one: Interconnection) => insertInterconnectionRevision(tx, one, actorId, today)

function justItself({ from, to, endsOn, ...one }: store.Joined): Interconnection {
  return one
}

async function flowOf(
  tx: Db,
  { today }: Desk,
  ecosystemId: string,
  input: InterconnectionInput,
  { projectsById }: Projects,
): Promise<Flow> {
  const systems = await lockSystems(
    tx,
    [input.fromId, input.toId].filter((id) => id !== ''),
  )
  mustJoin(ecosystemId, systems.get(input.fromId), systems.get(input.toId))
  const realised = factOf(input.realisedOn, input.realisedPrecision, today, 'realisedOn')
  const planned = momentOf(input.plannedOn, input.plannedPrecision, 'plannedPrecision')
  const flow: Flow = {
    ...input,
    realisedOn: realised.on,
    realisedPrecision: realised.precision,
    plannedOn: planned.on,
    plannedPrecision: planned.precision,
  }
  mustBeShown(flow)
  if (input.projectId) {
    const project = (await projectsById(tx, [input.projectId], { lang: 'it', today })).get(input.projectId)
    if (!project || project.withdrawn) throw new Problem(projectElsewhere, { field: 'projectId' })
  }
  return flow
}
