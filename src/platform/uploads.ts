import { type Id, isId, newId } from '../kernel/id.ts'
import { Problem, type ProblemKind } from '../kernel/problem.ts'
import { keepable } from '../kernel/text.ts'
import type { Db } from './db.ts'

const own = (db: Db) => db.$pickTables<'upload'>()

export type UploadId = Id<'upload'>

/** A file between the preview of an import and its confirmation: nothing of it stays in a process's memory. */
export interface Upload {
  readonly id: UploadId
  readonly subject: string
  readonly name: string
  readonly content: Buffer
}

interface ToKeep {
  readonly room: string
  /** What it is for: an edition's code, a document's id. */
  readonly subject: string
  readonly name: string
  readonly content: Buffer
  readonly by: string
  readonly now: Date
}

export const uploadGone = {
  slug: 'upload-gone',
  status: 404,
  it: 'Il file non è più qui: si tiene per un’ora, e solo per chi lo ha caricato. Caricalo di nuovo.',
  en: 'The file is no longer here: it is kept for an hour, and only for whoever uploaded it. Upload it again.',
} as const satisfies ProblemKind

const kept = 60 * 60 * 1000

/** Keeps a file for its confirmation, and lets go of those nobody confirmed. */
export async function keepUpload(db: Db, { room, subject, name, content, by, now }: ToKeep): Promise<UploadId> {
  const id = newId<'upload'>()
  await own(db).deleteFrom('upload').where('expiresAt', '<', now).execute()
  await own(db)
    .insertInto('upload')
    .values({
      id,
      room,
      subject,
      name: keepable(name.slice(0, 255)) || 'file',
      content,
      uploadedBy: by,
      expiresAt: new Date(now.getTime() + kept),
    })
    .execute()
  return id
}

/** Only whoever sent a file sees it again; with a subject, only for what it was sent for. */
export async function getUpload(
  db: Db,
  id: string,
  { room, subject, by, now }: Pick<ToKeep, 'room' | 'by' | 'now'> & Partial<Pick<ToKeep, 'subject'>>,
): Promise<Upload> {
  if (!isId(id)) throw new Problem(uploadGone)
  const row = await own(db)
    .selectFrom('upload')
    .select(['id', 'subject', 'name', 'content'])
    .where('id', '=', id)
    .where('room', '=', room)
    .where('uploadedBy', '=', by)
    .where('expiresAt', '>=', now)
    .executeTakeFirst()
  if (!row || (subject !== undefined && row.subject !== subject)) throw new Problem(uploadGone)
  return { ...row, id: row.id as UploadId }
}

/** Once confirmed, a file is kept as long as its room needs it: the room says who sees it. */
export async function holdUpload(tx: Db, id: UploadId, until: Date): Promise<void> {
  await own(tx).updateTable('upload').set({ expiresAt: until }).where('id', '=', id).execute()
}

/** What a room holds on to, whoever sent it; null once it is gone. */
export async function heldUpload(db: Db, id: UploadId, { room, now }: Pick<ToKeep, 'room' | 'now'>): Promise<Buffer | null> {
  const row = await own(db)
    .selectFrom('upload')
    .select('content')
    .where('id', '=', id)
    .where('room', '=', room)
    .where('expiresAt', '>=', now)
    .executeTakeFirst()
  return row?.content ?? null
}

export async function dropUpload(tx: Db, id: UploadId): Promise<void> {
  await own(tx).deleteFrom('upload').where('id', '=', id).execute()
}
