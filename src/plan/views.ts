import type { State } from '../charter/states.ts'
import { strategiesConsulted } from '../consultations/index.ts'
import { listEcosystems } from '../ecosystems/index.ts'
import { workingGroupsConstituted } from '../groups/index.ts'
import type { Day } from '../kernel/day.ts'
import { Problem } from '../kernel/problem.ts'
import type { Db } from '../platform/db.ts'
import { type Criterion, evaluate, type PhaseRecord, type Records, type Verdict } from './criterion.ts'
import { countsByState, deadlineAmong, type ListedAction, type ListedResult } from './listing.ts'
import { actionState, deadlineOf, noSuchAction, notYetInPlan, type ResultId, resultState } from './rules.ts'
import { type Declaration, declarationsOf } from './store/declarations.ts'
import { type Edition, editionOf, getEdition } from './store/editions.ts'
import { type LineageLink, lineageOf } from './store/lineage.ts'
import { type ActionRow, actionOn, actionsDueBetween, actionsOn, neighboursOf } from './store/listing.ts'
import { versionsOf } from './store/standing.ts'

/** Ecosystems, working groups and consultations are asked only where a criterion counts them, and not those that are at hand. */
async function recordsFor(db: Db, rows: readonly ActionRow[], today: Day, known?: readonly PhaseRecord[]): Promise<Records> {
  const criteria = rows.flatMap(({ results }) => results.flatMap(({ criterion }) => criterion ?? []))
  const countedBy = (which: Criterion['kind']) => criteria.flatMap(({ kind, slugs }) => (kind === which ? slugs : []))
  const [groups, strategies] = [countedBy('working-groups-constituted'), countedBy('strategies-consulted')]
  return {
    ecosystems: known ?? (criteria.length > 0 ? await listEcosystems(db, today) : []),
    groups: groups.length > 0 ? await workingGroupsConstituted(db, groups, today) : [],
    strategies: strategies.length > 0 ? await strategiesConsulted(db, strategies, today) : [],
  }
}

function listed({ versionId: _, edition: __, ...row }: ActionRow, records: Records, today: Day): ListedAction {
  const results = row.results.map(({ id, position, due, criterion, declared }): ListedResult => {
    const metOn = criterion ? evaluate(criterion, records, today).metOn : null
    return { id, position, due, deadline: deadlineOf(due), ...resultState({ timing: row.timing, due, metOn, declared }, today) }
  })
  return { ...row, results, ...actionState(results, row.timing, today), deadline: deadlineAmong(results) }
}

/**
 * Every action of an edition with its state on a day; the number of queries does not depend on how many there are.
 * Whoever has the ecosystems of that day at hand gives them, and they are not asked for again.
 */
export async function listActions(db: Db, edition: Edition, today: Day, known?: readonly PhaseRecord[]): Promise<ListedAction[]> {
  const rows = await actionsOn(db, edition.id, today)
  const records = await recordsFor(db, rows, today, known)
  return rows.map((row) => listed(row, records, today))
}

/** The edition in force, or the last one there was; null while no plan is loaded. */
export async function currentEdition(db: Db, today: Day): Promise<Edition | null> {
  return editionOf(db, today)
}

export interface DueResult {
  readonly edition: string
  readonly code: string
  readonly number: number
  readonly title: string
  readonly position: number
  readonly deadline: Day
  readonly state: State
  readonly days: number | null
}

export interface PlanProgress {
  readonly edition: Edition
  readonly actions: number
  readonly counts: Readonly<Record<State, number>>
  /** The longest late first. */
  readonly late: readonly DueResult[]
  /** Results still owed and not late, the soonest first. */
  readonly coming: readonly DueResult[]
}

/** How far the edition in force has come, for pages that tell it beside other things. */
export async function planProgress(db: Db, today: Day, known?: readonly PhaseRecord[]): Promise<PlanProgress | null> {
  const edition = await currentEdition(db, today)
  if (!edition) return null
  const actions = await listActions(db, edition, today, known)
  const due = actions.flatMap((action) => dueResults(edition.code, action)).toSorted(byDeadline)
  return {
    edition,
    actions: actions.length,
    counts: countsByState(actions),
    late: due.filter(({ state }) => state === 'late'),
    coming: due.filter(({ state, deadline }) => state !== 'late' && state !== 'done' && deadline >= today),
  }
}

/** Results due between two days and still owed, of whatever edition. */
export async function dueBetween(db: Db, from: Day, to: Day, today: Day): Promise<DueResult[]> {
  const rows = await actionsDueBetween(db, from, to, today)
  const records = await recordsFor(db, rows, today)
  return rows
    .flatMap((row) => dueResults(row.edition, listed(row, records, today)))
    .filter(({ deadline, state }) => deadline >= from && deadline <= to && state !== 'done')
    .toSorted(byDeadline)
}

const byDeadline = (a: DueResult, b: DueResult) => (a.deadline < b.deadline ? -1 : a.deadline > b.deadline ? 1 : a.number - b.number)

function dueResults(edition: string, { code, number, title, results }: ListedAction): DueResult[] {
  return results.flatMap(({ position, deadline, state, days }) =>
    deadline ? [{ edition, code, number, title, position, deadline, state, days }] : [],
  )
}

export interface ActionView {
  readonly edition: Edition
  readonly action: ListedAction
  readonly versions: Awaited<ReturnType<typeof versionsOf>>
  /** The text in force on the day. */
  readonly text: Awaited<ReturnType<typeof versionsOf>>[number]
  readonly verdicts: ReadonlyMap<ResultId, Verdict>
  readonly declarations: readonly Declaration[]
  readonly lineage: readonly LineageLink[]
  readonly neighbours: Awaited<ReturnType<typeof neighboursOf>>
}

/** An action with everything that is known of it on a day. */
export async function getAction(db: Db, editionCode: string, number: number, today: Day, on: Day = today): Promise<ActionView> {
  const edition = await getEdition(db, editionCode)
  const row = await actionOn(db, edition.id, number, on)
  if (!row) throw await absent(db, edition, number, today, on)
  const records = await recordsFor(db, [row], on)
  const versions = await versionsOf(db, row.id)
  const text = versions.find(({ validFrom }) => validFrom <= on)
  if (!text) throw new Error(`${row.code} stands on ${on} without a text`)
  const verdicts = row.results.flatMap(({ id, criterion }) => (criterion ? [[id, evaluate(criterion, records, on)] as const] : []))
  return {
    edition,
    action: listed(row, records, on),
    versions: versions.filter(({ validFrom }) => validFrom <= today),
    text,
    verdicts: new Map(verdicts),
    declarations: await declarationsOf(
      db,
      row.results.map(({ id }) => id),
      on,
    ),
    lineage: await lineageOf(db, edition.code, row.code, on),
    neighbours: await neighboursOf(db, edition.id, number),
  }
}

async function absent(db: Db, edition: Edition, number: number, today: Day, on: Day): Promise<Problem> {
  const now = on === today ? null : await actionOn(db, edition.id, number, today)
  const first = now && (await versionsOf(db, now.id)).at(-1)?.validFrom
  return first ? new Problem(notYetInPlan, { day: on, first }) : new Problem(noSuchAction, { edition: edition.code, number })
}
