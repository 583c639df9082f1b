import { notFound, Problem } from '../../kernel/problem.ts'
import type { Db } from '../../platform/db.ts'
import type { AnsweredNeed, AudienceKind, Extent, Project, ProjectId, ProjectKind } from '../rules/projects.ts'

const own = (db: Db) => db.$pickTables<'project' | 'projectOrganisation' | 'projectNeed'>()

export const columns = [
  'id',
  'ecosystemId',
  'kind',
  'titleIt',
  'titleEn',
  'summaryIt',
  'summaryEn',
  'audiences',
  'partOfId',
  'expectedStart',
  'expectedEnd',
  'startedOn',
  'endedOn',
  'stoppedOn',
  'stoppedReason',
  'link',
  'revision',
  'addedOn',
  'withdrawnOn',
  'withdrawnReason',
] as const

const all = (db: Db) => own(db).selectFrom('project').select(columns)
export type Row = Awaited<ReturnType<ReturnType<typeof all>['execute']>>[number]

/** Whole projects, with those who answer for them and the needs they answer: two statements more, however many. */
export async function complete(db: Db, rows: readonly Row[]): Promise<Project[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const owners = await own(db).selectFrom('projectOrganisation').selectAll().where('projectId', 'in', ids).orderBy('position').execute()
  const needs = await needsOf(db, ids)
  return rows.map((row) => ({
    ...row,
    id: row.id as ProjectId,
    kind: row.kind as ProjectKind,
    audiences: row.audiences as AudienceKind[],
    partOfId: row.partOfId as ProjectId | null,
    organisationIds: owners.filter(({ projectId }) => projectId === row.id).map(({ organisationId }) => organisationId),
    needs: needs.get(row.id) ?? [],
  }))
}

async function needsOf(db: Db, ids: readonly string[]): Promise<Map<string, AnsweredNeed[]>> {
  const rows = await own(db)
    .selectFrom('projectNeed')
    .selectAll()
    .where('projectId', 'in', [...ids])
    .orderBy('since')
    .orderBy('needId')
    .execute()
  const byProject = Map.groupBy(rows, ({ projectId }) => projectId)
  const told = ({ needId, extent, since }: (typeof rows)[number]) => ({ needId, extent: extent as Extent, since })
  return new Map([...byProject].map(([id, some]) => [id, some.map(told)]))
}

async function one(db: Db, row: Row | undefined, id: string): Promise<Project> {
  const [project] = row ? await complete(db, [row]) : []
  if (!project) throw new Problem(notFound, { project: id })
  return project
}

export async function getProject(db: Db, id: string): Promise<Project> {
  return one(db, await all(db).where('id', '=', id).executeTakeFirst(), id)
}

/** The project, for whoever changes it: the next one waits. */
export async function lockProject(tx: Db, id: string): Promise<Project> {
  return one(tx, await all(tx).where('id', '=', id).forUpdate().executeTakeFirst(), id)
}

export async function projectsById(db: Db, ids: readonly string[]): Promise<Map<string, Project>> {
  if (ids.length === 0) return new Map()
  const rows = await all(db)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map((await complete(db, rows)).map((project) => [project.id, project]))
}

/** The projects that are parts of one, by title; no more than two hundred. */
export async function partsOf(db: Db, id: string): Promise<Project[]> {
  const rows = await all(db)
    .where('partOfId', '=', id)
    .where('withdrawnOn', 'is', null)
    .orderBy('folded')
    .orderBy('id')
    .limit(200)
    .execute()
  return complete(db, rows)
}

/** A project and what it is a part of, up to the top, in the order climbed. */
export async function chainAbove(db: Db, id: string): Promise<{ readonly id: string; readonly ecosystemId: string }[]> {
  return own(db)
    .withRecursive('above', (step) =>
      step
        .selectFrom('project')
        .select(['id', 'ecosystemId', 'partOfId'])
        .where('id', '=', id)
        .where('withdrawnOn', 'is', null)
        .union(
          step
            .selectFrom('project')
            .innerJoin('above', 'above.partOfId', 'project.id')
            .select(['project.id', 'project.ecosystemId', 'project.partOfId']),
        ),
    )
    .selectFrom('above')
    .select(['id', 'ecosystemId'])
    .execute()
}

const rowOf = ({ organisationIds, needs, audiences, ...row }: Project) => ({ ...row, audiences: [...audiences] })

export async function insertProject(tx: Db, project: Project): Promise<void> {
  await own(tx).insertInto('project').values(rowOf(project)).execute()
  await saveOwners(tx, project)
}

export async function updateProject(tx: Db, project: Project): Promise<void> {
  const { id, ...changes } = rowOf(project)
  await own(tx).updateTable('project').set(changes).where('id', '=', id).execute()
  await own(tx).deleteFrom('projectOrganisation').where('projectId', '=', id).execute()
  await saveOwners(tx, project)
}

async function saveOwners(tx: Db, { id, organisationIds }: Project): Promise<void> {
  const rows = organisationIds.map((organisationId, index) => ({ projectId: id, organisationId, position: index + 1 }))
  if (rows.length > 0) await own(tx).insertInto('projectOrganisation').values(rows).execute()
}

export async function saveAnswer(tx: Db, projectId: string, { needId, extent, since }: AnsweredNeed): Promise<void> {
  await own(tx)
    .insertInto('projectNeed')
    .values({ projectId, needId, extent, since })
    .onConflict((conflict) => conflict.columns(['projectId', 'needId']).doUpdateSet({ extent }))
    .execute()
}

export async function dropAnswer(tx: Db, projectId: string, needId: string): Promise<void> {
  await own(tx).deleteFrom('projectNeed').where('projectId', '=', projectId).where('needId', '=', needId).execute()
}

export async function setRevision(tx: Db, id: string, revision: number): Promise<void> {
  await own(tx).updateTable('project').set({ revision }).where('id', '=', id).execute()
}

/** Whoever changes which project is a part of which waits here, so that two changes never close a circle together. */
export async function lockWholes(tx: Db, ecosystemId: string): Promise<void> {
  await own(tx).selectFrom('project').select('id').where('ecosystemId', '=', ecosystemId).orderBy('id').forUpdate().execute()
}
