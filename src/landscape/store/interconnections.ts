import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { decodeCursor, type Slice, sliceOf } from '../../kernel/cursor.ts'
import type { Day } from '../../kernel/day.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import type { Db } from '../../platform/db.ts'
import type { Interconnection, InterconnectionId, InterconnectionState, Means } from '../rules/interconnections.ts'
import type { FactPrecision, PlanPrecision } from '../rules/moments.ts'
import type { PageAsked } from './list.ts'

const own = (db: Db) => db.$pickTables<'interconnection' | 'system' | 'systemConcern'>()

const columns = [
  'interconnection.id',
  'interconnection.ecosystemId',
  'interconnection.fromId',
  'interconnection.toId',
  'interconnection.purposeIt',
  'interconnection.purposeEn',
  'interconnection.dataIt',
  'interconnection.dataEn',
  'interconnection.means',
  'interconnection.realisedOn',
  'interconnection.realisedPrecision',
  'interconnection.evidenceUrl',
  'interconnection.plannedOn',
  'interconnection.plannedPrecision',
  'interconnection.projectId',
  'interconnection.revision',
  'interconnection.addedOn',
  'interconnection.withdrawnOn',
  'interconnection.withdrawnReason',
] as const

/** One end of an interconnection, as lists name it. */
export interface End {
  readonly id: string
  readonly nameIt: string
  readonly nameEn: string | null
  readonly acronym: string | null
}

/** With the names of its ends, and the day from which one of them is in service no more. */
export interface Joined extends Interconnection {
  readonly from: End
  readonly to: End
  readonly endsOn: Day | null
}

const endsOn = sql<Day | null>`least(f.retired_on, t.retired_on)`

const joined = (db: Db) =>
  own(db)
    .selectFrom('interconnection')
    .innerJoin('system as f', 'f.id', 'interconnection.fromId')
    .innerJoin('system as t', 't.id', 'interconnection.toId')

const all = (db: Db) =>
  joined(db)
    .select(columns)
    .select([
      'f.nameIt as fromIt',
      'f.nameEn as fromEn',
      'f.acronym as fromAcronym',
      'f.folded as fromFolded',
      't.nameIt as toIt',
      't.nameEn as toEn',
      't.acronym as toAcronym',
      't.folded as toFolded',
      endsOn.as('endsOn'),
    ])

type Row = Awaited<ReturnType<ReturnType<typeof all>['execute']>>[number]

function told({ fromIt, fromEn, fromAcronym, fromFolded, toIt, toEn, toAcronym, toFolded, ...row }: Row): Joined {
  return {
    ...row,
    id: row.id as InterconnectionId,
    means: row.means as Means | null,
    realisedPrecision: row.realisedPrecision as FactPrecision | null,
    plannedPrecision: row.plannedPrecision as PlanPrecision | null,
    from: { id: row.fromId, nameIt: fromIt, nameEn: fromEn, acronym: fromAcronym },
    to: { id: row.toId, nameIt: toIt, nameEn: toEn, acronym: toAcronym },
  }
}

export async function getInterconnection(db: Db, id: string): Promise<Joined> {
  const row = await all(db).where('interconnection.id', '=', id).executeTakeFirst()
  if (!row) throw new Problem(notFound, { interconnection: id })
  return told(row)
}

/** For whoever changes it: the next one waits. */
export async function lockInterconnection(tx: Db, id: string): Promise<Joined> {
  await own(tx).selectFrom('interconnection').select('id').where('id', '=', id).forUpdate().execute()
  return getInterconnection(tx, id)
}

/** As `interconnectionState` says it. */
const stateOn = (today: Day): RawBuilder<InterconnectionState> => sql`case
  when ${endsOn} <= ${today}::date then 'ended'
  when interconnection.realised_on <= ${today}::date then 'existing'
  else 'to-build' end`

export interface InterconnectionQuery {
  readonly state?: InterconnectionState | undefined
  readonly means?: Means | undefined
}

function around(db: Db, ecosystemId: string, { state, means }: InterconnectionQuery, today: Day) {
  const concerned = own(db).selectFrom('systemConcern').select('systemId').where('ecosystemId', '=', ecosystemId)
  let rows = all(db)
    .where('interconnection.withdrawnOn', 'is', null)
    .where((of) => of.or([of('fromId', 'in', concerned), of('toId', 'in', concerned)]))
  if (state) rows = rows.where(sql<SqlBool>`${stateOn(today)} = ${state}`)
  if (means) rows = rows.where('means', '=', means)
  return rows
}

