import { type SqlBool, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Day } from '../../kernel/day.ts'
import type { Db } from '../../platform/db.ts'
import type { Criterion } from '../criterion.ts'
import type { Named } from '../listing.ts'
import type { ActionId, DeclarableState, EditionId, Qualifier, ResultId, Scope, When } from '../rules.ts'

export const own = (db: Db) =>
  db.$pickTables<
    | 'planEdition'
    | 'planAction'
    | 'planActionVersion'
    | 'planChapter'
    | 'planChapterVersion'
    | 'planActor'
    | 'actionActor'
    | 'interventionArea'
    | 'actionArea'
    | 'actionResult'
    | 'actionResultVersion'
    | 'resultDeclaration'
    | 'actionLineage'
    | 'planImport'
  >()

/** A result with what is known of it on a day, before the rules derive its state. */
export interface ResultRow {
  readonly id: ResultId
  readonly position: number
  readonly due: When | null
  readonly criterion: Criterion | null
  readonly declared: { readonly state: DeclarableState; readonly since: Day } | null
}

export interface ActionRow {
  readonly id: ActionId
  readonly versionId: string
  readonly edition: string
  readonly code: string
  readonly number: number
  readonly title: string
  readonly chapter: (Named & { readonly number: number | null }) | null
  readonly scopes: readonly Scope[]
  readonly timingText: string
  readonly timing: When | null
  readonly actors: readonly Named[]
  readonly areas: readonly Named[]
  readonly results: readonly ResultRow[]
}

/** Each action's text as it stood on a day: the latest version in force by then. */
export const versionsOn = (db: Db, today: Day) =>
  own(db)
    .selectFrom('planActionVersion as v')
    .select(['v.id', 'v.actionId'])
    .distinctOn('v.actionId')
    .where('v.validFrom', '<=', today)
    .orderBy('v.actionId')
    .orderBy('v.validFrom', 'desc')
    .orderBy('v.version', 'desc')

/** The declaration in force for a result on a day: the last one not yet withdrawn. */
const declaredOn = (today: Day) => sql<{ state: DeclarableState; since: Day } | null>`(
  select json_build_object('state', d.state, 'since', d.since) from result_declaration d
  where d.result_id = r.result_id and d.declared_on <= ${today} and (d.withdrawn_on is null or d.withdrawn_on > ${today})
  order by d.declared_at desc, d.id desc limit 1)`

const rows = (db: Db, today: Day) =>
  own(db)
    .with('standing', () => versionsOn(db, today))
    .selectFrom('standing')
    .innerJoin('planActionVersion as v', 'v.id', 'standing.id')
    .innerJoin('planAction as a', 'a.id', 'v.actionId')
    .innerJoin('planEdition as e', 'e.id', 'a.editionId')
    .leftJoin('planChapter as c', 'c.id', 'v.chapterId')
    .leftJoin('planChapterVersion as cv', (join) => join.onRef('cv.chapterId', '=', 'c.id').on('cv.isCurrent', 'is', true))
    .select([
      'a.id',
      'v.id as versionId',
      'e.code as edition',
      'a.code',
      'a.number',
      'v.title',
      'c.slug as chapterSlug',
      'cv.title as chapterTitle',
      'cv.number as chapterNumber',
    ])
    .select(['v.scopes', 'v.timingText', 'v.timingQualifier', 'v.timingPrecision', 'v.timingDay'])
    .select((q) => [
      jsonArrayFrom(
        q
          .selectFrom('actionActor as l')
          .innerJoin('planActor as n', 'n.id', 'l.actorId')
          .select(['n.slug', 'n.name'])
          .whereRef('l.versionId', '=', 'v.id')
          .orderBy('l.position'),
      ).as('actors'),
      jsonArrayFrom(
        q
          .selectFrom('actionArea as l')
          .innerJoin('interventionArea as n', 'n.id', 'l.areaId')
          .select(['n.slug', 'n.name'])
          .whereRef('l.versionId', '=', 'v.id')
          .orderBy('l.position'),
      ).as('areas'),
      jsonArrayFrom(
        q
          .selectFrom('actionResultVersion as r')
          .select([
            'r.resultId as id',
            'r.position',
            'r.dueQualifier as qualifier',
            'r.duePrecision as precision',
            'r.dueDay as day',
            'r.criterion',
          ])
          .select(declaredOn(today).as('declared'))
          .whereRef('r.versionId', '=', 'v.id')
          .orderBy('r.position'),
      ).as('results'),
    ])

