import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../../platform/db.ts'
import type { StandingAction, StandingChapter, StandingPlan } from '../changes.ts'
import type { AreaContent, ChapterBody, SourceKind } from '../content.ts'
import type { Criterion } from '../criterion.ts'
import type { Block } from '../reading/source.ts'
import type { ActionId, EditionId, ResultId, Scope } from '../rules.ts'
import { own, whenOf } from './listing.ts'

/** The whole present text of an edition, as an import compares itself with it. */
export async function standingPlan(db: Db, editionId: EditionId): Promise<StandingPlan> {
  return { chapters: await standingChapters(db, editionId), actions: await standingActions(db, editionId) }
}

async function standingChapters(db: Db, editionId: EditionId): Promise<StandingChapter[]> {
  const rows = await own(db)
    .selectFrom('planChapter as c')
    .innerJoin('planChapterVersion as v', 'v.chapterId', 'c.id')
    .select(['c.id', 'c.slug', 'v.version', 'v.validFrom', 'v.position', 'v.number', 'v.title', 'v.part', 'v.body', 'v.plainText'])
    .where('c.editionId', '=', editionId)
    .where('v.isCurrent', 'is', true)
    .orderBy('v.position')
    .execute()
  return rows.map(({ id, version, validFrom, body, ...content }) => ({
    id,
    version,
    validFrom,
    content: { ...content, body: body as ChapterBody | null },
  }))
}

async function standingActions(db: Db, editionId: EditionId): Promise<StandingAction[]> {
  const rows = await texts(db).where('a.editionId', '=', editionId).where('v.isCurrent', 'is', true).orderBy('a.number').execute()
  return rows.map(standingOf)
}

/** Every version of an action's text, the latest first. */
export async function versionsOf(db: Db, actionId: ActionId) {
  const rows = await texts(db)
    .select('v.recordedAt')
    .where('a.id', '=', actionId)
    .orderBy('v.validFrom', 'desc')
    .orderBy('v.version', 'desc')
    .execute()
  return rows.map((row) => ({ ...standingOf(row), recordedAt: row.recordedAt }))
}

const texts = (db: Db) =>
  own(db)
    .selectFrom('planActionVersion as v')
    .innerJoin('planAction as a', 'a.id', 'v.actionId')
    .leftJoin('planChapter as c', 'c.id', 'v.chapterId')
    .select([
      'a.id',
      'a.code',
      'a.number',
      'v.version',
      'v.validFrom',
      'v.title',
      'c.slug as chapter',
      'v.anchor',
      'v.scopes',
      'v.sourceKind',
    ])
    .select(['v.timingText', 'v.timingQualifier', 'v.timingPrecision', 'v.timingDay', 'v.actorsText', 'v.areasText'])
    .select(['v.description', 'v.descriptionText'])
    .select((q) => [
      jsonArrayFrom(
        q
          .selectFrom('actionActor as l')
          .innerJoin('planActor as n', 'n.id', 'l.actorId')
          .select('n.name')
          .whereRef('l.versionId', '=', 'v.id')
          .orderBy('l.position'),
      ).as('actors'),
      jsonArrayFrom(
        q
          .selectFrom('actionArea as l')
          .innerJoin('interventionArea as n', 'n.id', 'l.areaId')
          .select(['n.name', 'l.horizons'])
          .whereRef('l.versionId', '=', 'v.id')
          .orderBy('l.position'),
      ).as('areas'),
      jsonArrayFrom(
        q
          .selectFrom('actionResultVersion as r')
          .select([
            'r.resultId as id',
            'r.text',
            'r.dueQualifier as qualifier',
            'r.duePrecision as precision',
            'r.dueDay as day',
            'r.criterion',
          ])
          .whereRef('r.versionId', '=', 'v.id')
          .orderBy('r.position'),
      ).as('results'),
    ])

type TextRow = Awaited<ReturnType<ReturnType<typeof texts>['execute']>>[number]

function standingOf(row: TextRow): StandingAction {
  return {
    id: row.id as ActionId,
    version: row.version,
    validFrom: row.validFrom,
    resultIds: row.results.map(({ id }) => id as ResultId),
    content: {
      code: row.code,
      number: row.number,
      title: row.title,
      chapter: row.chapter,
      anchor: row.anchor,
      scopes: row.scopes as Scope[],
      timingText: row.timingText,
      timing: whenOf(row.timingQualifier, row.timingPrecision, row.timingDay),
      actorsText: row.actorsText,
      actors: row.actors.map(({ name }) => name),
      description: row.description as Block[],
      descriptionText: row.descriptionText,
      results: row.results.map(({ text, qualifier, precision, day, criterion }) => ({
        text,
        due: whenOf(qualifier, precision, day),
        criterion: criterion as Criterion | null,
      })),
      areasText: row.areasText,
      areas: row.areas.map(({ name, horizons }) => ({ name, horizons: horizons as AreaContent['horizons'] })),
      source: row.sourceKind as SourceKind,
    },
  }
}
