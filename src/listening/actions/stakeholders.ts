import { z } from 'zod'
import { allow, type PersonId } from '../../charter/policy.ts'
import { getEcosystem } from '../../ecosystems/index.ts'
import { invitePerson } from '../../identity/index.ts'
import { newId } from '../../kernel/id.ts'
import { conflict, Problem } from '../../kernel/problem.ts'
import { getOrganisation } from '../../organisations/index.ts'
import { type Db, transact } from '../../platform/db.ts'
import { dayField, line, optional, prose } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import { placeOfListening } from '../rules/place.ts'
import {
  involvements,
  mustBeNew,
  mustBeOnTheMap,
  mustHaveHappened,
  personToldBy,
  type Stakeholder,
  stakeholderKinds,
  type Weight,
} from '../rules/stakeholders.ts'
import * as store from '../store/stakeholders.ts'

const weight = z.coerce
  .number()
  .int()
  .min(1)
  .max(5)
  .transform((one) => one as Weight)

const Weighing = {
  kind: z.enum(stakeholderKinds),
  /** Who speaks for it: both or neither, and one of the two when there is no organisation. */
  name: optional(line(200)),
  email: optional(z.email().max(254)),
  interest: weight,
  influence: weight,
  involvement: z.enum(involvements),
  notes: optional(prose(4000)),
}

export const StakeholderForm = z.object({ organisationId: optional(z.uuid()), ...Weighing })

export const ChangeStakeholderForm = z.object({
  ...Weighing,
  /** The revision that whoever changes it was reading. */
  revision: z.coerce.number().int().min(0),
})

export const InvolvementForm = z.object({ level: z.enum(involvements), day: dayField(), note: prose(1000) })

export const ShowNameForm = z.object({ shows: z.preprocess((value) => value === true || value === 'on', z.boolean()) })

/** Puts an organisation, or a person, on the map of an ecosystem. */
export async function addStakeholder(desk: Desk, slug: string, input: z.output<typeof StakeholderForm>): Promise<Stakeholder> {
  const ecosystem = await getEcosystem(desk.db, slug, desk.today)
  return transact(desk.db, async (tx) => {
    await store.lockMap(tx, ecosystem.id)
    const permit = allow(desk, 'listening.add-stakeholder', placeOfListening(ecosystem.id))

    const told = personToldBy(input)
    const organisation = input.organisationId ? await getOrganisation(tx, input.organisationId) : null
    const personId = told ? await invitePerson(tx, { ...told, lang: 'it' }, desk.now) : null
    const who = { organisationId: organisation?.id ?? null, personId }
    mustBeNew(await store.standingFor(tx, ecosystem.id, who), who)
    const { kind, interest, influence, involvement, notes } = input
    const stakeholder: Stakeholder = {
      ...newcomer(ecosystem.id, desk),
      ...who,
      kind,
      interest,
      influence,
      involvement,
      notes,
    }

    await store.insertStakeholder(tx, stakeholder)
    await record(tx, permit, stakeholder.id, { stakeholderId: stakeholder.id, kind, organisationId: who.organisationId })
    return stakeholder
  })
}

function newcomer(ecosystemId: string, { today }: Pick<Desk, 'today'>): Omit<Stakeholder, 'organisationId' | 'personId' | 'kind'> {
  return {
    id: newId<'stakeholder'>(),
    ecosystemId,
    showsName: false,
    interest: null,
    influence: null,
    involvement: 'consult',
    notes: null,
    addedOn: today,
    removedOn: null,
    revision: 0,
  }
}

/**
 * Whom somebody speaks for who asks to be heard: the one on the map or, when nobody put it there, a new one, which
 * everybody sees once whoever keeps the map has weighed it.
 */
