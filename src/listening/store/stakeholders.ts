import { type SqlBool, sql } from 'kysely'
import type { PersonId } from '../../charter/policy.ts'
import { decodeCursor, type Slice, sliceOf } from '../../kernel/cursor.ts'
import type { Day } from '../../kernel/day.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import type { Db } from '../../platform/db.ts'
import type { Involved, Involvement, Stakeholder, StakeholderId, StakeholderKind, Weight } from '../rules/stakeholders.ts'

const own = (db: Db) => db.$pickTables<'stakeholder' | 'involvement' | 'finalStatement' | 'statementRevision' | 'hearing' | 'hearingSlot'>()

const all = (db: Db) =>
  own(db).selectFrom('stakeholder').selectAll('stakeholder').$narrowType<{
    id: StakeholderId
    kind: StakeholderKind
    personId: PersonId | null
    interest: Weight | null
    influence: Weight | null
    involvement: Involvement
  }>()

export async function getStakeholder(db: Db, id: string): Promise<Stakeholder> {
  const row = await all(db).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Problem(notFound, { stakeholder: id })
  return row
}

export async function stakeholdersById(db: Db, ids: readonly string[]): Promise<Map<string, Stakeholder>> {
  if (ids.length === 0) return new Map()
  const rows = await all(db)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Two people who put the same one on a map wait for each other. */
export async function lockMap(tx: Db, ecosystemId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`stakeholders:${ecosystemId}`}, 0))`.execute(tx)
}

/** Whoever is on the map for an organisation or as a person, without those taken off it. */
export async function standingFor(
  db: Db,
  ecosystemId: string,
  { organisationId, personId }: { readonly organisationId: string | null; readonly personId: string | null },
): Promise<Stakeholder[]> {
  let list = all(db).where('ecosystemId', '=', ecosystemId).where('removedOn', 'is', null)
  if (organisationId && personId) list = list.where((e) => e.or([e('organisationId', '=', organisationId), e('personId', '=', personId)]))
  else if (organisationId) list = list.where('organisationId', '=', organisationId)
  else list = list.where('personId', '=', personId)
  return list.orderBy('id').execute()
}

export async function stakeholdersOfPerson(db: Db, personId: string): Promise<Stakeholder[]> {
  return all(db).where('personId', '=', personId).orderBy('id').limit(200).execute()
}

/** All that were on a map by a day: for gaps, which look at every one. */
export async function onTheMap(db: Db, ecosystemIds: readonly string[], day: Day): Promise<Stakeholder[]> {
  if (ecosystemIds.length === 0) return []
  return all(db)
    .where('ecosystemId', 'in', [...ecosystemIds])
    .where('addedOn', '<=', day)
    .where((e) => e.or([e('removedOn', 'is', null), e('removedOn', '>', day)]))
    .orderBy('id')
    .execute()
}

export interface MapQuery {
  readonly ecosystemId: string
  readonly day: Day
  readonly kind?: StakeholderKind | undefined
  readonly interest?: number | undefined
  readonly influence?: number | undefined
  /** Only those who were, or were not, heard: in final minutes of a hearing, or sitting in a group. */
  readonly heard?: boolean | undefined
  /** Who sat in a group: organisations, and people who stand for themselves. */
  readonly sat?: { readonly organisationIds: readonly string[]; readonly personIds: readonly string[] }
  /** Also those not weighed yet: for whoever keeps the map. */
  readonly unweighed?: boolean
  readonly cursor?: string | undefined
  readonly limit: number
}

const nobody = { organisationIds: [], personIds: [] }

/** The most influential first; those not weighed at the end. */
export async function listStakeholders(db: Db, query: MapQuery): Promise<Slice<Stakeholder>> {
  const { ecosystemId, day, kind, interest, influence, heard, sat = nobody, unweighed = false, cursor, limit } = query
  const rank = sql<number>`coalesce(influence, 0) * 10 + coalesce(interest, 0)`
  let list = all(db)
    .where('ecosystemId', '=', ecosystemId)
    .where('addedOn', '<=', day)
    .where((e) => e.or([e('removedOn', 'is', null), e('removedOn', '>', day)]))
  if (!unweighed) list = list.where('interest', 'is not', null)
  if (kind) list = list.where('kind', '=', kind)
  if (interest) list = list.where('interest', '=', interest as Weight)
  if (influence) list = list.where('influence', '=', influence as Weight)
  if (heard !== undefined) {
    const spoke = sql<SqlBool>`(coalesce(organisation_id = any(${[...sat.organisationIds]}::uuid[]), person_id = any(${[...sat.personIds]}::uuid[]))
      or exists (
      select from final_statement f
      join statement_revision r on r.statement_id = f.statement_id and r.revision = f.revision
      where r.stakeholder_id = stakeholder.id and f.final_on <= ${day}))`
    list = list.where((e) => (heard ? spoke : e.not(spoke)))
  }
  if (cursor) {
    const [before, id] = decodeCursor(cursor, 2)
    list = list.where(sql<SqlBool>`(-(coalesce(influence, 0) * 10 + coalesce(interest, 0)), id) > (${-Number(before)}, ${id}::uuid)`)
  }
  const rows = await list
    .orderBy(rank, 'desc')
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  return sliceOf(rows, limit, (one) => [(one.influence ?? 0) * 10 + (one.interest ?? 0), one.id])
}

export interface Cell {
  readonly interest: Weight
  readonly influence: Weight
  readonly count: number
}

/** How many stand at each weight. */
export async function cellsOf(db: Db, ecosystemId: string, day: Day): Promise<Cell[]> {
  const rows = await own(db)
    .selectFrom('stakeholder')
    .select(['interest', 'influence'])
    .select((e) => e.fn.countAll<string>().as('count'))
    .where('ecosystemId', '=', ecosystemId)
    .where('interest', 'is not', null)
    .where('addedOn', '<=', day)
    .where((e) => e.or([e('removedOn', 'is', null), e('removedOn', '>', day)]))
    .groupBy(['interest', 'influence'])
    .execute()
  return rows.map(({ interest, influence, count }) => ({
    interest: interest as Weight,
    influence: influence as Weight,
    count: Number(count),
  }))
}

/** When stakeholders were last heard, by final minutes known on a day: by stakeholder. */
export async function lastHeard(db: Db, ecosystemIds: readonly string[], day: Day): Promise<Map<string, Day>> {
  if (ecosystemIds.length === 0) return new Map()
  const rows = await own(db)
    .selectFrom('finalStatement as f')
    .innerJoin('statementRevision as r', (join) => join.onRef('r.statementId', '=', 'f.statementId').onRef('r.revision', '=', 'f.revision'))
    .innerJoin('hearing as h', 'h.id', 'f.hearingId')
    .innerJoin('hearingSlot as s', 's.hearingId', 'h.id')
    .select('r.stakeholderId')
    .select(sql<Day>`max((s.starts_at at time zone 'Europe/Rome')::date)`.as('last'))
    .where('h.ecosystemId', 'in', [...ecosystemIds])
    .where('f.finalOn', '<=', day)
    .groupBy('r.stakeholderId')
    .execute()
  return new Map(rows.map(({ stakeholderId, last }) => [stakeholderId, last]))
}

/** When stakeholders were last involved outside hearings, up to a day. */
export async function lastInvolved(db: Db, ecosystemIds: readonly string[], day: Day): Promise<Map<string, Day>> {
  if (ecosystemIds.length === 0) return new Map()
  const rows = await own(db)
    .selectFrom('involvement as i')
    .innerJoin('stakeholder as s', 's.id', 'i.stakeholderId')
    .select('i.stakeholderId')
    .select((e) => e.fn.max('i.day').as('last'))
    .where('s.ecosystemId', 'in', [...ecosystemIds])
    .where('i.day', '<=', day)
    .groupBy('i.stakeholderId')
    .execute()
  return new Map(rows.map(({ stakeholderId, last }) => [stakeholderId, last as Day]))
}

/** The latest first; no more than two hundred. */
export async function involvementsOf(db: Db, stakeholderId: string): Promise<Involved[]> {
  return own(db)
    .selectFrom('involvement')
    .selectAll()
    .where('stakeholderId', '=', stakeholderId)
    .orderBy('day', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .$narrowType<{ level: Involvement }>()
    .execute()
}

export async function insertStakeholder(tx: Db, stakeholder: Stakeholder): Promise<void> {
  await own(tx).insertInto('stakeholder').values(stakeholder).execute()
}

export async function updateStakeholder(tx: Db, { id, ...changes }: Partial<Stakeholder> & Pick<Stakeholder, 'id'>): Promise<void> {
  await own(tx).updateTable('stakeholder').set(changes).where('id', '=', id).execute()
}

export async function insertInvolvement(tx: Db, involved: Involved): Promise<void> {
  await own(tx).insertInto('involvement').values(involved).execute()
}
