import type { Day } from '../../kernel/day.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import type { Db } from '../../platform/db.ts'
import type { LineageKind } from '../rules.ts'
import { own } from './listing.ts'

/** One end of a line: an edition, and the code of the action where one is known. */
export interface LineageEnd {
  readonly edition: string
  readonly code: string | null
  /** The action's present title and number, where that edition is loaded. */
  readonly title: string | null
  readonly number: number | null
  /** Whether that edition is here to be read. */
  readonly loaded: boolean
}

export interface LineageLink {
  readonly id: string
  readonly from: LineageEnd
  readonly to: LineageEnd
  readonly kind: LineageKind
  readonly reason: string
  readonly day: Day
}

const links = (db: Db, today: Day) => {
  const ends = (q: Db) =>
    own(q)
      .selectFrom('planAction as a')
      .innerJoin('planEdition as e', 'e.id', 'a.editionId')
      .innerJoin('planActionVersion as v', (join) => join.onRef('v.actionId', '=', 'a.id').on('v.isCurrent', 'is', true))
      .select(['e.code as edition', 'a.code', 'a.number', 'v.title'])
  return own(db)
    .with('ends', () => ends(db))
    .selectFrom('actionLineage as l')
    .leftJoin('ends as f', (join) => join.onRef('f.edition', '=', 'l.fromEdition').onRef('f.code', '=', 'l.fromCode'))
    .leftJoin('ends as t', (join) => join.onRef('t.edition', '=', 'l.toEdition').onRef('t.code', '=', 'l.toCode'))
    .leftJoin('planEdition as fe', 'fe.code', 'l.fromEdition')
    .leftJoin('planEdition as te', 'te.code', 'l.toEdition')
    .select(['fe.id as fromLoaded', 'te.id as toLoaded'])
    .select(['l.id', 'l.fromEdition', 'l.fromCode', 'l.toEdition', 'l.toCode', 'l.kind', 'l.reason', 'l.day'])
    .select(['f.title as fromTitle', 'f.number as fromNumber', 't.title as toTitle', 't.number as toNumber'])
    .where('l.day', '<=', today)
    .where((where) => where.or([where('l.withdrawnOn', 'is', null), where('l.withdrawnOn', '>', today)]))
    .orderBy('l.fromEdition')
    .orderBy('l.fromCode')
    .orderBy('l.toEdition')
    .orderBy('l.toCode')
}

type Row = Awaited<ReturnType<ReturnType<typeof links>['execute']>>[number]

const linkOf = (row: Row): LineageLink => ({
  id: row.id,
  from: { edition: row.fromEdition, code: row.fromCode, title: row.fromTitle, number: row.fromNumber, loaded: row.fromLoaded !== null },
  to: { edition: row.toEdition, code: row.toCode, title: row.toTitle, number: row.toNumber, loaded: row.toLoaded !== null },
  kind: row.kind as LineageKind,
  reason: row.reason,
  day: row.day,
})

/** Where an action comes from and what became of it, as known on a day. */
export async function lineageOf(db: Db, edition: string, code: string, today: Day): Promise<LineageLink[]> {
  const found = links(db, today).where((where) =>
    where.or([
      where.and([where('l.fromEdition', '=', edition), where('l.fromCode', '=', code)]),
      where.and([where('l.toEdition', '=', edition), where('l.toCode', '=', code)]),
    ]),
  )
  return (await found.execute()).map(linkOf)
}

export async function lineageBetween(db: Db, from: string, to: string, today: Day): Promise<LineageLink[]> {
  return (await links(db, today).where('l.fromEdition', '=', from).where('l.toEdition', '=', to).execute()).map(linkOf)
}

export async function getLink(db: Db, id: string): Promise<LineageLink & { readonly withdrawnOn: Day | null }> {
  const row = await own(db)
    .selectFrom('actionLineage')
    .select(['id', 'fromEdition', 'fromCode', 'toEdition', 'toCode', 'kind', 'reason', 'day', 'withdrawnOn'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Problem(notFound, { lineage: id })
  const nameless = { fromTitle: null, fromNumber: null, fromLoaded: null, toTitle: null, toNumber: null, toLoaded: null }
  return { ...linkOf({ ...row, ...nameless }), withdrawnOn: row.withdrawnOn }
}

export interface NewLink {
  readonly id: string
  readonly fromEdition: string
  readonly fromCode: string | null
  readonly toEdition: string
  readonly toCode: string | null
  readonly kind: LineageKind
  readonly reason: string
  readonly day: Day
  readonly recordedAt: Date
  readonly authorId: string
}

export async function insertLink(tx: Db, link: NewLink): Promise<void> {
  await own(tx).insertInto('actionLineage').values(link).execute()
}

export async function linkExists(db: Db, { fromEdition, fromCode, toEdition, toCode }: NewLink): Promise<boolean> {
  const found = await own(db)
    .selectFrom('actionLineage')
    .select('id')
    .where('fromEdition', '=', fromEdition)
    .where('fromCode', 'is not distinct from', fromCode)
    .where('toEdition', '=', toEdition)
    .where('toCode', 'is not distinct from', toCode)
    .where('withdrawnOn', 'is', null)
    .executeTakeFirst()
  return found !== undefined
}

export async function withdrawLink(tx: Db, id: string, on: Day, by: string): Promise<void> {
  await own(tx).updateTable('actionLineage').set({ withdrawnOn: on, withdrawnBy: by }).where('id', '=', id).execute()
}
