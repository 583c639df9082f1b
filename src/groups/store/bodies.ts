import type { Day } from '../../kernel/day.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import type { Db } from '../../platform/db.ts'
import type { Body, BodyId, BodyKind } from '../rules/bodies.ts'
import type { Quorum } from '../rules/quorum.ts'

const own = (db: Db) => db.$pickTables<'body'>()

type Row = Awaited<ReturnType<typeof rows>>[number]
const rows = (db: Db) => own(db).selectFrom('body').selectAll().execute()

function toQuorum({ quorumCount, quorumOf }: Row): Quorum {
  if (quorumCount === null) return { kind: 'majority' }
  return quorumOf === null ? { kind: 'number', count: quorumCount } : { kind: 'fraction', count: quorumCount, of: quorumOf }
}

function toBody(row: Row): Body {
  const { actNumber, actDay, actFileId, quorumKind, quorumCount, quorumOf, id, kind, parentId, fromDay, toDay, ...rest } = row
  return {
    ...rest,
    id: id as BodyId,
    kind: kind as BodyKind,
    parentId: parentId as BodyId | null,
    act: actNumber !== null && actDay !== null ? { number: actNumber, day: actDay, fileId: actFileId } : null,
    from: fromDay,
    to: toDay,
    quorum: toQuorum(row),
  }
}

function toRow({ act, quorum, from, to, ...rest }: Body) {
  return {
    ...rest,
    actNumber: act?.number ?? null,
    actDay: act?.day ?? null,
    actFileId: act?.fileId ?? null,
    fromDay: from,
    toDay: to,
    quorumKind: quorum.kind,
    quorumCount: 'count' in quorum ? quorum.count : null,
    quorumOf: 'of' in quorum ? quorum.of : null,
  }
}

const all = (db: Db) => own(db).selectFrom('body').selectAll()

function orNotFound(row: Row | undefined, id: string): Body {
  if (!row) throw new Problem(notFound, { body: id })
  return toBody(row)
}

export async function getBody(db: Db, id: string): Promise<Body> {
  return orNotFound(await all(db).where('id', '=', id).executeTakeFirst(), id)
}

/** The body, for whoever changes something in it: the next one waits, so that numbers and terms never clash. */
export async function lockBody(tx: Db, id: string): Promise<Body> {
  return orNotFound(await all(tx).where('id', '=', id).forUpdate().executeTakeFirst(), id)
}

/** The bodies of some ecosystems that began by a day, or will: each ecosystem's working group first. */
export async function listBodies(db: Db, ecosystemIds: readonly string[]): Promise<Body[]> {
  if (ecosystemIds.length === 0) return []
  const found = await all(db)
    .where('ecosystemId', 'in', [...ecosystemIds])
    .orderBy('fromDay')
    .orderBy('id')
    .execute()
  return found.map(toBody)
}

export async function bodiesOfCycle(db: Db, cycleId: string): Promise<Body[]> {
  return (await all(db).where('cycleId', '=', cycleId).orderBy('fromDay').orderBy('id').execute()).map(toBody)
}

export async function bodiesById(db: Db, ids: readonly string[]): Promise<Map<string, Body>> {
  if (ids.length === 0) return new Map()
  const found = await all(db)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(found.map((row) => [row.id, toBody(row)]))
}

/** The tables of a body, and those born of the decisions of one. */
export async function bodiesUnder(db: Db, parentId: string): Promise<Body[]> {
  return (await all(db).where('parentId', '=', parentId).orderBy('fromDay').orderBy('id').execute()).map(toBody)
}

export async function bodiesBornOf(db: Db, decisionId: string): Promise<Body[]> {
  return (await all(db).where('decisionId', '=', decisionId).orderBy('fromDay').orderBy('id').execute()).map(toBody)
}

export async function insertBody(tx: Db, body: Body): Promise<void> {
  await own(tx).insertInto('body').values(toRow(body)).execute()
}

export async function updateBody(tx: Db, body: Body): Promise<void> {
  const { id, ...changes } = toRow(body)
  await own(tx).updateTable('body').set(changes).where('id', '=', id).execute()
}

export async function setBodyTerm(tx: Db, id: string, term: { readonly to: Day | null; readonly dissolvedOn: Day | null }): Promise<void> {
  await own(tx).updateTable('body').set({ toDay: term.to, dissolvedOn: term.dissolvedOn }).where('id', '=', id).execute()
}
