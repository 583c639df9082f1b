import { z } from 'zod'
import { allow } from '../../charter/policy.ts'
import { getEcosystem, placeOf } from '../../ecosystems/index.ts'
import type { Day } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import { transact } from '../../platform/db.ts'
import { line, many, optional } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import { type Document, documentKinds, mustBelong, mustBeTheOnlyOne } from '../rules/documents.ts'
import * as store from '../store/documents.ts'
import { gatherDocument } from './gather.ts'

export const DescribeForm = z.object({
  titleIt: line(300),
  titleEn: optional(line(300)),
  bodies: many(z.uuid()).refine((bodies) => bodies.length <= 50, { params: { words: 'choice' } }),
})

export const BeginForm = DescribeForm.extend({ kind: z.enum(documentKinds) })

/** The bodies of an ecosystem: told by the room that keeps them. */
export type BodiesOf = (
  db: Desk['db'],
  ecosystemId: string,
  today: Day,
) => Promise<readonly { readonly id: string; readonly name: string }[]>

/** Begins an empty draft in the present cycle of an ecosystem. */
export async function createDocument(
  desk: Desk,
  slug: string,
  input: z.output<typeof BeginForm>,
  bodiesOf: BodiesOf | null = null,
): Promise<Document> {
  return transact(desk.db, async (tx) => {
    const ecosystem = await getEcosystem(tx, slug, desk.today)
    const others = await store.documentsOfCycle(tx, ecosystem.cycle.id)
    const known = bodiesOf ? (await bodiesOf(tx, ecosystem.id, desk.today)).map(({ id }) => id) : input.bodies
    const permit = allow(desk, 'documents.begin', placeOf(ecosystem))

    mustBeTheOnlyOne(input.kind, others)
    mustBelong(input.bodies, known)
    const document: Document = {
      ...input,
      id: newId<'document'>(),
      ecosystemId: ecosystem.id,
      cycleId: ecosystem.cycle.id,
      begunOn: desk.today,
    }

    await store.insertDocument(tx, document, permit.actorId)
    await record(tx, permit, document.id, { documentId: document.id, about: document.kind })
    return document
  })
}

/** What it is called, and whose members work on it. */
export async function describeDocument(
  desk: Desk,
  id: string,
  input: z.output<typeof DescribeForm>,
  bodiesOf: BodiesOf | null = null,
): Promise<void> {
  return transact(desk.db, async (tx) => {
    const { document } = await gatherDocument(tx, id)
    const known = bodiesOf ? (await bodiesOf(tx, document.ecosystemId, desk.today)).map(({ id }) => id) : input.bodies
    const permit = allow(desk, 'documents.describe', { kind: 'ecosystem', id: document.ecosystemId })

    mustBelong(input.bodies, known)

    await store.updateDocument(tx, id, input)
    await record(tx, permit, id, { documentId: id, about: document.kind })
  })
}
