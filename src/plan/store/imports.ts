import type { Day } from '../../kernel/day.ts'
import { isId } from '../../kernel/id.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import type { Db } from '../../platform/db.ts'
import type { SourceKind } from '../content.ts'
import type { Refused, Unplaced } from '../reading/source.ts'
import { own } from './listing.ts'

export interface ImportHead {
  readonly id: string
  readonly edition: string
  readonly kind: SourceKind
  readonly day: Day
  readonly counts: { readonly actions: number; readonly changed: number; readonly chapters: number }
}

export interface ImportDone extends ImportHead {
  readonly unplaced: readonly Unplaced[]
  readonly refused: readonly Refused[]
}

const imports = (db: Db) =>
  own(db)
    .selectFrom('planImport as i')
    .innerJoin('planEdition as e', 'e.id', 'i.editionId')
    .select(['i.id', 'e.code as edition', 'i.kind', 'i.day', 'i.counts'])

export async function recentImports(db: Db, limit: number): Promise<ImportHead[]> {
  const rows = await imports(db).orderBy('i.at', 'desc').limit(limit).execute()
  return rows.map((row) => ({ ...row, kind: row.kind as SourceKind, counts: row.counts as ImportHead['counts'] }))
}

export async function getImport(db: Db, id: string): Promise<ImportDone> {
  const row = isId(id) ? await imports(db).select(['i.unplaced', 'i.refused']).where('i.id', '=', id).executeTakeFirst() : undefined
  if (!row) throw new Problem(notFound, { import: id })
  const { unplaced, refused, counts, kind, ...head } = row
  return {
    ...head,
    kind: kind as SourceKind,
    counts: counts as ImportHead['counts'],
    unplaced: unplaced as Unplaced[],
    refused: refused as Refused[],
  }
}
