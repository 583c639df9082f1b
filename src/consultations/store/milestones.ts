import type { Db } from '../../platform/db.ts'
import type { Milestone, MilestoneKind } from '../rules/milestones.ts'

const own = (db: Db) => db.$pickTables<'consultationDate'>()

const columns = ['consultationId', 'id', 'kind', 'day', 'starts', 'ends', 'titleIt', 'titleEn', 'place', 'address'] as const
const history = ['addedAt', 'changedAt', 'revision', 'cancelledAt'] as const

/** Of one consultation, by day. */
export function milestonesOf(db: Db, consultationId: string): Promise<Milestone[]> {
  return milestonesOfAll(db, [consultationId])
}

export async function milestonesOfAll(db: Db, consultationIds: readonly string[]): Promise<Milestone[]> {
  if (consultationIds.length === 0) return []
  const rows = await own(db)
    .selectFrom('consultationDate')
    .select([...columns, ...history])
    .where('consultationId', 'in', [...consultationIds])
    .orderBy('day')
    .orderBy('starts')
    .orderBy('id')
    .limit(5000)
    .execute()
  return rows.map(({ kind, starts, ends, ...row }) => ({ ...row, kind: kind as MilestoneKind, starts: hour(starts), ends: hour(ends) }))
}

/** '17:30:00', as the database tells a time, without its seconds. */
const hour = (time: string | null): string | null => time?.slice(0, 5) ?? null

export async function insertMilestone(tx: Db, milestone: Milestone): Promise<void> {
  await own(tx).insertInto('consultationDate').values(milestone).execute()
}

export async function updateMilestone(tx: Db, { consultationId, id, ...changes }: Milestone): Promise<void> {
  await own(tx).updateTable('consultationDate').set(changes).where('consultationId', '=', consultationId).where('id', '=', id).execute()
}

export async function deleteMilestone(tx: Db, consultationId: string, id: string): Promise<void> {
  await own(tx).deleteFrom('consultationDate').where('consultationId', '=', consultationId).where('id', '=', id).execute()
}
