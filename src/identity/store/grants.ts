import { expressionBuilder, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Actor, Grant, GrantedRole, PersonId, Scope } from '../../charter/policy.ts'
import { decodeCursor, type Slice, sliceOf } from '../../kernel/cursor.ts'
import type { Day } from '../../kernel/day.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import type { Db } from '../../platform/db.ts'
import type { Schema } from '../../platform/schema.ts'
import type { GrantId, GrantState, RoleGrant } from '../rules/grants.ts'
import { matches } from './people.ts'

const own = (db: Db) => db.$pickTables<'roleGrant' | 'personDetail'>()

type Row = { readonly scopeKind: string; readonly scopeId: string | null; readonly guides: string | null }
const scopeOf = ({ scopeKind, scopeId, guides }: Row) =>
  (scopeId === null ? { kind: 'platform' } : { kind: scopeKind, id: scopeId, ...(guides === null ? {} : { guides }) }) as Scope

const columns = [
  'g.id',
  'g.personId',
  'g.role',
  'g.scopeKind',
  'g.scopeId',
  'g.guides',
  'g.fromDay',
  'g.toDay',
  'g.grantedBy',
  'g.grantedAt',
  'g.endedOn',
] as const

const grants = (db: Db) =>
  own(db)
    .selectFrom('roleGrant as g')
    .select(columns)
    .$narrowType<{ id: GrantId; personId: PersonId; role: GrantedRole; grantedBy: PersonId }>()

type GrantRow = Awaited<ReturnType<ReturnType<typeof grants>['execute']>>[number]

function toGrant(row: GrantRow): RoleGrant {
  const { id, personId, role, fromDay, toDay, grantedBy, grantedAt, endedOn } = row
  return { id, personId, role, scope: scopeOf(row), from: fromDay, to: toDay, grantedBy, grantedAt, endedOn }
}

const inForce = (day: Day) =>
  sql<boolean>`(g.from_day <= ${day} and (g.to_day is null or g.to_day >= ${day}) and (g.ended_on is null or g.ended_on > ${day}))`

const standing: Record<GrantState, (day: Day) => ReturnType<typeof inForce>> = {
  'in-force': inForce,
  future: (day) => sql<boolean>`(g.from_day > ${day} and (g.ended_on is null or g.ended_on > ${day}))`,
  past: (day) => sql<boolean>`(g.to_day < ${day} or g.ended_on <= ${day})`,
}

/** The grants in force of the person that a row of another query names; to be read by `actorGrants`. */
export function grantsInForce(personId: string, day: Day) {
  return jsonArrayFrom(
    expressionBuilder<Pick<Schema, 'roleGrant'>>()
      .selectFrom('roleGrant as g')
      .select(['g.role', 'g.scopeKind as kind', 'g.scopeId as id', 'g.guides'])
      .where(sql.ref(personId), '=', sql.ref('g.personId'))
      .where(inForce(day)),
  )
}

export function actorGrants(rows: readonly { role: string; kind: string; id: string | null; guides: string | null }[]): Grant[] {
  return rows.map(({ role, kind, id, guides }) => ({ role: role as GrantedRole, scope: scopeOf({ scopeKind: kind, scopeId: id, guides }) }))
}

/** Somebody for whom something is done while they are away: with what they may do on that day, not on the one they asked. */
export async function actorOf(db: Db, id: PersonId, day: Day): Promise<Actor> {
  const rows = await own(db)
    .selectFrom('roleGrant as g')
    .select(['g.role', 'g.scopeKind as kind', 'g.scopeId as id', 'g.guides'])
    .where('g.personId', '=', id)
    .where(inForce(day))
    .execute()
  return { id, grants: actorGrants(rows), onlyRooms: null }
}

export async function insertGrant(tx: Db, grant: RoleGrant): Promise<void> {
  const { id, personId, role, scope, from, to, grantedBy, grantedAt } = grant
  const scopeId = scope.kind === 'platform' ? null : scope.id
  const guides = scope.kind === 'body' ? (scope.guides ?? null) : null
  await own(tx)
    .insertInto('roleGrant')
    .values({ id, personId, role, scopeKind: scope.kind, scopeId, guides, fromDay: from, toDay: to, grantedBy, grantedAt })
    .execute()
}

