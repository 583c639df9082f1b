import type { Day } from '../../kernel/day.ts'
import type { Db } from '../../platform/db.ts'
import type { Project } from '../rules/projects.ts'
import { type Content, contentOf, type Revision } from '../rules/revisions.ts'

const own = (db: Db) => db.$pickTables<'projectRevision'>()

export async function insertRevision(tx: Db, project: Project, authorId: string, day: Day): Promise<void> {
  await own(tx)
    .insertInto('projectRevision')
    .values({ projectId: project.id, number: project.revision, day, authorId, content: JSON.stringify(contentOf(project)) })
    .execute()
}

/** The latest first, below a number; one more than asked tells that there are others. */
export async function revisionsOf(db: Db, projectId: string, { before, limit }: { before?: number; limit: number }): Promise<Revision[]> {
  let rows = own(db).selectFrom('projectRevision').select(['number', 'day', 'content']).where('projectId', '=', projectId)
  if (before !== undefined) rows = rows.where('number', '<', before)
  const found = await rows.orderBy('number', 'desc').limit(limit).execute()
  return found.map(({ content, ...row }) => ({ ...row, content: content as unknown as Content }))
}
