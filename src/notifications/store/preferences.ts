import type { Cadence, NoticeKind } from '../../charter/notices.ts'
import type { Db } from '../../platform/db.ts'
import { digestAfterChange, type Preferences, preferencesFrom } from '../rules.ts'

const own = (db: Db) => db.$pickTables<'noticePreference' | 'notice' | 'personDetail'>()

export async function preferencesOf(db: Db, personId: string): Promise<Preferences> {
  const rows = await own(db).selectFrom('noticePreference').select(['kind', 'cadence']).where('personId', '=', personId).execute()
  return preferencesFrom(rows)
}

export async function setPreference(tx: Db, personId: string, kind: NoticeKind, cadence: Cadence): Promise<void> {
  await own(tx)
    .insertInto('noticePreference')
    .values({ personId, kind, cadence })
    .onConflict((clash) => clash.columns(['personId', 'kind']).doUpdateSet({ cadence }))
    .execute()
  await own(tx)
    .updateTable('notice')
    .set({ digest: digestAfterChange(cadence) })
    .where('personId', '=', personId)
    .where('kind', '=', kind)
    .where('digest', 'is not', null)
    .execute()
}

/** False for whoever left: nothing is kept for them, and nothing is sent. */
export async function hasAccount(db: Db, personId: string): Promise<boolean> {
  const row = await own(db).selectFrom('personDetail').select('personId').where('personId', '=', personId).forKeyShare().executeTakeFirst()
  return row !== undefined
}
