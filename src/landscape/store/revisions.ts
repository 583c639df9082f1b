import type { Day } from '../../kernel/day.ts'
import type { Db } from '../../platform/db.ts'
import type { Interconnection } from '../rules/interconnections.ts'
import { contentOf, type InterconnectionContent, type Revision, type SystemContent } from '../rules/revisions.ts'
import type { System } from '../rules/systems.ts'

const own = (db: Db) => db.$pickTables<'systemRevision' | 'interconnectionRevision'>()

export async function insertRevision(tx: Db, system: System, authorId: string, day: Day): Promise<void> {
  await own(tx)
    .insertInto('systemRevision')
    .values({ systemId: system.id, number: system.revision, day, authorId, content: JSON.stringify(contentOf(system)) })
    .execute()
}

export async function insertInterconnectionRevision(tx: Db, one: Interconnection, authorId: string, day: Day): Promise<void> {
  await own(tx)
    .insertInto('interconnectionRevision')
    .values({ interconnectionId: one.id, number: one.revision, day, authorId, content: JSON.stringify(contentOf(one)) })
    .execute()
}

interface Asked {
  readonly before?: number
  readonly limit: number
}

/** The latest first, below a number; one more than asked tells that there are others. */
export async function revisionsOf(db: Db, systemId: string, { before, limit }: Asked): Promise<Revision<SystemContent>[]> {
  let rows = own(db).selectFrom('systemRevision').select(['number', 'day', 'content']).where('systemId', '=', systemId)
  if (before !== undefined) rows = rows.where('number', '<', before)
  const found = await rows.orderBy('number', 'desc').limit(limit).execute()
  return found.map(({ content, ...row }) => ({ ...row, content: content as SystemContent }))
}

export async function interconnectionRevisionsOf(
  db: Db,
  id: string,
  { before, limit }: Asked,
): Promise<Revision<InterconnectionContent>[]> {
  let rows = own(db).selectFrom('interconnectionRevision').select(['number', 'day', 'content']).where('interconnectionId', '=', id)
  if (before !== undefined) rows = rows.where('number', '<', before)
  const found = await rows.orderBy('number', 'desc').limit(limit).execute()
  return found.map(({ content, ...row }) => ({ ...row, content: content as InterconnectionContent }))
}
