import type { Day } from '../../kernel/day.ts'
import { Problem, type ProblemKind } from '../../kernel/problem.ts'
import type { Db } from '../../platform/db.ts'
import type { ChapterBody } from '../content.ts'
import { type EditionId, notYetInPlan } from '../rules.ts'
import { own } from './listing.ts'

export interface ChapterHead {
  readonly slug: string
  readonly position: number
  readonly number: number | null
  readonly title: string
  readonly part: string | null
}

export interface ChapterText extends ChapterHead {
  readonly body: ChapterBody | null
  readonly validFrom: Day
}

export const noSuchChapter = {
  slug: 'no-such-chapter',
  status: 404,
  it: 'L’edizione {edition} non ha questo capitolo. Guarda l’elenco dei capitoli.',
  en: 'The {edition} edition has no such chapter. See the list of chapters.',
} as const satisfies ProblemKind

const versions = (db: Db, editionId: EditionId) =>
  own(db)
    .selectFrom('planChapter as c')
    .innerJoin('planChapterVersion as v', 'v.chapterId', 'c.id')
    .select(['c.slug', 'v.position', 'v.number', 'v.title', 'v.part', 'v.validFrom'])
    .where('c.editionId', '=', editionId)

/** The chapters of an edition as they stood on a day, in its own order. */
export async function chaptersOn(db: Db, editionId: EditionId, today: Day): Promise<ChapterHead[]> {
  const rows = await versions(db, editionId)
    .distinctOn('c.id')
    .where('v.validFrom', '<=', today)
    .orderBy('c.id')
    .orderBy('v.validFrom', 'desc')
    .orderBy('v.version', 'desc')
    .execute()
  return rows.toSorted((a, b) => a.position - b.position)
}

export async function chapterOn(
  db: Db,
  edition: { readonly id: EditionId; readonly code: string },
  slug: string,
  today: Day,
): Promise<ChapterText> {
  const rows = await versions(db, edition.id)
    .select('v.body')
    .where('c.slug', '=', slug)
    .orderBy('v.validFrom', 'desc')
    .orderBy('v.version', 'desc')
    .execute()
  const found = rows.find(({ validFrom }) => validFrom <= today)
  const first = rows.at(-1)?.validFrom
  if (!first) throw new Problem(noSuchChapter, { edition: edition.code })
  if (!found) throw new Problem(notYetInPlan, { day: today, first })
  return { ...found, body: found.body as ChapterBody | null }
}
