import type { Selectable } from 'kysely'
import { notFound, Problem } from '../../kernel/problem.ts'
import type { Db } from '../../platform/db.ts'
import type { Need as NeedTable } from '../../platform/schema.ts'
import type { Degree, Need, NeedContent, NeedId, SourceKind, VoiceKind } from '../rules/needs.ts'

const own = (db: Db) => db.$pickTables<'need' | 'needNumber' | 'needCorrection'>()

export const needColumns = [
  'id',
  'ecosystemId',
  'number',
  'statement',
  'why',
  'voiceKind',
  'stakeholderId',
  'organisationId',
  'evidenceText',
  'evidenceLink',
  'sourceKind',
  'sourceId',
  'frequency',
  'severity',
  'recordedOn',
  'recordedBy',
  'revision',
  'mergedInto',
] as const

export type NeedRow = Pick<Selectable<NeedTable>, (typeof needColumns)[number]>

export function toNeed(row: NeedRow): Need {
  const { id, voiceKind, sourceKind, sourceId, frequency, severity, mergedInto, ...rest } = row
  return {
    ...rest,
    id: id as NeedId,
    voiceKind: voiceKind as VoiceKind,
    source: { kind: sourceKind as SourceKind, id: sourceId },
    frequency: frequency as Degree | null,
    severity: severity as Degree | null,
    mergedInto: mergedInto as NeedId | null,
  }
}

function toRow({ source, ...rest }: Need) {
  return { ...rest, sourceKind: source.kind, sourceId: source.id }
}

const all = (db: Db) => own(db).selectFrom('need').select(needColumns)

export async function findNeed(db: Db, id: string): Promise<Need | null> {
  const row = await all(db).where('id', '=', id).executeTakeFirst()
  return row ? toNeed(row) : null
}

export async function getNeed(db: Db, id: string): Promise<Need> {
  const need = await findNeed(db, id)
  if (!need) throw new Problem(notFound, { need: id })
  return need
}

/** The needs, for whoever changes something in them: the next one waits. In one order, so that nobody waits in a circle. */
export async function lockNeeds(tx: Db, ids: readonly string[]): Promise<Map<string, Need>> {
  const rows = await all(tx)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute()
  return new Map(rows.map((row) => [row.id, toNeed(row)]))
}

export async function lockNeed(tx: Db, id: string): Promise<Need> {
  const need = (await lockNeeds(tx, [id])).get(id)
  if (!need) throw new Problem(notFound, { need: id })
  return need
}

export async function needsByIds(db: Db, ids: readonly string[]): Promise<Map<string, Need>> {
  if (ids.length === 0) return new Map()
  const rows = await all(db)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, toNeed(row)]))
}

/** By number: how people call them. */
export async function needByNumber(db: Db, ecosystemId: string, number: number): Promise<Need | null> {
  const row = await all(db).where('ecosystemId', '=', ecosystemId).where('number', '=', number).executeTakeFirst()
  return row ? toNeed(row) : null
}

/** What was recorded from some statements, posts or contributions. */
export async function needsFrom(db: Db, kind: SourceKind, sourceIds: readonly string[]): Promise<Need[]> {
  if (sourceIds.length === 0) return []
  const rows = await all(db)
    .where('sourceId', 'in', [...new Set(sourceIds)])
    .where('sourceKind', '=', kind)
    .orderBy('number')
    .execute()
  return rows.map(toNeed)
}

export async function nextNumber(tx: Db, ecosystemId: string, of: 'lastNeed' | 'lastCall'): Promise<number> {
  const taken = await own(tx)
    .insertInto('needNumber')
    .values({ ecosystemId, [of]: 1 })
    .onConflict((there) => there.column('ecosystemId').doUpdateSet((row) => ({ [of]: row(`needNumber.${of}`, '+', 1) })))
    .returning(of)
    .executeTakeFirstOrThrow()
  return taken[of]
}

export async function insertNeed(tx: Db, need: Need): Promise<void> {
  await own(tx).insertInto('need').values(toRow(need)).execute()
}

export async function updateContent(tx: Db, id: string, content: NeedContent, revision: number): Promise<void> {
  await own(tx)
    .updateTable('need')
    .set({ ...content, revision })
    .where('id', '=', id)
    .execute()
}
