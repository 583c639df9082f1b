import type { PersonId } from '../../charter/policy.ts'
import type { Day } from '../../kernel/day.ts'
import type { Db } from '../../platform/db.ts'
import type { Body } from '../rules/bodies.ts'
import type { Member, MemberId, MemberRole } from '../rules/members.ts'
import { bodiesById } from './bodies.ts'

const own = (db: Db) => db.$pickTables<'bodyMember'>()

const all = (db: Db) => own(db).selectFrom('bodyMember').selectAll()
type Row = Awaited<ReturnType<ReturnType<typeof all>['execute']>>[number]

function toMember({ id, personId, role, substituteFor, fromDay, toDay, ...rest }: Row): Member {
  return {
    ...rest,
    id: id as MemberId,
    personId: personId as PersonId,
    role: role as MemberRole,
    substituteFor: substituteFor as MemberId | null,
    from: fromDay,
    to: toDay,
  }
}

/** Everybody who sits, sat or will sit in some bodies, in the order in which they came. */
export async function membersOf(db: Db, bodyIds: readonly string[]): Promise<Member[]> {
  if (bodyIds.length === 0) return []
  const rows = await all(db)
    .where('bodyId', 'in', [...bodyIds])
    .orderBy('fromDay')
    .orderBy('id')
    .execute()
  return rows.map(toMember)
}

export async function membersById(db: Db, ids: readonly string[]): Promise<Map<string, Member>> {
  if (ids.length === 0) return new Map()
  const rows = await all(db)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, toMember(row)]))
}

/** The places of a person, each with its body; the latest first. */
export async function placesOf(db: Db, personId: string): Promise<{ member: Member; body: Body }[]> {
  const rows = await all(db).where('personId', '=', personId).orderBy('fromDay', 'desc').orderBy('id').limit(200).execute()
  const bodies = await bodiesById(
    db,
    rows.map(({ bodyId }) => bodyId),
  )
  return rows.map((row) => ({ member: toMember(row), body: bodies.get(row.bodyId) as Body }))
}

export async function insertMember(tx: Db, { from, to, ...member }: Member): Promise<void> {
  await own(tx)
    .insertInto('bodyMember')
    .values({ ...member, fromDay: from, toDay: to })
    .execute()
}

export async function endMember(tx: Db, id: string, toDay: Day): Promise<void> {
  await own(tx).updateTable('bodyMember').set({ toDay }).where('id', '=', id).execute()
}

export async function setShowsName(tx: Db, id: string, showsName: boolean): Promise<void> {
  await own(tx).updateTable('bodyMember').set({ showsName }).where('id', '=', id).execute()
}
