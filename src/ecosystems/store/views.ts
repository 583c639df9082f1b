import type { Phase } from '../../charter/phases.ts'
import type { Day } from '../../kernel/day.ts'
import { notFound, Problem, type ProblemKind } from '../../kernel/problem.ts'
import { namesOf } from '../../organisations/index.ts'
import type { Db } from '../../platform/db.ts'
import { asOf, type PhaseRun } from '../phase-rules.ts'
import type { Cycle, CycleId, EcosystemId, EcosystemView, Lead } from '../rules.ts'

import { runColumns, runFrom, termOn } from './runs.ts'

const own = (db: Db) => db.$pickTables<'ecosystem' | 'ecosystemSlug' | 'ecosystemLead' | 'cycle' | 'phaseRun' | 'phaseTerm'>()

export const beforeItsTime = {
  slug: 'before-the-ecosystem',
  status: 404,
  it: 'In quel giorno questo ecosistema non c’era ancora: comincia da qui ({since}).',
  en: 'On that day this ecosystem did not exist yet: it begins here ({since}).',
} as const satisfies ProblemKind

/** Every ecosystem as it stood on a day, by name. They are dozens: a whole list is fine. */
export async function listEcosystems(db: Db, today: Day): Promise<EcosystemView[]> {
  return views(
    db,
    today,
    await own(db).selectFrom('ecosystem').select(columns).where('since', '<=', today).orderBy('nameIt').orderBy('id').execute(),
  )
}

/** A former address refuses with `movedTo`, the present one: `keepAddresses` turns that into a redirection. */
export async function getEcosystem(db: Db, slug: string, today: Day): Promise<EcosystemView> {
  const row = await own(db).selectFrom('ecosystem').select(columns).where('slug', '=', slug).executeTakeFirst()
  if (!row) throw new Problem(notFound, { ecosystem: slug, ...(await whereItMoved(db, slug)) })
  if (row.since > today) throw new Problem(beforeItsTime, { since: row.since })
  const [view] = await views(db, today, [row])
  if (!view) throw new Problem(beforeItsTime, { since: row.since })
  return view
}

async function whereItMoved(db: Db, slug: string): Promise<{ movedTo?: string }> {
  const moved = await own(db)
    .selectFrom('ecosystemSlug')
    .innerJoin('ecosystem', 'ecosystem.id', 'ecosystemSlug.ecosystemId')
    .select('ecosystem.slug')
    .where('ecosystemSlug.slug', '=', slug)
    .executeTakeFirst()
  return moved ? { movedTo: moved.slug } : {}
}

export async function namesOfEcosystems(
  db: Db,
  ids: readonly string[],
): Promise<Map<string, { slug: string; nameIt: string; nameEn: string | null }>> {
  if (ids.length === 0) return new Map()
  const rows = await own(db)
    .selectFrom('ecosystem')
    .select(['id', 'slug', 'nameIt', 'nameEn'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, ...names }) => [id, names]))
}

/** What a grant can be limited to: every ecosystem, by name. */
export async function scopesForGrants(db: Db): Promise<{ id: EcosystemId; slug: string; nameIt: string; nameEn: string | null }[]> {
  const rows = await own(db).selectFrom('ecosystem').select(['id', 'slug', 'nameIt', 'nameEn']).orderBy('nameIt').execute()
  return rows.map((row) => ({ ...row, id: row.id as EcosystemId }))
}

const columns = ['id', 'slug', 'nameIt', 'nameEn', 'summaryIt', 'summaryEn', 'priority', 'prioritySource', 'parentId', 'since'] as const

interface Row extends Omit<EcosystemView, 'id' | 'parentId' | 'leads' | 'cycle' | 'phases'> {
  readonly id: string
  readonly parentId: string | null
}

/** Four statements, however many ecosystems there are. */
async function views(db: Db, today: Day, rows: readonly Row[]): Promise<EcosystemView[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const runs = await latestCycles(db, ids, today)
  const leads = await leadsOf(db, ids, today)
  return rows.flatMap((row) => {
    const latest = runs.get(row.id)
    if (!latest) return []
    return [{ ...row, id: row.id as EcosystemId, parentId: row.parentId as EcosystemId | null, leads: leads.get(row.id) ?? [], ...latest }]
  })
}

type Latest = { cycle: Cycle; phases: Record<Phase, PhaseRun> }

async function latestCycles(db: Db, ids: readonly string[], today: Day): Promise<Map<string, Latest>> {
  const rows = await own(db)
    .with('latest', (q) =>
      q
        .selectFrom('cycle')
        .selectAll()
        .distinctOn('ecosystemId')
        .where('ecosystemId', 'in', [...ids])
        .where('begunOn', '<=', today)
        .orderBy('ecosystemId')
        .orderBy('number', 'desc'),
    )
    .selectFrom('latest')
    .innerJoin('phaseRun', 'phaseRun.cycleId', 'latest.id')
    .leftJoinLateral(
      (eb) => termOn(eb, today).as('term'),
      (join) => join.onTrue(),
    )
    .select(runColumns)
    .select(['latest.ecosystemId', 'latest.number', 'latest.begunOn'])
    .execute()
  const found = new Map<string, Latest>()
  for (const row of rows) {
    const cycle = { id: row.cycleId as CycleId, number: row.number, begunOn: row.begunOn }
    const latest = found.get(row.ecosystemId) ?? { cycle, phases: {} as Record<Phase, PhaseRun> }
    latest.phases[row.phase as Phase] = asOf(runFrom(row), today)
    found.set(row.ecosystemId, latest)
  }
  return found
}

async function leadsOf(db: Db, ids: readonly string[], today: Day): Promise<Map<string, Lead[]>> {
  const rows = await own(db)
    .selectFrom('ecosystemLead')
    .select(['id', 'ecosystemId', 'organisationId', 'fromDay'])
    .where('ecosystemId', 'in', [...ids])
    .where('fromDay', '<=', today)
    .where((e) => e.or([e('toDay', 'is', null), e('toDay', '>=', today)]))
    .orderBy('position')
    .orderBy('id')
    .execute()
  const names = await namesOf(db, [...new Set(rows.map(({ organisationId }) => organisationId))], today)
  const found = new Map<string, Lead[]>()
  for (const { id, ecosystemId, organisationId, fromDay } of rows) {
    const lead = { id, organisationId, name: names.get(organisationId) ?? organisationId, since: fromDay }
    found.set(ecosystemId, [...(found.get(ecosystemId) ?? []), lead])
  }
  return found
}