export async function getGrant(db: Db, id: string): Promise<RoleGrant> {
  const row = await grants(db).where('g.id', '=', id).executeTakeFirst()
  if (!row) throw new Problem(notFound, { grant: id })
  return toGrant(row)
}

/** The grants of a person, newest first. */
export async function grantsOf(db: Db, personId: string): Promise<RoleGrant[]> {
  const rows = await grants(db).where('g.personId', '=', personId).orderBy('g.fromDay', 'desc').orderBy('g.id', 'desc').limit(200).execute()
  return rows.map(toGrant)
}

/** Who holds which role on exactly this scope on a day. */
export async function grantsInScope(db: Db, scope: Scope, day: Day): Promise<RoleGrant[]> {
  const rows = await grants(db)
    .where('g.scopeKind', '=', scope.kind)
    .where((eb) => (scope.kind === 'platform' ? eb('g.scopeId', 'is', null) : eb('g.scopeId', '=', scope.id)))
    .where(inForce(day))
    .orderBy('g.fromDay')
    .orderBy('g.id')
    .execute()
  return rows.map(toGrant)
}

/** Who holds which role in an ecosystem on a day: given there, or with a place in the group that guides it. */
export async function grantsInEcosystem(db: Db, ecosystemId: string, day: Day): Promise<RoleGrant[]> {
  const rows = await grants(db)
    .where((eb) => eb.or([eb.and({ 'g.scopeKind': 'ecosystem', 'g.scopeId': ecosystemId }), eb('g.guides', '=', ecosystemId)]))
    .where(inForce(day))
    .orderBy('g.fromDay')
    .orderBy('g.id')
    .execute()
  return rows.map(toGrant)
}

/** The grants in force on a day that end soon after it, unless somebody renews them. The soonest first, and no more than fifty. */
export async function grantsEndingBy(db: Db, day: Day, until: Day): Promise<RoleGrant[]> {
  const rows = await grants(db).where(inForce(day)).where('g.toDay', '<=', until).orderBy('g.toDay').orderBy('g.id').limit(50).execute()
  return rows.map(toGrant)
}

export async function endGrant(tx: Db, id: string, endedOn: Day, endedBy: string): Promise<void> {
  await own(tx).updateTable('roleGrant').set({ endedOn, endedBy }).where('id', '=', id).execute()
}

export async function setLastDay(tx: Db, id: string, toDay: Day | null): Promise<void> {
  await own(tx).updateTable('roleGrant').set({ toDay }).where('id', '=', id).execute()
}

/** Ends all that a person still holds or would come to hold. Tells how many. */
export async function endGrantsOf(tx: Db, personId: string, day: Day): Promise<number> {
  const ended = await own(tx)
    .updateTable('roleGrant')
    .set({ endedOn: day, endedBy: personId })
    .where('personId', '=', personId)
    .where('endedOn', 'is', null)
    .where((eb) => eb.or([eb('toDay', 'is', null), eb('toDay', '>=', day)]))
    .executeTakeFirst()
  return Number(ended.numUpdatedRows)
}

export interface GrantQuery {
  /** Words of the person's name or address. */
  readonly person?: string | undefined
  readonly role?: GrantedRole | undefined
  readonly state?: GrantState | undefined
  readonly cursor?: string | undefined
  readonly limit?: number
}

export interface ListedGrant extends RoleGrant {
  readonly personName: string | null
}

/** Newest first. */
export async function listGrants(db: Db, today: Day, query: GrantQuery): Promise<Slice<ListedGrant>> {
  const { person, role, state, cursor, limit = 50 } = query
  let list = grants(db).leftJoin('personDetail as d', 'd.personId', 'g.personId').select('d.name as personName')
  if (person) list = list.where(matches(person))
  if (role) list = list.where('g.role', '=', role)
  if (state) list = list.where(standing[state](today))
  if (cursor) {
    const [from, id] = decodeCursor(cursor, 2)
    list = list.where(sql<boolean>`(g.from_day, g.id) < (${from}::date, ${id}::uuid)`)
  }
  const rows = await list
    .orderBy('g.fromDay', 'desc')
    .orderBy('g.id', 'desc')
    .limit(limit + 1)
    .execute()
  const found = rows.map((row) => ({ ...toGrant(row), personName: row.personName }))
  return sliceOf(found, limit, ({ from, id }) => [from, id])
}
