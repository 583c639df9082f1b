import { z } from 'zod'
import { allow } from '../../charter/policy.ts'
import { newId } from '../../kernel/id.ts'
import { Problem } from '../../kernel/problem.ts'
import { getOrganisation } from '../../organisations/index.ts'
import { transact } from '../../platform/db.ts'
import { dayField, line, optional } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import { mustBeNew, mustEndAfter, mustFollow, type Party, pickParty, whoIsIt } from '../party-rules.ts'
import { placeOf } from '../rules.ts'
import * as store from '../store/parties.ts'
import { getEcosystem } from '../store/views.ts'

export const LeadForm = z.object({ organisationId: z.uuid(), fromDay: optional(dayField()) })

export const EndForm = z.object({ toDay: optional(dayField()) })

export const ActorForm = z.object({ organisationId: optional(z.uuid()), label: optional(line(300)), fromDay: optional(dayField()) })

export async function appointLead(desk: Desk, slug: string, input: z.output<typeof LeadForm>): Promise<string> {
  return transact(desk.db, async (tx) => {
    const ecosystem = await getEcosystem(tx, slug, desk.today)
    const leads = await store.leadsOver(tx, [ecosystem.id], desk.today)
    const organisation = await getOrganisation(tx, input.organisationId)
    const permit = allow(desk, 'ecosystems.appoint-lead', placeOf(ecosystem))

    const fromDay = input.fromDay ?? desk.today
    mustFollow(ecosystem.since, fromDay)
    mustBeNew(
      leads.map((lead) => ({ ...lead, label: lead.name })),
      { organisationId: organisation.id, label: organisation.name, fromDay },
      'organisationId',
    )

    const id = newId<'lead'>()
    const position = nextPosition(leads)
    await store.insertLead(tx, {
      id,
      ecosystemId: ecosystem.id,
      organisationId: organisation.id,
      fromDay,
      toDay: null,
      position,
      source: null,
    })
    await record(tx, permit, ecosystem.id, { organisationId: organisation.id, fromDay })
    return id
  })
}

/** The administration leads through the day given, and no longer. */
export async function dismissLead(desk: Desk, slug: string, leadId: string, input: z.output<typeof EndForm>): Promise<void> {
  return transact(desk.db, async (tx) => {
    const ecosystem = await getEcosystem(tx, slug, desk.today)
    const lead = pickParty(await store.leadsOver(tx, [ecosystem.id], desk.today), leadId)
    const permit = allow(desk, 'ecosystems.dismiss-lead', placeOf(ecosystem))

    const toDay = input.toDay ?? desk.today
    mustEndAfter(lead, toDay)

    await store.endLead(tx, lead.id, toDay)
    await record(tx, permit, ecosystem.id, { organisationId: lead.organisationId, toDay })
  })
}

/** An organisation takes part, or a kind of body that the plan names only in general. */
export async function involveActor(desk: Desk, slug: string, input: z.output<typeof ActorForm>): Promise<string> {
  return transact(desk.db, async (tx) => {
    const ecosystem = await getEcosystem(tx, slug, desk.today)
    const actors = await store.actorsOver(tx, [ecosystem.id], desk.today)
    const organisation = input.organisationId ? await getOrganisation(tx, input.organisationId) : null
    const permit = allow(desk, 'ecosystems.involve', placeOf(ecosystem))

    const label = organisation?.name ?? input.label
    if (!label) throw new Problem(whoIsIt, { field: 'organisationId' })
    const fromDay = input.fromDay ?? desk.today
    mustFollow(ecosystem.since, fromDay)
    mustBeNew(actors, { organisationId: organisation?.id ?? null, label, fromDay }, organisation ? 'organisationId' : 'label')

    const id = newId<'actor'>()
    const actor: Party = {
      id,
      ecosystemId: ecosystem.id,
      organisationId: organisation?.id ?? null,
      label,
      fromDay,
      toDay: null,
      position: nextPosition(actors),
      source: null,
    }
    await store.insertActor(tx, actor)
    await record(tx, permit, ecosystem.id, { actorId: id, organisationId: actor.organisationId, fromDay })
    return id
  })
}

export async function releaseActor(desk: Desk, slug: string, actorId: string, input: z.output<typeof EndForm>): Promise<void> {
  return transact(desk.db, async (tx) => {
    const ecosystem = await getEcosystem(tx, slug, desk.today)
    const actor = pickParty(await store.actorsOver(tx, [ecosystem.id], desk.today), actorId)
    const permit = allow(desk, 'ecosystems.involve', placeOf(ecosystem))

    const toDay = input.toDay ?? desk.today
    mustEndAfter(actor, toDay)

    await store.endActor(tx, actor.id, toDay)
    await record(tx, permit, ecosystem.id, { actorId: actor.id, organisationId: actor.organisationId, toDay })
  })
}

function nextPosition(all: readonly { readonly position: number }[]): number {
  return Math.max(-1, ...all.map(({ position }) => position)) + 1
}
