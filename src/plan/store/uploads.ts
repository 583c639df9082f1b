import { Problem, type ProblemKind } from '../../kernel/problem.ts'
import type { Db } from '../../platform/db.ts'
import { own } from './listing.ts'

export interface Upload {
  readonly id: string
  readonly editionCode: string
  readonly kind: 'folder' | 'page'
  readonly content: Buffer
  readonly hash: string
  readonly uploadedBy: string
  readonly expiresAt: Date
}

export const uploadGone = {
  slug: 'upload-gone',
  status: 404,
  it: 'Il file non è più qui: si tiene per un’ora, e solo per chi lo ha caricato. Caricalo di nuovo.',
  en: 'The file is no longer here: it is kept for an hour, and only for whoever uploaded it. Upload it again.',
} as const satisfies ProblemKind

/** Keeps a file for its confirmation, and lets go of those nobody confirmed. */
export async function keepUpload(tx: Db, upload: Upload, now: Date): Promise<void> {
  await own(tx).deleteFrom('planUpload').where('expiresAt', '<', now).execute()
  await own(tx).insertInto('planUpload').values(upload).execute()
}

export async function getUpload(db: Db, id: string, by: string, now: Date): Promise<Upload> {
  const row = await own(db)
    .selectFrom('planUpload')
    .selectAll()
    .where('id', '=', id)
    .where('uploadedBy', '=', by)
    .where('expiresAt', '>=', now)
    .executeTakeFirst()
  if (!row) throw new Problem(uploadGone)
  return { ...row, kind: row.kind as Upload['kind'] }
}

export async function dropUpload(tx: Db, id: string): Promise<void> {
  await own(tx).deleteFrom('planUpload').where('id', '=', id).execute()
}
