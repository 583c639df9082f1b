import { z } from 'zod'
import { allow } from '../../charter/policy.ts'
import { getEcosystem, namesOfEcosystems } from '../../ecosystems/index.ts'
import { newId } from '../../kernel/id.ts'
import { Problem } from '../../kernel/problem.ts'
import { namesOf } from '../../organisations/index.ts'
import { type Db, transact } from '../../platform/db.ts'
import { dayField, line, many, optional, prose, webAddress } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import { placeOfLandscape } from '../place.ts'
import { factOf, factPrecisions, momentOf, planPrecisions } from '../rules/moments.ts'
import { changedParts, contentOf } from '../rules/revisions.ts'
import {
  accesses,
  type Description,
  ecosystemUnknown,
  mustBeDatabase,
  mustBeHeld,
  mustFollowInTime,
  mustStand,
  type System,
  systemKinds,
} from '../rules/systems.ts'
import { insertRevision } from '../store/revisions.ts'
import * as store from '../store/systems.ts'

/** What a form says with a box ticked or not, and the API with true or false. */
const ticked = z.preprocess((value) => value === true || value === 'on', z.boolean())
const yesOrNo = z.preprocess(
  (value) => (value === 'yes' || value === true ? true : value === 'no' || value === false ? false : null),
  z.boolean().nullable(),
)

export const SystemForm = z.object({
  kind: z.enum(systemKinds),
  nameIt: line(300),
  nameEn: optional(line(300)).default(null),
  acronym: optional(line(40)).default(null),
  holderId: z.preprocess((value) => value ?? '', z.union([z.uuid(), z.literal('')])),
  descriptionIt: prose(4000),
  descriptionEn: optional(prose(4000)).default(null),
  dataIt: optional(prose(2000)).default(null),
  dataEn: optional(prose(2000)).default(null),
  personalData: yesOrNo,
  nationalInterest: ticked,
  access: z.enum(accesses),
  accessUrl: optional(webAddress()).default(null),
  pageUrl: optional(webAddress()).default(null),
  apiUrl: optional(webAddress()).default(null),
  datasetUrl: optional(webAddress()).default(null),
  expectedOn: optional(dayField()).default(null),
  expectedPrecision: optional(z.enum(planPrecisions)).default(null),
  inServiceOn: optional(dayField()).default(null),
  inServicePrecision: optional(z.enum(factPrecisions)).default(null),
  alsoConcerns: many(z.uuid()).default([]),
})

export type SystemInput = z.output<typeof SystemForm>

const standing = { retiredOn: null, retiredReason: null, withdrawnOn: null, withdrawnReason: null }

export async function addSystem(desk: Desk, slug: string, input: SystemInput): Promise<System> {
  return transact(desk.db, async (tx) => {
    const ecosystem = await getEcosystem(tx, slug, desk.today)
    const permit = allow(desk, 'landscape.add', placeOfLandscape(ecosystem.id))

    const kept = { id: newId<'system'>(), ecosystemId: ecosystem.id, revision: 1, addedOn: desk.today }
    const system: System = { ...kept, ...standing, ...(await describedBy(tx, desk, ecosystem.id, input)) }
    mustFollowInTime(system)

    await store.insertSystem(tx, system)
    await insertRevision(tx, system, permit.actorId, desk.today)
    await record(tx, permit, system.id, { kind: system.kind, systemId: system.id, organisationId: system.holderId })
    return system
  })
}

export async function correctSystem(desk: Desk, id: string, input: SystemInput): Promise<System> {
  return transact(desk.db, async (tx) => {
    const before = await store.lockSystem(tx, id)
    const permit = allow(desk, 'landscape.correct', placeOfLandscape(before.ecosystemId))

    mustStand(before)
    const described: System = { ...before, ...(await describedBy(tx, desk, before.ecosystemId, input)) }
    mustFollowInTime(described)
    const changed = changedParts(contentOf(before), contentOf(described))
    const after = changed.length > 0 ? { ...described, revision: before.revision + 1 } : before

    if (changed.length > 0) {
      await store.updateSystem(tx, after)
      await insertRevision(tx, after, permit.actorId, desk.today)
    }
    await record(tx, permit, id, { kind: after.kind, systemId: id, changed })
    return after
  })
}

async function describedBy(tx: Db, { today }: Desk, ecosystemId: string, input: SystemInput): Promise<Description> {
  mustBeHeld(input.holderId, await namesOf(tx, input.holderId ? [input.holderId] : []))
  mustBeDatabase(input)
  const others = [...new Set(input.alsoConcerns)].filter((id) => id !== ecosystemId).sort()
  const known = await namesOfEcosystems(tx, others)
  if (others.some((id) => !known.has(id))) throw new Problem(ecosystemUnknown, { field: 'alsoConcerns' })
  const expected = momentOf(input.expectedOn, input.expectedPrecision, 'expectedPrecision')
  const inService = factOf(input.inServiceOn, input.inServicePrecision, today, 'inServiceOn')
  return {
    ...input,
    alsoConcerns: others,
    expectedOn: expected.on,
    expectedPrecision: expected.precision,
    inServiceOn: inService.on,
    inServicePrecision: inService.precision,
  }
}
