import { z } from 'zod'
import { allow } from '../../charter/policy.ts'
import { getEcosystem, placeOf } from '../../ecosystems/index.ts'
import { newId } from '../../kernel/id.ts'
import { Problem } from '../../kernel/problem.ts'
import { namesOf } from '../../organisations/index.ts'
import { type Db, transact } from '../../platform/db.ts'
import { optional, prose, webAddress } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import {
  bySecretariat,
  changesBetween,
  contentOf,
  type Degree,
  degrees,
  mustChange,
  mustKnowTheLatest,
  mustStand,
  type Need,
  type NeedContent,
  type NeedSource,
  noSuchVoice,
  placeOfNeed,
  voiceKinds,
} from '../rules/needs.ts'
import { insertCorrection } from '../store/corrections.ts'
import { keepLikenesses } from '../store/likenesses.ts'
import * as store from '../store/needs.ts'

const degree = z.coerce
  .number()
  .int()
  .min(1)
  .max(degrees.length)
  .transform((n) => n as Degree)

/** What whoever records a need says of it; who proposes one in a call says the same, but for the stakeholder map. */
export const ContentForm = z.object({
  // One sentence: a line end within it is a space.
  statement: prose(500).transform((text) => text.replace(/\s+/g, ' ')),
  why: optional(prose(5000)),
  voiceKind: z.enum(voiceKinds),
  organisationId: optional(z.uuid()),
  evidenceText: optional(prose(5000)),
  evidenceLink: optional(webAddress()),
  frequency: optional(degree),
  severity: optional(degree),
})

export const NeedForm = ContentForm.extend({ stakeholderId: optional(z.uuid()) })

export type NeedInput = z.output<typeof NeedForm>

/** Writes a need down. Whoever heard it elsewhere, in a hearing or a forum, says where. */
export async function recordNeed(desk: Desk, slug: string, input: NeedInput, source: NeedSource = bySecretariat): Promise<Need> {
  return transact(desk.db, async (tx) => {
    const ecosystem = await getEcosystem(tx, slug, desk.today)
    const permit = allow(desk, 'listening.record-need', placeOf(ecosystem))

    await mustNameAnOrganisation(tx, desk, input.organisationId)

    const need = await addNeed(tx, desk, ecosystem.id, input, source)
    await record(tx, permit, need.id, { number: need.number, needId: need.id, voiceKind: need.voiceKind, sourceKind: source.kind })
    return need
  })
}

/** `revision`: the one that whoever corrects has read. `correction`: why, shown beside what it said before. */
export const CorrectForm = NeedForm.extend({ revision: z.coerce.number().int().min(0), correction: prose(2000) })

/** Says a need better. What it said before stays readable, with the reason. */
export async function correctNeed(desk: Desk, id: string, input: z.output<typeof CorrectForm>): Promise<Need> {
  return transact(desk.db, async (tx) => {
    const need = await store.lockNeed(tx, id)
    const permit = allow(desk, 'listening.correct-need', placeOfNeed(need))

    mustStand(need, need.mergedInto ? await store.findNeed(tx, need.mergedInto) : null)
    mustKnowTheLatest(need, input.revision)
    const { revision: seen, correction: reason, ...content } = input
    mustChange(need, content)
    await mustNameAnOrganisation(tx, desk, content.organisationId)
    const after: Need = { ...need, ...content, revision: seen + 1 }

    await insertCorrection(tx, id, { number: after.revision, reason, correctedOn: desk.today, before: contentOf(need) }, permit.actorId)
    await store.updateContent(tx, id, content, after.revision)
    await keepLikenesses(tx, after)
    await record(tx, permit, id, { number: need.number, needId: id, changed: changesBetween(need, content) })
    return after
  })
}

export async function mustNameAnOrganisation(tx: Db, { today }: Pick<Desk, 'today'>, organisationId: string | null): Promise<void> {
  if (organisationId && !(await namesOf(tx, [organisationId], today)).has(organisationId))
    throw new Problem(noSuchVoice, { field: 'organisationId' })
}

/** Gives a need its number, and looks for others that may be the same. A part of an action, which permits and records. */
export async function addNeed(tx: Db, desk: Desk, ecosystemId: string, content: NeedContent, source: NeedSource): Promise<Need> {
  const need: Need = {
    ...content,
    id: newId<'need'>(),
    ecosystemId,
    number: await store.nextNumber(tx, ecosystemId, 'lastNeed'),
    source,
    recordedOn: desk.today,
    recordedBy: desk.actor.id ?? '',
    revision: 0,
    mergedInto: null,
  }
  await store.insertNeed(tx, need)
  await keepLikenesses(tx, need)
  return need
}
