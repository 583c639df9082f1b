import type { Day } from '../../kernel/day.ts'
import { remarksOn } from '../../minutes/index.ts'
import type { Db } from '../../platform/db.ts'
import type { Amendment, Statement, StatementId } from '../rules/minutes.ts'

const own = (db: Db) => db.$pickTables<'statement' | 'statementRevision' | 'amendment' | 'finalStatement'>()

/** The statements of a hearing in their latest words, in order; once its minutes are final, these never change. */
export async function statementsOf(db: Db, hearingId: string): Promise<Statement[]> {
  return own(db)
    .selectFrom('statement as s')
    .innerJoin('statementRevision as r', (join) => join.onRef('r.statementId', '=', 's.id').onRef('r.revision', '=', 's.revision'))
    .select(['s.id', 's.hearingId', 's.position', 's.revision', 'r.stakeholderId', 'r.text'])
    .where('s.hearingId', '=', hearingId)
    .where('s.removedAt', 'is', null)
    .orderBy('s.position')
    .orderBy('s.id')
    .$narrowType<{ id: StatementId }>()
    .execute()
}

export async function findStatement(db: Db, id: string): Promise<Statement | null> {
  const row = await own(db)
    .selectFrom('statement as s')
    .innerJoin('statementRevision as r', (join) => join.onRef('r.statementId', '=', 's.id').onRef('r.revision', '=', 's.revision'))
    .select(['s.id', 's.hearingId', 's.position', 's.revision', 'r.stakeholderId', 'r.text'])
    .where('s.id', '=', id)
    .where('s.removedAt', 'is', null)
    .$narrowType<{ id: StatementId }>()
    .executeTakeFirst()
  return row ?? null
}

export async function insertStatement(tx: Db, { id, hearingId, position }: Statement): Promise<void> {
  await own(tx).insertInto('statement').values({ id, hearingId, position, revision: 1 }).execute()
}

export interface Revision {
  readonly statementId: string
  readonly revision: number
  readonly stakeholderId: string
  readonly text: string
  readonly authorId: string
  readonly at: Date
}

/** Every saving stays; the statement reads as its latest one. */
export async function saveRevision(tx: Db, revision: Revision): Promise<void> {
  await own(tx).insertInto('statementRevision').values(revision).execute()
  await own(tx).updateTable('statement').set({ revision: revision.revision }).where('id', '=', revision.statementId).execute()
}

export async function removeStatement(tx: Db, id: string, removedAt: Date): Promise<void> {
  await own(tx).updateTable('statement').set({ removedAt }).where('id', '=', id).execute()
}

/** Who answered what to the minutes of a hearing, each amendment with the statement it speaks of. */
export async function amendmentsOn(db: Db, hearingId: string): Promise<Amendment[]> {
  const remarks = await remarksOn(db, hearingId)
  const ids = remarks.map(({ id }) => id)
  const rows = ids.length > 0 ? await own(db).selectFrom('amendment').selectAll().where('remarkId', 'in', ids).execute() : []
  const about = new Map(rows.map((row) => [row.remarkId, row]))
  return remarks.map((remark) => {
    const { statementId = null, revision = null } = about.get(remark.id) ?? {}
    return { ...remark, statementId, revision }
  })
}

export async function insertAmendment(tx: Db, remarkId: string, { id, revision }: Pick<Statement, 'id' | 'revision'>): Promise<void> {
  await own(tx).insertInto('amendment').values({ remarkId, statementId: id, revision }).execute()
}

/** In which minutes these stakeholders speak. */
export async function speakersIn(
  db: Db,
  stakeholderIds: readonly string[],
): Promise<{ readonly hearingId: string; readonly stakeholderId: string }[]> {
  if (stakeholderIds.length === 0) return []
  return own(db)
    .selectFrom('statement as s')
    .innerJoin('statementRevision as r', (join) => join.onRef('r.statementId', '=', 's.id').onRef('r.revision', '=', 's.revision'))
    .select(['s.hearingId', 'r.stakeholderId'])
    .distinct()
    .where('r.stakeholderId', 'in', [...new Set(stakeholderIds)])
    .where('s.removedAt', 'is', null)
    .execute()
}

/** For good: the table takes no change. */
export async function freezeStatements(tx: Db, hearingId: string, statements: readonly Statement[], finalOn: Day): Promise<void> {
  await own(tx)
    .insertInto('finalStatement')
    .values(statements.map(({ id, revision }, index) => ({ hearingId, position: index + 1, statementId: id, revision, finalOn })))
    .execute()
}
