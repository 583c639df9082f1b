import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { decodeCursor, type Slice, sliceOf } from '../../kernel/cursor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Db } from '../../platform/db.ts'
import type { AudienceKind, Project, ProjectKind, ProjectState } from '../rules/projects.ts'
import { columns, complete } from './projects.ts'

const own = (db: Db) => db.$pickTables<'project' | 'projectOrganisation' | 'projectNeed'>()

/** What a list of projects is asked for; what is left out does not matter. */
export interface ProjectQuery {
  readonly q?: string | undefined
  readonly kind?: ProjectKind | undefined
  readonly state?: ProjectState | undefined
  readonly audience?: AudienceKind | undefined
  readonly organisationId?: string | undefined
  /** Only those that answer some need, or none. */
  readonly needs?: 'some' | 'none' | undefined
}

interface Page {
  readonly cursor?: string | undefined
  readonly limit?: number
}

/** As `projectState` says it. */
const stateOn = (today: Day): RawBuilder<ProjectState> => sql`case
  when ended_on <= ${today}::date then 'ended'
  when stopped_on <= ${today}::date then 'stopped'
  when kind = 'existing-project' or started_on <= ${today}::date then 'running'
  else 'not-started' end`

const answersSome = sql<SqlBool>`exists (select from project_need where project_need.project_id = project.id)`

function matching(db: Db, ecosystemId: string, { q, kind, state, audience, organisationId, needs }: ProjectQuery, today: Day) {
  let rows = own(db).selectFrom('project').where('ecosystemId', '=', ecosystemId).where('withdrawnOn', 'is', null)
  for (const word of (q ?? '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .slice(0, 8))
    rows = rows.where(sql<SqlBool>`project.folded like '%' || fold_name(${word}) || '%'`)
  if (kind) rows = rows.where('kind', '=', kind)
  if (state) rows = rows.where(sql<SqlBool>`${stateOn(today)} = ${state}`)
  if (audience) rows = rows.where(sql<SqlBool>`project.audiences @> array[${audience}]`)
  if (organisationId)
    rows = rows.where('id', 'in', (of) =>
      of.selectFrom('projectOrganisation').select('projectId').where('organisationId', '=', organisationId),
    )
  if (needs) rows = rows.where(needs === 'some' ? answersSome : sql<SqlBool>`not ${answersSome}`)
  return rows
}

/** The projects of an ecosystem by title, those withdrawn aside, page by page. */
export async function listProjects(
  db: Db,
  ecosystemId: string,
  query: ProjectQuery,
  today: Day,
  { cursor, limit = 50 }: Page,
): Promise<Slice<Project>> {
  let rows = matching(db, ecosystemId, query, today)
    .select([...columns, 'folded'])
    .orderBy('folded')
    .orderBy('id')
    .limit(limit + 1)
  if (cursor) {
    const [folded, id] = decodeCursor(cursor, 2)
    rows = rows.where(sql<SqlBool>`(project.folded, project.id) > (${String(folded)}, ${String(id)}::uuid)`)
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

export interface ProjectCounts {
  readonly kinds: ReadonlyMap<string, number>
  readonly states: ReadonlyMap<string, number>
  readonly total: number
}

/** How many of each kind and state, among those that the rest of a query finds. */
export async function countProjects(db: Db, ecosystemId: string, query: ProjectQuery, today: Day): Promise<ProjectCounts> {
  const { kind, state, ...rest } = query
  const rows = await matching(db, ecosystemId, rest, today)
    .select((of) => ['kind', stateOn(today).as('state'), of.fn.countAll<number>().as('count')])
    .groupBy(['kind', 'state'])
    .execute()
  const sum = (some: typeof rows, by: 'kind' | 'state') => {
    const groups = new Map<string, number>()
    for (const row of some) groups.set(row[by], (groups.get(row[by]) ?? 0) + row.count)
    return groups
  }
  const inKind = kind ? rows.filter((row) => row.kind === kind) : rows
  const inState = state ? rows.filter((row) => row.state === state) : rows
  return {
    kinds: sum(inState, 'kind'),
    states: sum(inKind, 'state'),
    total: inKind.filter((row) => !state || row.state === state).reduce((all, { count }) => all + count, 0),
  }
}

/** How many projects each ecosystem has, those withdrawn aside. */
export async function countsOf(db: Db, ecosystemIds: readonly string[]): Promise<Map<string, number>> {
  if (ecosystemIds.length === 0) return new Map()
  const rows = await own(db)
    .selectFrom('project')
    .select((of) => ['ecosystemId', of.fn.countAll<number>().as('count')])
    .where('ecosystemId', 'in', [...ecosystemIds])
    .where('withdrawnOn', 'is', null)
    .groupBy('ecosystemId')
    .execute()
  return new Map(rows.map(({ ecosystemId, count }) => [ecosystemId, count]))
}
