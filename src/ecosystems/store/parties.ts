import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import { namesOf } from '../../organisations/index.ts'
import type { Db } from '../../platform/db.ts'
import { isIn, type Party } from '../party-rules.ts'

const own = (db: Db) => db.$pickTables<'ecosystem' | 'ecosystemLead' | 'ecosystemActor'>()

export interface LeadRow extends Omit<Party, 'label'> {
  readonly organisationId: string
}

/** Every lead administration ever, in the order of the plan; `name` as it is on the day asked. */
export async function leadsOver(db: Db, ecosystemIds: readonly string[], today: Day): Promise<(LeadRow & { name: string })[]> {
  if (ecosystemIds.length === 0) return []
  const rows = await own(db)
    .selectFrom('ecosystemLead')
    .selectAll()
    .where('ecosystemId', 'in', [...ecosystemIds])
    .orderBy('position')
    .orderBy('fromDay')
    .orderBy('id')
    .execute()
  const names = await namesOf(db, [...new Set(rows.map(({ organisationId }) => organisationId))], today)
  return rows.map((row) => ({ ...row, name: names.get(row.organisationId) ?? row.organisationId }))
}

/** Everybody ever involved; `name` is the organisation's, or the words of the plan where it names a kind of body. */
export async function actorsOver(db: Db, ecosystemIds: readonly string[], today: Day): Promise<(Party & { name: string })[]> {
  if (ecosystemIds.length === 0) return []
  const rows = await own(db)
    .selectFrom('ecosystemActor')
    .selectAll()
    .where('ecosystemId', 'in', [...ecosystemIds])
    .orderBy('position')
    .orderBy('fromDay')
    .orderBy('id')
    .execute()
  const names = await namesOf(db, [...new Set(rows.flatMap(({ organisationId }) => organisationId ?? []))], today)
  return rows.map((row) => ({ ...row, name: (row.organisationId && names.get(row.organisationId)) || row.label }))
}

/** Everything one organisation ever led or took part in, in one statement. */
export async function partsOver(db: Db, organisationId: string) {
  const led = own(db)
    .selectFrom('ecosystemLead as party')
    .innerJoin('ecosystem as e', 'e.id', 'party.ecosystemId')
    .select(['e.slug', 'e.nameIt', 'e.nameEn', 'party.fromDay', 'party.toDay', sql<'lead' | 'actor'>`'lead'`.as('as')])
    .where('party.organisationId', '=', organisationId)
  const taken = own(db)
    .selectFrom('ecosystemActor as party')
    .innerJoin('ecosystem as e', 'e.id', 'party.ecosystemId')
    .select(['e.slug', 'e.nameIt', 'e.nameEn', 'party.fromDay', 'party.toDay', sql<'lead' | 'actor'>`'actor'`.as('as')])
    .where('party.organisationId', '=', organisationId)
  return led.unionAll(taken).execute()
}

export async function insertLead(db: Db, lead: LeadRow): Promise<void> {
  await own(db).insertInto('ecosystemLead').values(lead).execute()
}

export async function endLead(db: Db, id: string, toDay: Day): Promise<void> {
  await own(db).updateTable('ecosystemLead').set({ toDay }).where('id', '=', id).execute()
}

export async function insertActor(db: Db, actor: Party): Promise<void> {
  await own(db).insertInto('ecosystemActor').values(actor).execute()
}

export async function endActor(db: Db, id: string, toDay: Day): Promise<void> {
  await own(db).updateTable('ecosystemActor').set({ toDay }).where('id', '=', id).execute()
}

/** What the plan named in words turns out to be an organisation. */
export async function identifyActor(db: Db, id: string, organisationId: string): Promise<void> {
  await own(db).updateTable('ecosystemActor').set({ organisationId }).where('id', '=', id).execute()
}

/** For what a source said by mistake: it never stood, so nothing of it is kept. */
export async function forget(db: Db, table: 'ecosystemLead' | 'ecosystemActor', id: string): Promise<void> {
  await own(db).deleteFrom(table).where('id', '=', id).execute()
}

/** Who takes part on a day. */
export async function actorsOf(db: Db, ecosystemId: string, today: Day): Promise<(Party & { name: string })[]> {
  return (await actorsOver(db, [ecosystemId], today)).filter((actor) => isIn(actor, today))
}