type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]

function actionOf(row: Row): ActionRow {
  const { chapterSlug, chapterTitle, chapterNumber, timingQualifier, timingPrecision, timingDay, scopes, results, ...rest } = row
  return {
    ...rest,
    id: rest.id as ActionId,
    chapter: chapterSlug && chapterTitle ? { slug: chapterSlug, name: chapterTitle, number: chapterNumber } : null,
    scopes: scopes as Scope[],
    timing: whenOf(timingQualifier, timingPrecision, timingDay),
    results: results.map(({ id, position, qualifier, precision, day, criterion, declared }) => ({
      id: id as ResultId,
      position,
      due: whenOf(qualifier, precision, day),
      criterion: criterion as Criterion | null,
      declared,
    })),
  }
}

export function whenOf(qualifier: string | null, precision: string | null, day: string | null): When | null {
  return qualifier ? { qualifier: qualifier as Qualifier, precision: precision as When['precision'], day: day as Day | null } : null
}

/** Every action of an edition as it stood on a day, in one query. An edition is a bounded list: rules sort and filter it. */
export async function actionsOn(db: Db, editionId: EditionId, today: Day): Promise<ActionRow[]> {
  return (await rows(db, today).where('a.editionId', '=', editionId).orderBy('a.number').execute()).map(actionOf)
}

export async function actionOn(db: Db, editionId: EditionId, number: number, today: Day): Promise<ActionRow | null> {
  const row = await rows(db, today).where('a.editionId', '=', editionId).where('a.number', '=', number).executeTakeFirst()
  return row ? actionOf(row) : null
}

export interface Neighbour {
  readonly number: number
  readonly title: string
}

/** The actions before and after one, in the edition's own order. */
export async function neighboursOf(
  db: Db,
  editionId: EditionId,
  number: number,
): Promise<{ previous: Neighbour | null; next: Neighbour | null }> {
  const around = await own(db)
    .selectFrom('planAction as a')
    .innerJoin('planActionVersion as v', (join) => join.onRef('v.actionId', '=', 'a.id').on('v.isCurrent', 'is', true))
    .select(['a.number', 'v.title'])
    .where('a.editionId', '=', editionId)
    .where((where) => {
      const beside = (side: '<' | '>', nearest: 'max' | 'min') =>
        where
          .selectFrom('planAction as b')
          .select((q) => q.fn[nearest]('b.number').as('n'))
          .where('b.editionId', '=', editionId)
          .where('b.number', side, number)
      return where.or([where('a.number', '=', beside('<', 'max')), where('a.number', '=', beside('>', 'min'))])
    })
    .orderBy('a.number')
    .execute()
  return { previous: around.find((one) => one.number < number) ?? null, next: around.find((one) => one.number > number) ?? null }
}

/** Actions, of any edition, with a result due between two days. */
export async function actionsDueBetween(db: Db, from: Day, to: Day, today: Day): Promise<ActionRow[]> {
  const due = rows(db, today).where((where) =>
    where.exists(
      where
        .selectFrom('actionResultVersion as d')
        .select('d.resultId')
        .whereRef('d.versionId', '=', 'v.id')
        .where('d.dueDay', '>=', from)
        .where('d.dueDay', '<=', to),
    ),
  )
  return (await due.orderBy('e.code').orderBy('a.number').execute()).map(actionOf)
}

/** The actions whose text, as it stood on a day, speaks of these words; small mistakes in the title are forgiven. */
export async function speakingOf(db: Db, editionId: EditionId, words: string, today: Day): Promise<Set<string>> {
  const code = /^(?:la\s*)?0*(\d{1,4})$/i.exec(words.trim())?.[1]
  const found = await own(db)
    .with('standing', () => versionsOn(db, today))
    .selectFrom('standing')
    .innerJoin('planActionVersion as v', 'v.id', 'standing.id')
    .innerJoin('planAction as a', 'a.id', 'v.actionId')
    .select('a.id')
    .where('a.editionId', '=', editionId)
    .where((where) =>
      where.or([
        sql<SqlBool>`v.search @@ (websearch_to_tsquery('italian_plain', ${words}) || websearch_to_tsquery('english_plain', ${words}))`,
        sql<SqlBool>`word_similarity(lower(${words}), lower(v.title)) > 0.6`,
        ...(code ? [where('a.number', '=', Number(code))] : []),
      ]),
    )
    .execute()
  return new Set(found.map(({ id }) => id))
}
