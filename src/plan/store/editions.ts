import type { Day } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import { Problem } from '../../kernel/problem.ts'
import type { Db } from '../../platform/db.ts'
import { type EditionId, noSuchEdition } from '../rules.ts'

const own = (db: Db) => db.$pickTables<'planEdition' | 'planAction' | 'planChapter' | 'planChapterVersion' | 'planActionVersion'>()

export interface Edition {
  readonly id: EditionId
  readonly code: string
  readonly title: string
  readonly fromYear: number
  readonly toYear: number
  readonly publishedOn: Day | null
  readonly readMoreUrl: string | null
  readonly discussUrl: string | null
}

const editions = (db: Db) =>
  own(db)
    .selectFrom('planEdition')
    .select(['id', 'code', 'title', 'fromYear', 'toYear', 'publishedOn', 'readMoreUrl', 'discussUrl'])
    .$narrowType<{ id: EditionId }>()

export async function findEdition(db: Db, code: string): Promise<Edition | null> {
  return (await editions(db).where('code', '=', code).executeTakeFirst()) ?? null
}

export async function getEdition(db: Db, code: string): Promise<Edition> {
  const edition = await findEdition(db, code)
  if (!edition) throw new Problem(noSuchEdition, { edition: code })
  return edition
}

/** Latest first, each with how many actions it holds. */
export async function listEditions(db: Db): Promise<(Edition & { readonly actions: number })[]> {
  return editions(db)
    .select((q) =>
      q
        .selectFrom('planAction')
        .whereRef('planAction.editionId', '=', 'planEdition.id')
        .select((e) => e.fn.countAll<number>().as('n'))
        .as('actions'),
    )
    .orderBy('fromYear', 'desc')
    .orderBy('code', 'desc')
    .$narrowType<{ actions: number }>()
    .execute()
}

/** The edition in force in a day's year; after the last one ends, the last. */
export async function editionOf(db: Db, today: Day): Promise<Edition | null> {
  const year = Number(today.slice(0, 4))
  const found = await editions(db)
    .where('fromYear', '<=', year)
    .orderBy('fromYear', 'desc')
    .orderBy('code', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found ?? null
}

export async function insertEdition(tx: Db, edition: Omit<Edition, 'id'>): Promise<Edition> {
  const row = { id: newId<'plan-edition'>(), ...edition }
  await own(tx).insertInto('planEdition').values(row).execute()
  return row
}
