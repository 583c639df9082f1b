import { z } from 'zod'
import { allow, platform } from '../charter/policy.ts'
import { newId } from '../kernel/id.ts'
import { Problem } from '../kernel/problem.ts'
import { transact } from '../platform/db.ts'
import { dayField, line, optional } from '../platform/form.ts'
import type { Desk } from '../platform/http.ts'
import { record } from '../platform/record.ts'
import {
  ipaCodeOf,
  ipaCodeTaken,
  mustNotContainItself,
  nameInTheFuture,
  noSuchParent,
  type Organisation,
  type OrganisationId,
  organisationKinds,
  renamed,
  taxCodeOf,
} from './rules.ts'
import { insertName, lockCurrentName, updateCurrentName } from './store/names.ts'
import { ancestorsOf, findByIpaCode, getOrganisation, insertOrganisation, updateOrganisation } from './store/organisations.ts'

export const OrganisationForm = z.object({
  name: line(500),
  kind: z.enum(organisationKinds),
  ipaCode: optional(line(30)).default(null),
  taxCode: optional(line(20)).default(null),
  acronym: optional(line(60)).default(null),
  parentId: optional(z.uuid()).default(null),
  /** Since when the name holds; empty when that is not known, or when a mistake in it is being mended. */
  nameFrom: optional(dayField()).default(null),
})

type Told = z.output<typeof OrganisationForm>

/** What is known of an organisation; all but its name and kind may be left out. */
export type NewOrganisation = Pick<Told, 'name' | 'kind'> & Partial<Told>

const untold = { ipaCode: null, taxCode: null, acronym: null, parentId: null, nameFrom: null }

export async function addOrganisation(desk: Desk, input: NewOrganisation): Promise<Organisation> {
  const form: Told = { ...untold, ...input }
  return transact(desk.db, async (tx) => {
    const permit = allow(desk, 'organisations.add', platform)

    await mustBeFree(tx, form.ipaCode, null)
    await mustExist(tx, form.parentId)
    if (form.nameFrom && form.nameFrom > desk.today) throw new Problem(nameInTheFuture, { field: 'nameFrom' })
    const organisation: Organisation = { id: newId(), ...columnsOf(form), ipaCategory: null }

    await insertOrganisation(tx, organisation, form.nameFrom)
    await record(tx, permit, organisation.id, { kind: organisation.kind, ipaCode: organisation.ipaCode })
    return organisation
  })
}

export const CorrectionForm = OrganisationForm.extend({ id: z.uuid() })

/** With a day, the new name holds from then on and the former one is kept; without, a mistake in the present name is mended. */
export async function correctOrganisation(desk: Desk, form: z.output<typeof CorrectionForm>): Promise<Organisation> {
  return transact(desk.db, async (tx) => {
    const before = await getOrganisation(tx, form.id)
    const current = await lockCurrentName(tx, form.id)
    const permit = allow(desk, 'organisations.correct', platform)

    await mustBeFree(tx, form.ipaCode, form.id)
    const ancestors = form.parentId ? await mustExist(tx, form.parentId) : []
    mustNotContainItself(form.id, ancestors)
    const after: Organisation = { ...before, ...columnsOf(form) }

    if (after.name !== before.name) {
      if (form.nameFrom) {
        const [former, now] = renamed(current, after.name, form.nameFrom, desk.today)
        await updateCurrentName(tx, form.id, former)
        await insertName(tx, form.id, now)
      } else await updateCurrentName(tx, form.id, { ...current, name: after.name })
    }
    await updateOrganisation(tx, after)
    await record(tx, permit, form.id, { changed: changesBetween(before, after), nameFrom: form.nameFrom })
    return after
  })
}

function columnsOf(form: Told) {
  return {
    name: form.name,
    kind: form.kind,
    ipaCode: form.ipaCode === null ? null : ipaCodeOf(form.ipaCode),
    taxCode: form.taxCode === null ? null : taxCodeOf(form.taxCode),
    acronym: form.acronym,
    parentId: form.parentId as OrganisationId | null,
  }
}

function changesBetween(before: Organisation, after: Organisation): string[] {
  return (Object.keys(after) as (keyof Organisation)[]).filter((column) => after[column] !== before[column])
}

async function mustBeFree(db: Desk['db'], ipaCode: string | null, id: string | null): Promise<void> {
  const holder = ipaCode === null ? null : await findByIpaCode(db, ipaCodeOf(ipaCode))
  if (holder && holder.id !== id) throw new Problem(ipaCodeTaken, { field: 'ipaCode', name: holder.name })
}

async function mustExist(db: Desk['db'], parentId: string | null): Promise<string[]> {
  if (!parentId) return []
  const ancestors = await ancestorsOf(db, parentId)
  if (ancestors.length === 0) throw new Problem(noSuchParent, { field: 'parentId' })
  return ancestors
}
