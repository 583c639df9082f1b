import { z } from 'zod'
import { allow } from '../../charter/policy.ts'
import { newId } from '../../kernel/id.ts'
import { Problem } from '../../kernel/problem.ts'
import { type Db, transact } from '../../platform/db.ts'
import { dayField, line, optional, prose } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import { notYetHappened } from '../phase-rules.ts'
import {
  type EcosystemId,
  type EcosystemView,
  mustNotStandInsideItself,
  mustSaySource,
  nameTaken,
  noSuchParent,
  placeOf,
  slugOf,
} from '../rules.ts'
import { insertCycle } from '../store/cycles.ts'
import * as store from '../store/ecosystems.ts'
import { getEcosystem } from '../store/views.ts'

/** A box ticked in a form, or a truth in JSON. */
const ticked = z.preprocess((value) => value === true || value === 'on', z.boolean())

export const DescribeForm = z.object({
  nameIt: line(200),
  nameEn: optional(line(200)),
  summaryIt: optional(prose(2000)),
  summaryEn: optional(prose(2000)),
  priority: ticked,
  prioritySource: optional(line(200)),
  parentId: optional(z.uuid()),
  /** A new name keeps its address, unless somebody asks for another; the old one goes on leading here. */
  readdress: ticked,
})

export const AddForm = DescribeForm.omit({ readdress: true }).extend({ since: optional(dayField()) })

export async function addEcosystem(desk: Desk, input: z.output<typeof AddForm>): Promise<{ id: EcosystemId; slug: string }> {
  return transact(desk.db, async (tx) => {
    const id = newId<'ecosystem'>()
    const permit = allow(desk, 'ecosystems.add', { kind: 'ecosystem', id })

    const { since: asked, ...told } = input
    const since = asked ?? desk.today
    if (since > desk.today) throw new Problem(notYetHappened, { field: 'since' })
    const slug = slugOf(input.nameIt)
    await mustBeFree(tx, slug, null)
    const parentId = await parentFor(tx, id, input.parentId)
    const prioritySource = mustSaySource(input.priority, input.prioritySource)

    await store.insertEcosystem(tx, { ...told, id, slug, parentId, prioritySource, since })
    await insertCycle(tx, { ecosystemId: id, number: 1, begunOn: since, from: null, outcome: null })
    await record(tx, permit, id, { since, priority: input.priority, parentId })
    return { id, slug }
  })
}

/** What a person corrects in an ecosystem; a part left out stays as it was. */
export async function describeEcosystem(desk: Desk, slug: string, input: Partial<z.output<typeof DescribeForm>>): Promise<EcosystemView> {
  return transact(desk.db, async (tx) => {
    const before = await getEcosystem(tx, slug, desk.today)
    const permit = allow(desk, 'ecosystems.describe', placeOf(before))

    const { readdress = false, ...told } = input
    const after = { ...rowOf(before), ...told }
    const parentId = after.parentId === before.parentId ? before.parentId : await parentFor(tx, before.id, after.parentId)
    const prioritySource = mustSaySource(after.priority, after.prioritySource)
    const address = readdress ? slugOf(after.nameIt) : before.slug
    if (address !== before.slug) await mustBeFree(tx, address, before.id)
    const row = { ...after, parentId, prioritySource, slug: address }

    await store.updateEcosystem(tx, row)
    await record(tx, permit, before.id, { changed: changesBetween(rowOf(before), row) })
    return { ...before, ...row }
  })
}

function rowOf({ leads: _, cycle: __, phases: ___, ...row }: EcosystemView): store.EcosystemRow {
  return row
}

function changesBetween(before: store.EcosystemRow, after: store.EcosystemRow): string[] {
  return (Object.keys(before) as (keyof store.EcosystemRow)[]).filter((column) => before[column] !== after[column])
}

async function mustBeFree(db: Db, slug: string, except: EcosystemId | null): Promise<void> {
  if (await store.isSlugTaken(db, slug, except)) throw new Problem(nameTaken, { field: 'nameIt', slug })
}

async function parentFor(db: Db, id: EcosystemId, parentId: string | null): Promise<EcosystemId | null> {
  if (!parentId) return null
  const parents = await store.lockParents(db)
  if (!parents.has(parentId)) throw new Problem(noSuchParent, { field: 'parentId' })
  mustNotStandInsideItself(parents, id, parentId)
  return parentId as EcosystemId
}
