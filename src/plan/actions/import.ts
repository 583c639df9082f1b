import { actionOf, type Phase, phases } from '../../charter/phases.ts'
import { allow, mustBeAble, platform } from '../../charter/policy.ts'
import { type EcosystemSource, type EcosystemsReport, importEcosystems, previewEcosystems } from '../../ecosystems/index.ts'
import type { Day } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import { Problem, type ProblemKind } from '../../kernel/problem.ts'
import { type Db, transact } from '../../platform/db.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import { type Changes, changesOf } from '../changes.ts'
import type { ActionContent, PlanContent } from '../content.ts'
import type { EcosystemRow, Refused, Unplaced } from '../reading/source.ts'
import { deadlineOf } from '../rules.ts'
import { type Edition, findEdition, insertEdition } from '../store/editions.ts'
import { insertImport, lockEdition, saveChanges } from '../store/saving.ts'
import { standingPlan } from '../store/standing.ts'
import { changesBetween, type FieldChange } from '../text-changes.ts'

/** A source that was read, ready to be compared with what stands and to be taken in. */
export interface PlanImport {
  readonly edition: Omit<Edition, 'id'>
  readonly content: PlanContent
  readonly ecosystems: readonly EcosystemRow[]
  readonly sourceHash: string
  readonly unplaced: readonly Unplaced[]
  readonly refused: readonly Refused[]
}

export interface PlanReport {
  readonly edition: string
  readonly source: PlanContent['source']
  readonly actions: number
  readonly results: number
  readonly chapters: number
  readonly ecosystems: number
  readonly added: readonly { readonly code: string; readonly title: string }[]
  readonly changed: readonly { readonly code: string; readonly title: string; readonly changes: readonly FieldChange[] }[]
  readonly unchanged: number
  /** Codes that stand and that this source no longer has. Nothing is taken away: their lineage is for a person to tell. */
  readonly absent: readonly string[]
  readonly chaptersChanged: readonly string[]
  readonly ecosystemsReport: EcosystemsReport
  readonly unplaced: readonly Unplaced[]
  readonly refused: readonly Refused[]
  readonly changesAnything: boolean
  /** The import as it was kept; null when it was only previewed, or when nothing of the plan changed. */
  readonly importId: string | null
  readonly fingerprint: string
}

export const previewOutdated = {
  slug: 'preview-outdated',
  status: 409,
  it: 'Da quando hai visto l’anteprima il Piano è cambiato. Guarda di nuovo che cosa farebbe l’importazione, poi conferma.',
  en: 'The plan has changed since you saw the preview. Look again at what the import would do, then confirm.',
} as const satisfies ProblemKind

const mostActions = 1000

export const tooManyActions = {
  slug: 'plan-too-many-actions',
  status: 422,
  it: 'L’edizione ha {actions} azioni: se ne possono importare al massimo {most}.',
  en: 'The edition has {actions} actions: at most {most} can be imported.',
} as const satisfies ProblemKind

/** What an import would do, without doing it. */
export async function previewPlan(db: Db, plan: PlanImport, today: Day): Promise<PlanReport> {
  const edition = await findEdition(db, plan.edition.code)
  const changes = await compare(db, edition, plan)
  return reportOf(plan, changes, await previewEcosystems(db, ecosystemsIn(plan), sourceOf(plan, today), today), edition === null, null)
}

/**
 * Takes a source in: each change makes a version, nothing is overwritten or taken away. A second time changes nothing.
 * `confirmed` is the fingerprint of the changes somebody saw before confirming them.
 */
