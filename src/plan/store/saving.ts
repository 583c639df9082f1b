import type { Day } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import type { Db } from '../../platform/db.ts'
import type { ActionChange, Changes, ChapterChange } from '../changes.ts'
import { type ActionContent, contentHash, type SourceKind } from '../content.ts'
import { slug } from '../reading/clean.ts'
import type { Refused, Unplaced } from '../reading/source.ts'
import type { ActionId, EditionId, ResultId } from '../rules.ts'
import { own } from './listing.ts'

export interface ImportRow {
  readonly id: string
  readonly editionId: EditionId
  readonly kind: SourceKind
  readonly at: Date
  readonly day: Day
  readonly sourceHash: string
  readonly counts: object
  readonly unplaced: readonly Unplaced[]
  readonly refused: readonly Refused[]
}

export async function insertImport(tx: Db, { counts, unplaced, refused, ...row }: ImportRow): Promise<void> {
  await own(tx)
    .insertInto('planImport')
    .values({ ...row, counts: JSON.stringify(counts), unplaced: JSON.stringify(unplaced), refused: JSON.stringify(refused) })
    .execute()
}

/** Two imports of one edition take turns. */
export async function lockEdition(tx: Db, editionId: EditionId): Promise<void> {
  await own(tx).selectFrom('planEdition').select('id').where('id', '=', editionId).forUpdate().execute()
}

export interface Since {
  /** The day from which what is new holds, unless it is known to have held before. */
  readonly validFrom: Day
  readonly recordedAt: Date
  readonly importId: string
}

/** Saves what changed, each change as a new version. The number of statements does not depend on how much there is. */
export async function saveChanges(tx: Db, editionId: EditionId, { actions, chapters }: Changes, since: Since): Promise<void> {
  await saveChapters(tx, editionId, chapters, since)
  if (actions.length > 0) await saveActions(tx, editionId, actions, since)
}

async function saveChapters(tx: Db, editionId: EditionId, changes: readonly ChapterChange[], since: Since): Promise<void> {
  if (changes.length === 0) return
  const rows = changes.map((change) => ({ chapterId: change.standing?.id ?? newId<'plan-chapter'>(), ...change }))
  const fresh = rows.filter(({ standing }) => !standing).map(({ chapterId, content }) => ({ id: chapterId, editionId, slug: content.slug }))
  if (fresh.length > 0) await own(tx).insertInto('planChapter').values(fresh).execute()
  const chapterIds = rows.map(({ chapterId }) => chapterId)
  await own(tx)
    .updateTable('planChapterVersion')
    .set({ isCurrent: false })
    .where('chapterId', 'in', chapterIds)
    .where('isCurrent', 'is', true)
    .execute()
  await own(tx)
    .insertInto('planChapterVersion')
    .values(
      rows.map(({ chapterId, standing, heldSince, content: { slug: _, body, ...content } }) => ({
        id: newId<'plan-chapter-version'>(),
        chapterId,
        version: (standing?.version ?? 0) + 1,
        ...since,
        validFrom: heldSince ?? since.validFrom,
        isCurrent: true,
        ...content,
        body: body ? JSON.stringify(body) : null,
        hash: contentHash({ ...content, body }),
      })),
    )
    .execute()
}

interface Saving {
  readonly change: ActionChange
  readonly actionId: ActionId
  readonly versionId: string
  readonly resultIds: readonly ResultId[]
}

async function saveActions(tx: Db, editionId: EditionId, changes: readonly ActionChange[], since: Since): Promise<void> {
  const saving = changes.map((change): Saving => {
    const resultIds = change.content.results.map((_, index) => change.resultIds[index] ?? newId<'action-result'>())
    return { change, actionId: change.standing?.id ?? newId<'plan-action'>(), versionId: newId<'plan-action-version'>(), resultIds }
  })
  const fresh = saving.filter(({ change }) => !change.standing)
  if (fresh.length > 0) {
    await own(tx)
      .insertInto('planAction')
      .values(fresh.map(({ actionId, change: { content } }) => ({ id: actionId, editionId, code: content.code, number: content.number })))
      .execute()
  }
  await saveTexts(tx, editionId, saving, since)
  await saveResults(tx, saving)
  await saveNames(tx, saving)
}