export async function stakeholderOf(
  tx: Db,
  desk: Desk,
  ecosystemId: string,
  { kind, organisationId, personId }: Pick<Stakeholder, 'kind' | 'organisationId'> & { readonly personId: PersonId },
): Promise<Stakeholder> {
  await store.lockMap(tx, ecosystemId)
  const who = { organisationId, personId }
  const known = (await store.standingFor(tx, ecosystemId, who)).find((one) =>
    organisationId ? one.organisationId === organisationId : one.organisationId === null,
  )
  if (known) return known
  const stakeholder: Stakeholder = { ...newcomer(ecosystemId, desk), kind, ...who }
  await store.insertStakeholder(tx, stakeholder)
  return stakeholder
}

/** Weighs it anew, or says who speaks for it now. */
export async function changeStakeholder(desk: Desk, id: string, input: z.output<typeof ChangeStakeholderForm>): Promise<Stakeholder> {
  return transact(desk.db, async (tx) => {
    await store.lockMap(tx, (await store.getStakeholder(tx, id)).ecosystemId)
    const before = await store.getStakeholder(tx, id)
    const permit = allow(desk, 'listening.change-stakeholder', placeOfListening(before.ecosystemId))

    mustBeOnTheMap(before)
    if (input.revision !== before.revision) throw new Problem(conflict)
    const { kind, interest, influence, involvement, notes, name, email } = input
    const told = name || email ? personToldBy({ ...input, organisationId: before.organisationId }) : null
    const personId = told ? await invitePerson(tx, { ...told, lang: 'it' }, desk.now) : before.personId
    if (personId !== before.personId && before.organisationId === null) {
      const others = await store.standingFor(tx, before.ecosystemId, { organisationId: null, personId })
      mustBeNew(others, { organisationId: null, personId })
    }
    const showsName = before.showsName && personId === before.personId
    const changes = { kind, interest, influence, involvement, notes, personId, showsName, revision: before.revision + 1 }

    await store.updateStakeholder(tx, { id: before.id, ...changes })
    await record(tx, permit, id, { stakeholderId: id, kind, organisationId: before.organisationId })
    return { ...before, ...changes }
  })
}

/** From today on it is no longer on the map; what it said stays. */
export async function removeStakeholder(desk: Desk, id: string): Promise<void> {
  return transact(desk.db, async (tx) => {
    const stakeholder = await store.getStakeholder(tx, id)
    const permit = allow(desk, 'listening.remove-stakeholder', placeOfListening(stakeholder.ecosystemId))

    mustBeOnTheMap(stakeholder)

    await store.updateStakeholder(tx, { id: stakeholder.id, removedOn: desk.today, revision: stakeholder.revision + 1 })
    await record(tx, permit, id, { stakeholderId: id, organisationId: stakeholder.organisationId })
  })
}

/** Tells that somebody was involved outside hearings: these are told by their minutes. */
export async function noteInvolvement(desk: Desk, id: string, input: z.output<typeof InvolvementForm>): Promise<void> {
  return transact(desk.db, async (tx) => {
    const stakeholder = await store.getStakeholder(tx, id)
    const permit = allow(desk, 'listening.note-involvement', placeOfListening(stakeholder.ecosystemId))

    mustBeOnTheMap(stakeholder)
    mustHaveHappened(input.day, desk.today)

    await store.insertInvolvement(tx, { id: newId(), stakeholderId: id, ...input })
    await record(tx, permit, id, { stakeholderId: id, level: input.level, day: input.day })
  })
}

/** Whether the name of a person who stands for nobody else is shown is for that person to choose. */
export async function showStakeholderName(desk: Desk, id: string, { shows }: z.output<typeof ShowNameForm>): Promise<void> {
  return transact(desk.db, async (tx) => {
    const stakeholder = await store.getStakeholder(tx, id)
    const permit = allow(desk, 'listening.show-stakeholder-name', { kind: 'person', id: stakeholder.personId ?? '' })

    mustBeOnTheMap(stakeholder)

    await store.updateStakeholder(tx, { id: stakeholder.id, showsName: shows })
    await record(tx, permit, id, { stakeholderId: id, shows })
  })
}
