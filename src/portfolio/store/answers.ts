import { type SqlBool, sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import type { Extent, ProjectKind } from '../rules/projects.ts'

const own = (db: Db) => db.$pickTables<'project' | 'projectNeed'>()

/** Answers to needs, of the projects that were not withdrawn. */
const answers = (db: Db) =>
  own(db)
    .selectFrom('projectNeed')
    .innerJoin('project', 'project.id', 'projectNeed.projectId')
    .where('withdrawnOn', 'is', null)
    .$narrowType<{ kind: ProjectKind; extent: Extent }>()

/** Which projects answer which of some needs, by title. */
export async function projectsAnswering(db: Db, needIds: readonly string[]) {
  if (needIds.length === 0) return []
  return answers(db)
    .select(['needId', 'extent', 'project.id', 'project.kind', 'titleIt', 'titleEn'])
    .where(sql<SqlBool>`need_id = any(${[...needIds]}::uuid[])`)
    .orderBy('folded')
    .orderBy('project.id')
    .$narrowType<{ kind: ProjectKind; extent: Extent }>()
    .execute()
}

/** Every answer in an ecosystem. */
export async function answersIn(db: Db, ecosystemId: string) {
  return answers(db)
    .select(['needId', 'extent', 'project.kind', 'project.id'])
    .where('ecosystemId', '=', ecosystemId)
    .$narrowType<{ kind: ProjectKind; extent: Extent }>()
    .execute()
}
