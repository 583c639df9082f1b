import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { decodeCursor, type Slice, sliceOf } from '../../kernel/cursor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Db } from '../../platform/db.ts'
import type { Access, System, SystemKind, SystemState } from '../rules/systems.ts'
import { columns, complete } from './systems.ts'

const own = (db: Db) => db.$pickTables<'system' | 'systemConcern'>()

export interface SystemQuery {
  /** Words of the name, or the acronym. */
  readonly q?: string | undefined
  readonly kind?: SystemKind | undefined
  readonly state?: SystemState | undefined
  readonly access?: Access | undefined
  readonly holderId?: string | undefined
  /** Only databases of national interest. */
  readonly national?: boolean | undefined
}

export interface PageAsked {
  readonly cursor?: string | undefined
  readonly limit?: number
}

/** As `systemState` says it. */
const stateOn = (today: Day): RawBuilder<SystemState> => sql`case
  when system.retired_on <= ${today}::date then 'retired'
  when system.in_service_on <= ${today}::date then 'in-service'
  else 'in-preparation' end`

const wordsIn = (q: string) =>
  q
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .slice(0, 8)

/** Null for every ecosystem together. */
function matching(db: Db, ecosystemId: string | null, { q, kind, state, access, holderId, national }: SystemQuery, today: Day) {
  let rows = own(db).selectFrom('system').where('withdrawnOn', 'is', null)
  if (ecosystemId)
    rows = rows.where('id', 'in', (of) => of.selectFrom('systemConcern').select('systemId').where('ecosystemId', '=', ecosystemId))
  for (const word of wordsIn(q ?? ''))
    rows = rows.where(sql<SqlBool>`(system.folded || ' ' || system.folded_acronym) like '%' || fold_name(${word}) || '%'`)
  if (kind) rows = rows.where('kind', '=', kind)
  if (state) rows = rows.where(sql<SqlBool>`${stateOn(today)} = ${state}`)
  if (access) rows = rows.where('access', '=', access)
  if (holderId) rows = rows.where('holderId', '=', holderId)
  if (national) rows = rows.where('nationalInterest', '=', true)
  return rows
}

/** The databases and systems that concern an ecosystem, or any, by name; those removed aside. Page by page. */
export async function listSystems(
  db: Db,
  ecosystemId: string | null,
  query: SystemQuery,
  today: Day,
  { cursor, limit = 50 }: PageAsked,
): Promise<Slice<System>> {
  let rows = matching(db, ecosystemId, query, today)
    .select([...columns, 'folded'])
    .orderBy('folded')
    .orderBy('id')
    .limit(limit + 1)
  if (cursor) {
    const [folded, id] = decodeCursor(cursor, 2)
    rows = rows.where(sql<SqlBool>`(system.folded, system.id) > (${String(folded)}, ${String(id)}::uuid)`)
  }
  const { items, next } = sliceOf(await rows.execute(), limit, (row) => [row.folded, row.id])
  return {
    items: await complete(
      db,
      items.map(({ folded, ...row }) => row),
    ),
    next,
  }
}

export interface SystemCounts {
  readonly kinds: ReadonlyMap<string, number>
  readonly states: ReadonlyMap<string, number>
  readonly accesses: ReadonlyMap<string, number>
  readonly national: number
  readonly total: number
}

/** How many of each kind, state and access, among those that the rest of a query finds. */
export async function countSystems(db: Db, ecosystemId: string, query: SystemQuery, today: Day): Promise<SystemCounts> {
  const { kind, state, access, national, ...rest } = query
  const rows = await matching(db, ecosystemId, rest, today)
    .select((of) => ['kind', 'access', 'nationalInterest', stateOn(today).as('state'), of.fn.countAll<number>().as('count')])
    .groupBy(['kind', 'access', 'nationalInterest', 'state'])
    .execute()
  type Part = 'kind' | 'state' | 'access' | 'national'
  const fits = (row: (typeof rows)[number], except: Part | null) =>
    (except === 'kind' || !kind || row.kind === kind) &&
    (except === 'state' || !state || row.state === state) &&
    (except === 'access' || !access || row.access === access) &&
    (except === 'national' || !national || row.nationalInterest)
  const sum = (by: 'kind' | 'state' | 'access') => {
    const groups = new Map<string, number>()
    for (const row of rows) if (fits(row, by)) groups.set(row[by], (groups.get(row[by]) ?? 0) + row.count)
    return groups
  }
  const total = (some: typeof rows) => some.reduce((all, { count }) => all + count, 0)
  return {
    kinds: sum('kind'),
    states: sum('state'),
    accesses: sum('access'),
    national: total(rows.filter((row) => row.nationalInterest && fits(row, 'national'))),
    total: total(rows.filter((row) => fits(row, null))),
  }
}

/** How many databases and systems concern each ecosystem, those removed aside. */
export async function systemCounts(db: Db, ecosystemIds: readonly string[]): Promise<Map<string, number>> {
  if (ecosystemIds.length === 0) return new Map()
  const rows = await own(db)
    .selectFrom('systemConcern')
    .innerJoin('system', 'system.id', 'systemConcern.systemId')
    .select((of) => ['systemConcern.ecosystemId', of.fn.countAll<number>().as('count')])
    .where('systemConcern.ecosystemId', 'in', [...ecosystemIds])
    .where('system.withdrawnOn', 'is', null)
    .groupBy('systemConcern.ecosystemId')
    .execute()
  return new Map(rows.map(({ ecosystemId, count }) => [ecosystemId, count]))
}
