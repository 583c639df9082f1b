import type { Day } from '../../kernel/day.ts'
import type { Db } from '../../platform/db.ts'

const own = (db: Db) => db.$pickTables<'consultationMaterial' | 'consultationDate'>()

/** What goes with the text: a file kept here, or an address elsewhere. */
export interface Material {
  readonly id: string
  readonly position: number
  readonly name: string
  readonly fileId: string | null
  readonly address: string | null
}

export async function materialsOf(db: Db, consultationId: string): Promise<Material[]> {
  return own(db)
    .selectFrom('consultationMaterial')
    .select(['id', 'position', 'name', 'fileId', 'address'])
    .where('consultationId', '=', consultationId)
    .orderBy('position')
    .orderBy('id')
    .limit(100)
    .execute()
}

export async function insertMaterial(tx: Db, consultationId: string, material: Material): Promise<void> {
  await own(tx)
    .insertInto('consultationMaterial')
    .values({ consultationId, ...material })
    .execute()
}

export async function deleteMaterial(tx: Db, consultationId: string, id: string): Promise<void> {
  await own(tx).deleteFrom('consultationMaterial').where('consultationId', '=', consultationId).where('id', '=', id).execute()
}

/** A day that matters besides opening and closing. */
export interface Milestone {
  readonly id: string
  readonly day: Day
  readonly titleIt: string
  readonly titleEn: string | null
  readonly place: string | null
}

export async function milestonesOf(db: Db, consultationId: string): Promise<Milestone[]> {
  return own(db)
    .selectFrom('consultationDate')
    .select(['id', 'day', 'titleIt', 'titleEn', 'place'])
    .where('consultationId', '=', consultationId)
    .orderBy('day')
    .orderBy('id')
    .limit(100)
    .execute()
}

export async function insertMilestone(tx: Db, consultationId: string, milestone: Milestone): Promise<void> {
  await own(tx)
    .insertInto('consultationDate')
    .values({ consultationId, ...milestone })
    .execute()
}

export async function deleteMilestone(tx: Db, consultationId: string, id: string): Promise<void> {
  await own(tx).deleteFrom('consultationDate').where('consultationId', '=', consultationId).where('id', '=', id).execute()
}