/** Those that begin or end in what concerns an ecosystem, by the names of their ends, page by page. */
export async function listInterconnections(
  db: Db,
  ecosystemId: string,
  query: InterconnectionQuery,
  today: Day,
  { cursor, limit = 50 }: PageAsked,
): Promise<Slice<Joined>> {
  let rows = around(db, ecosystemId, query, today)
    .orderBy('f.folded')
    .orderBy('t.folded')
    .orderBy('interconnection.id')
    .limit(limit + 1)
  if (cursor) {
    const [from, to, id] = decodeCursor(cursor, 3)
    rows = rows.where(sql<SqlBool>`(f.folded, t.folded, interconnection.id) > (${String(from)}, ${String(to)}, ${String(id)}::uuid)`)
  }
  const { items, next } = sliceOf(await rows.execute(), limit, (row) => [row.fromFolded, row.toFolded, row.id])
  return { items: items.map(told), next }
}

export type StateCounts = Readonly<Record<InterconnectionState, number>>

/** How many exist, are to be built, are over, in each of some ecosystems. */
export async function interconnectionCounts(db: Db, ecosystemIds: readonly string[], today: Day): Promise<Map<string, StateCounts>> {
  if (ecosystemIds.length === 0) return new Map()
  const concerned = own(db)
    .selectFrom('systemConcern')
    .innerJoin('interconnection', (join) =>
      join.on((of) =>
        of.or([
          of('interconnection.fromId', '=', of.ref('systemConcern.systemId')),
          of('interconnection.toId', '=', of.ref('systemConcern.systemId')),
        ]),
      ),
    )
    .select(['systemConcern.ecosystemId as at', 'interconnection.id as interconnectionId'])
    .distinct()
    .where('systemConcern.ecosystemId', 'in', [...ecosystemIds])
    .where('interconnection.withdrawnOn', 'is', null)
  const rows = await joined(db)
    .innerJoin(concerned.as('c'), 'c.interconnectionId', 'interconnection.id')
    .select((of) => ['c.at', stateOn(today).as('state'), of.fn.countAll<number>().as('count')])
    .groupBy(['c.at', 'state'])
    .execute()
  const counts = new Map<string, StateCounts>()
  for (const { at, state, count } of rows)
    counts.set(at, { ...(counts.get(at) ?? { existing: 0, 'to-build': 0, ended: 0 }), [state]: count })
  return counts
}

/** Those of one system, both ways; no more than two hundred each. */
export async function interconnectionsOf(db: Db, systemId: string): Promise<{ from: Joined[]; to: Joined[] }> {
  const of = async (end: 'fromId' | 'toId', other: 'f.folded' | 't.folded') => {
    const rows = await all(db)
      .where(`interconnection.${end}`, '=', systemId)
      .where('interconnection.withdrawnOn', 'is', null)
      .orderBy(other)
      .orderBy('interconnection.id')
      .limit(200)
      .execute()
    return rows.map(told)
  }
  return { from: await of('fromId', 't.folded'), to: await of('toId', 'f.folded') }
}

/** How many each of some systems has, both ways. */
export async function interconnectionCountsOf(db: Db, systemIds: readonly string[]): Promise<Map<string, number>> {
  if (systemIds.length === 0) return new Map()
  const rows = await own(db)
    .selectFrom('interconnection')
    .select(['fromId', 'toId'])
    .where('withdrawnOn', 'is', null)
    .where((of) => of.or([of('fromId', 'in', [...systemIds]), of('toId', 'in', [...systemIds])]))
    .execute()
  const counts = new Map<string, number>()
  for (const { fromId, toId } of rows) for (const id of [fromId, toId]) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

export async function insertInterconnection(tx: Db, interconnection: Interconnection): Promise<void> {
  await own(tx).insertInto('interconnection').values(interconnection).execute()
}

export async function updateInterconnection(tx: Db, { id, ...changes }: Interconnection): Promise<void> {
  await own(tx).updateTable('interconnection').set(changes).where('id', '=', id).execute()
}