export async function importPlan(desk: Desk, plan: PlanImport, confirmed?: string): Promise<PlanReport> {
  // A source that changes nothing needs no permit, and would tell anybody so.
  mustBeAble(desk.actor, 'plan.import', platform)
  const { changes, created, importId } = await transact(desk.db, async (tx) => {
    const known = await findEdition(tx, plan.edition.code)
    if (known) await lockEdition(tx, known.id)
    const changes = await compare(tx, known, plan)
    if (confirmed !== undefined && changes.fingerprint !== confirmed) throw new Problem(previewOutdated)
    if (known && changes.actions.length + changes.chapters.length === 0) return { changes, created: false, importId: null }
    const permit = allow(desk, 'plan.import', platform)

    const edition = known ?? (await insertEdition(tx, plan.edition))
    const importId = newId<'plan-import'>()
    const counts = { actions: plan.content.actions.length, changed: changes.actions.length, chapters: changes.chapters.length }
    const { unplaced, refused, sourceHash, content } = plan
    const row = {
      id: importId,
      editionId: edition.id,
      kind: content.source,
      at: desk.now,
      day: desk.today,
      sourceHash,
      counts,
      unplaced,
      refused,
    }
    await insertImport(tx, row)
    await saveChanges(tx, edition.id, changes, {
      validFrom: known ? desk.today : firstDay(edition, desk.today),
      recordedAt: desk.now,
      importId,
    })
    await record(tx, permit, importId, { edition: edition.code, source: content.source, ...counts })
    return { changes, created: known === null, importId }
  })
  const ecosystems = await importEcosystems(desk, ecosystemsIn(plan), sourceOf(plan, desk.today))
  return reportOf(plan, changes, ecosystems, created, importId)
}

async function compare(db: Db, edition: Edition | null, { content }: PlanImport): Promise<Changes> {
  const actions = content.actions.length
  if (actions > mostActions) throw new Problem(tooManyActions, { actions, most: mostActions })
  return changesOf(edition ? await standingPlan(db, edition.id) : { chapters: [], actions: [] }, content)
}

/** The text of an edition holds from its publication, whenever it is first taken in. */
function firstDay({ publishedOn }: Edition, today: Day): Day {
  return publishedOn && publishedOn < today ? publishedOn : today
}

const sourceOf = ({ edition }: PlanImport, today: Day) => ({
  name: `Piano triennale ${edition.code}`,
  from: firstDay({ id: '' as Edition['id'], ...edition }, today),
})

function ecosystemsIn({ edition, content, ecosystems }: PlanImport): EcosystemSource[] {
  return ecosystems.map(({ name, description, leads, actors, priority }) => ({
    name,
    summary: description,
    leads,
    actors,
    ...(priority ? { prioritySource: `${priority.action} ${edition.code}`, terms: termsIn(content.actions, edition.code) } : {}),
  }))
}

/** When the plan wants each phase begun and concluded: the timing, and the one deadline, of the action that sets it. */
function termsIn(actions: readonly ActionContent[], edition: string): NonNullable<EcosystemSource['terms']> {
  const terms = phases.flatMap((phase) => {
    const action = actions.find(({ number }) => number === actionOf[phase])
    const due = action?.results[0]?.due ?? null
    const dueOn = deadlineOf(due)
    if (!action || !due || !dueOn || action.results.length !== 1) return []
    const begins = action.timing?.qualifier === 'from' ? action.timing : null
    const expected = { expectedOn: begins?.day ?? null, expectedPrecision: begins?.precision ?? null }
    const term = {
      ...expected,
      dueOn,
      duePrecision: due.precision,
      dueQualifier: due.qualifier as 'by' | 'in',
      dueSource: `${action.code} ${edition}`,
    }
    return [[phase, term] as const]
  })
  return Object.fromEntries(terms) as Record<Phase, (typeof terms)[number][1]>
}

function reportOf(
  plan: PlanImport,
  changes: Changes,
  ecosystemsReport: EcosystemsReport,
  created: boolean,
  importId: string | null,
): PlanReport {
  const { edition, content, ecosystems, unplaced, refused } = plan
  const fresh = changes.actions.filter(({ standing }) => !standing)
  const { created: newEcosystems, changed: changedEcosystems } = ecosystemsReport
  return {
    edition: edition.code,
    source: content.source,
    actions: content.actions.length,
    results: content.actions.reduce((sum, { results }) => sum + results.length, 0),
    chapters: content.chapters.length,
    ecosystems: ecosystems.length,
    added: fresh.map(({ content: { code, title } }) => ({ code, title })),
    changed: changes.actions.flatMap(({ standing, content }) =>
      standing ? [{ code: content.code, title: content.title, changes: changesBetween(standing.content, content) }] : [],
    ),
    unchanged: changes.unchanged,
    absent: changes.absent,
    chaptersChanged: changes.chapters.map(({ content: { title } }) => title),
    ecosystemsReport,
    unplaced,
    refused,
    changesAnything: created || changes.actions.length + changes.chapters.length + newEcosystems.length + changedEcosystems.length > 0,
    importId,
    fingerprint: changes.fingerprint,
  }
}