async function saveTexts(tx: Db, editionId: EditionId, saving: readonly Saving[], since: Since): Promise<void> {
  const chapters = await own(tx).selectFrom('planChapter').select(['id', 'slug']).where('editionId', '=', editionId).execute()
  const chapterIds = new Map(chapters.map(({ slug, id }) => [slug, id]))
  const actionIds = saving.map(({ actionId }) => actionId)
  await own(tx)
    .updateTable('planActionVersion')
    .set({ isCurrent: false })
    .where('actionId', 'in', actionIds)
    .where('isCurrent', 'is', true)
    .execute()
  await own(tx)
    .insertInto('planActionVersion')
    .values(
      saving.map(({ versionId, actionId, change: { standing, content, heldSince } }) => ({
        id: versionId,
        actionId,
        version: (standing?.version ?? 0) + 1,
        ...since,
        validFrom: heldSince ?? since.validFrom,
        isCurrent: true,
        ...textColumns(content),
        chapterId: chapterIds.get(content.chapter ?? '') ?? null,
      })),
    )
    .execute()
}

function textColumns(content: ActionContent) {
  const { anchor, scopes, title, timingText, timing, actorsText, description, descriptionText, results, areasText, source } = content
  return {
    anchor,
    scopes: [...scopes],
    title,
    timingText,
    timingQualifier: timing?.qualifier ?? null,
    timingPrecision: timing?.precision ?? null,
    timingDay: timing?.day ?? null,
    actorsText,
    description: JSON.stringify(description),
    descriptionText,
    resultsText: results.map(({ text }) => text).join('\n'),
    areasText,
    sourceKind: source,
    hash: contentHash(content),
  }
}

async function saveResults(tx: Db, saving: readonly Saving[]): Promise<void> {
  const fresh = saving.flatMap(({ actionId, change, resultIds }) =>
    resultIds.filter((_, index) => !change.resultIds[index]).map((id) => ({ id, actionId })),
  )
  if (fresh.length > 0) await own(tx).insertInto('actionResult').values(fresh).execute()
  const rows = saving.flatMap(({ versionId, change: { content }, resultIds }) =>
    content.results.map(({ text, due, criterion }, index) => ({
      versionId,
      resultId: resultIds[index] as string,
      position: index + 1,
      text,
      dueQualifier: due?.qualifier ?? null,
      duePrecision: due?.precision ?? null,
      dueDay: due?.day ?? null,
      criterion: criterion ? JSON.stringify(criterion) : null,
    })),
  )
  if (rows.length > 0) await own(tx).insertInto('actionResultVersion').values(rows).execute()
}

async function saveNames(tx: Db, saving: readonly Saving[]): Promise<void> {
  const actorIds = await idsOf(
    tx,
    'planActor',
    saving.flatMap(({ change }) => change.content.actors),
  )
  const actors = saving.flatMap(({ versionId, change }) =>
    change.content.actors.map((name, index) => ({ versionId, actorId: actorIds.get(slug(name)) as string, position: index + 1 })),
  )
  if (actors.length > 0) await own(tx).insertInto('actionActor').values(actors).execute()
  const areaIds = await idsOf(
    tx,
    'interventionArea',
    saving.flatMap(({ change }) => change.content.areas.map(({ name }) => name)),
  )
  const areas = saving.flatMap(({ versionId, change }) =>
    change.content.areas.map(({ name, horizons }, index) => {
      return { versionId, areaId: areaIds.get(slug(name)) as string, horizons: [...horizons], position: index + 1 }
    }),
  )
  if (areas.length > 0) await own(tx).insertInto('actionArea').values(areas).execute()
}

/** Names keep their id from one edition to the next. 'Funzione Pubblica' and 'Funzione pubblica' are one, called as first met. */
async function idsOf(tx: Db, table: 'planActor' | 'interventionArea', names: readonly string[]): Promise<Map<string, string>> {
  const known = await own(tx).selectFrom(table).select(['id', 'slug']).execute()
  const ids = new Map(known.map((row) => [row.slug, row.id]))
  const fresh = [...new Map(names.map((name) => [slug(name), name]).toReversed() as [string, string][]).entries()]
    .filter(([address]) => !ids.has(address))
    .map(([address, name]) => ({ id: newId<'plan-name'>(), name, slug: address }))
  for (const row of fresh) ids.set(row.slug, row.id)
  if (fresh.length > 0) await own(tx).insertInto(table).values(fresh).execute()
  return ids
}
