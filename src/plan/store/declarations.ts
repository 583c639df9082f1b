import type { Day } from '../../kernel/day.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import type { Db } from '../../platform/db.ts'
import type { DeclarableState, DeclarationId, ResultId } from '../rules.ts'
import { own } from './listing.ts'

export interface Declaration {
  readonly id: DeclarationId
  readonly resultId: ResultId
  readonly state: DeclarableState
  /** The day from which it is so, according to the evidence. */
  readonly since: Day
  readonly evidenceUrl: string
  readonly note: string | null
  readonly authorRole: 'officer' | 'analyst'
  readonly declaredOn: Day
  readonly actId: string
  readonly withdrawnOn: Day | null
  readonly withdrawalReason: string | null
}

const declarations = (db: Db) =>
  own(db)
    .selectFrom('resultDeclaration')
    .select([
      'id',
      'resultId',
      'state',
      'since',
      'evidenceUrl',
      'note',
      'authorRole',
      'declaredOn',
      'actId',
      'withdrawnOn',
      'withdrawalReason',
    ])
    .$narrowType<{ id: DeclarationId; resultId: ResultId; state: DeclarableState; authorRole: 'officer' | 'analyst' }>()

/** All that was ever declared of these results by a day, the latest first; what was withdrawn later still stood. */
export async function declarationsOf(db: Db, resultIds: readonly ResultId[], today: Day): Promise<Declaration[]> {
  if (resultIds.length === 0) return []
  const rows = await declarations(db)
    .where('resultId', 'in', [...resultIds])
    .where('declaredOn', '<=', today)
    .orderBy('declaredAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => (row.withdrawnOn && row.withdrawnOn > today ? { ...row, withdrawnOn: null, withdrawalReason: null } : row))
}

export async function lockDeclaration(tx: Db, id: string): Promise<Declaration> {
  const found = await declarations(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!found) throw new Problem(notFound, { declaration: id })
  return found
}

export async function insertDeclaration(
  tx: Db,
  declaration: Omit<Declaration, 'withdrawnOn' | 'withdrawalReason'> & { readonly authorId: string; readonly declaredAt: Date },
): Promise<void> {
  await own(tx).insertInto('resultDeclaration').values(declaration).execute()
}

export async function withdrawDeclaration(
  tx: Db,
  id: DeclarationId,
  withdrawal: { readonly withdrawnOn: Day; readonly withdrawnAt: Date; readonly withdrawnBy: string; readonly withdrawalReason: string },
): Promise<void> {
  await own(tx).updateTable('resultDeclaration').set(withdrawal).where('id', '=', id).execute()
}
