import { sql } from 'kysely'
import { notFound, Problem } from '../../kernel/problem.ts'
import type { Db } from '../../platform/db.ts'
import type { Task, TaskId } from '../rules/tasks.ts'

const own = (db: Db) => db.$pickTables<'task' | 'bodyMember'>()

const columns = ['task.id', 'task.bodyId', 'meetingId', 'ownerId', 'text', 'dueDay', 'doneAt', 'note', 'withdrawnAt'] as const
const all = (db: Db) => own(db).selectFrom('task').select(columns).$narrowType<{ id: TaskId }>()

const openFirst = sql`done_at is not null`

export async function getTask(db: Db, id: string): Promise<Task> {
  const row = await all(db).where('task.id', '=', id).executeTakeFirst()
  if (!row) throw new Problem(notFound, { task: id })
  return row
}

/** The task, kept from changing until the transaction ends. */
export async function lockTask(tx: Db, id: string): Promise<Task> {
  const row = await all(tx).where('task.id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new Problem(notFound, { task: id })
  return row
}

/** What the members of a body have to do, due first, then what they did; withdrawn ones left out. */
export async function tasksOfBody(db: Db, bodyId: string): Promise<Task[]> {
  return all(db)
    .where('task.bodyId', '=', bodyId)
    .where('withdrawnAt', 'is', null)
    .orderBy(openFirst)
    .orderBy('dueDay')
    .orderBy('task.id')
    .limit(200)
    .execute()
}

export async function tasksOfMeeting(db: Db, meetingId: string): Promise<Task[]> {
  return all(db).where('meetingId', '=', meetingId).where('withdrawnAt', 'is', null).orderBy('dueDay').orderBy('task.id').execute()
}

/** What one person has to do, and lately did. */
export async function tasksOfPerson(db: Db, personId: string): Promise<Task[]> {
  return all(db)
    .innerJoin('bodyMember', 'bodyMember.id', 'task.ownerId')
    .where('bodyMember.personId', '=', personId)
    .where('withdrawnAt', 'is', null)
    .orderBy(openFirst)
    .orderBy('dueDay')
    .orderBy('task.id')
    .limit(200)
    .execute()
}

export async function insertTask(tx: Db, task: Task, assignedAt: Date): Promise<void> {
  await own(tx)
    .insertInto('task')
    .values({ ...task, assignedAt })
    .execute()
}

export async function finish(tx: Db, id: string, doneAt: Date, note: string | null): Promise<void> {
  await own(tx).updateTable('task').set({ doneAt, note }).where('id', '=', id).execute()
}

export async function withdraw(tx: Db, id: string, withdrawnAt: Date): Promise<void> {
  await own(tx).updateTable('task').set({ withdrawnAt }).where('id', '=', id).execute()
}
