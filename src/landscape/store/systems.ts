import { notFound, Problem } from '../../kernel/problem.ts'
import type { Db } from '../../platform/db.ts'
import type { FactPrecision, PlanPrecision } from '../rules/moments.ts'
import { type Access, concerns, type System, type SystemId, type SystemKind } from '../rules/systems.ts'

const own = (db: Db) => db.$pickTables<'system' | 'systemConcern'>()

export const columns = [
  'id',
  'ecosystemId',
  'kind',
  'nameIt',
  'nameEn',
  'acronym',
  'holderId',
  'descriptionIt',
  'descriptionEn',
  'dataIt',
  'dataEn',
  'personalData',
  'nationalInterest',
  'access',
  'accessUrl',
  'pageUrl',
  'apiUrl',
  'datasetUrl',
  'expectedOn',
  'expectedPrecision',
  'inServiceOn',
  'inServicePrecision',
  'retiredOn',
  'retiredReason',
  'revision',
  'addedOn',
  'withdrawnOn',
  'withdrawnReason',
] as const

const all = (db: Db) => own(db).selectFrom('system').select(columns)
export type Row = Awaited<ReturnType<ReturnType<typeof all>['execute']>>[number]

/** Whole systems, with the ecosystems that they concern: a statement more, however many. */
export async function complete(db: Db, rows: readonly Row[]): Promise<System[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const concerned = await own(db).selectFrom('systemConcern').selectAll().where('systemId', 'in', ids).orderBy('ecosystemId').execute()
  return rows.map((row) => ({
    ...row,
    id: row.id as SystemId,
    kind: row.kind as SystemKind,
    access: row.access as Access,
    expectedPrecision: row.expectedPrecision as PlanPrecision | null,
    inServicePrecision: row.inServicePrecision as FactPrecision | null,
    alsoConcerns: concerned
      .filter(({ systemId, ecosystemId }) => systemId === row.id && ecosystemId !== row.ecosystemId)
      .map(({ ecosystemId }) => ecosystemId),
  }))
}

async function one(db: Db, row: Row | undefined, id: string): Promise<System> {
  const [system] = row ? await complete(db, [row]) : []
  if (!system) throw new Problem(notFound, { system: id })
  return system
}

export async function getSystem(db: Db, id: string): Promise<System> {
  return one(db, await all(db).where('id', '=', id).executeTakeFirst(), id)
}

/** The system, for whoever changes it or ties something to it: the next one waits. */
export async function lockSystem(tx: Db, id: string): Promise<System> {
  return one(tx, await all(tx).where('id', '=', id).forUpdate().executeTakeFirst(), id)
}

/** Several at once, always in the same order, so that two who lock the same ones never wait for each other. */
export async function lockSystems(tx: Db, ids: readonly string[]): Promise<Map<string, System>> {
  if (ids.length === 0) return new Map()
  const rows = await all(tx)
    .where('id', 'in', [...new Set(ids)])
    .orderBy('id')
    .forUpdate()
    .execute()
  return new Map((await complete(tx, rows)).map((system) => [system.id, system]))
}

export async function systemsById(db: Db, ids: readonly string[]): Promise<Map<string, System>> {
  if (ids.length === 0) return new Map()
  const rows = await all(db)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map((await complete(db, rows)).map((system) => [system.id, system]))
}

const rowOf = ({ alsoConcerns, ...row }: System) => row

export async function insertSystem(tx: Db, system: System): Promise<void> {
  await own(tx).insertInto('system').values(rowOf(system)).execute()
  await saveConcerns(tx, system)
}

export async function updateSystem(tx: Db, system: System): Promise<void> {
  const { id, ...changes } = rowOf(system)
  await own(tx).updateTable('system').set(changes).where('id', '=', id).execute()
  await own(tx).deleteFrom('systemConcern').where('systemId', '=', id).execute()
  await saveConcerns(tx, system)
}

async function saveConcerns(tx: Db, system: System): Promise<void> {
  const rows = concerns(system).map((ecosystemId) => ({ ecosystemId, systemId: system.id }))
  await own(tx).insertInto('systemConcern').values(rows).execute()
}
