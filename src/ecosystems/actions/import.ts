import { allow } from '../../charter/policy.ts'
import type { Day } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import { addOrganisation, findByNames, findOrganisations } from '../../organisations/index.ts'
import { type Db, transact } from '../../platform/db.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import {
  columnChanges,
  type EcosystemSource,
  type EcosystemsReport,
  hasChanges,
  type ImportSource,
  isNational,
  type PartyChanges,
  partyChanges,
  termChanges,
  type Wanted,
} from '../import-rules.ts'
import type { Party } from '../party-rules.ts'
import { type EcosystemId, type EcosystemView, slugOf } from '../rules.ts'
import { addTerm, insertCycle } from '../store/cycles.ts'
import * as ecosystems from '../store/ecosystems.ts'
import * as parties from '../store/parties.ts'
import { listEcosystems } from '../store/views.ts'

/** Brings in the ecosystems of a plan. A second time changes nothing. Organisations not known by name are added first. */
export async function importEcosystems(desk: Desk, wanted: readonly EcosystemSource[], source: ImportSource): Promise<EcosystemsReport> {
  const { organisationsAdded } = await previewEcosystems(desk.db, wanted, source, desk.today)
  for (const name of organisationsAdded) await addOrganisation(desk, { name, kind: isNational(name) ? 'central' : 'other' })
  return transact(desk.db, async (tx) => {
    const comparison = await compare(tx, wanted, source, desk.today)
    for (const one of comparison.all) if (!one.known || one.what.length > 0) await save(tx, desk, one, source)
    return { ...reportOf(comparison), organisationsAdded }
  })
}

/** What an import would do. */
export async function previewEcosystems(
  db: Db,
  wanted: readonly EcosystemSource[],
  source: ImportSource,
  today: Day,
): Promise<EcosystemsReport> {
  return reportOf(await compare(db, wanted, source, today))
}

interface Compared {
  readonly told: EcosystemSource
  readonly slug: string
  readonly known: EcosystemView | null
  readonly columns: ReturnType<typeof columnChanges>
  readonly leads: PartyChanges
  readonly actors: PartyChanges
  readonly terms: ReturnType<typeof termChanges>
  readonly what: readonly string[]
}

interface Comparison {
  readonly all: readonly Compared[]
  readonly strangers: readonly string[]
  readonly ambiguous: readonly string[]
}

async function compare(db: Db, wanted: readonly EcosystemSource[], source: ImportSource, today: Day): Promise<Comparison> {
  const once = [...new Map(wanted.map((told) => [slugOf(told.name), told])).entries()]
  const names = [...new Set(wanted.flatMap(({ leads, actors }) => [...leads, ...actors]))]
  const organisations = await findByNames(db, names)
  const mustBeKnown = new Set([...wanted.flatMap(({ leads }) => leads), ...names.filter(isNational)])
  const { strangers, ambiguous } = await tellApart(
    db,
    [...mustBeKnown].filter((name) => !organisations.has(name)),
  )
  const ids = await ecosystems.idsBySlug(
    db,
    once.map(([slug]) => slug),
  )
  const views = new Map((await listEcosystems(db, today)).map((view) => [view.id, view]))
  const leads = (await parties.leadsOver(db, [...ids.values()], today)).map((lead) => ({ ...lead, label: lead.name }))
  const actors = await parties.actorsOver(db, [...ids.values()], today)

  const all = once.map(([slug, told]): Compared => {
    const id = ids.get(slug)
    const known = (id && views.get(id)) || null
    const of = (list: readonly Party[]) => list.filter(({ ecosystemId }) => ecosystemId === id)
    const meant = (list: readonly string[]): Wanted[] =>
      [...new Set(list)].map((label, position) => ({ label, position, organisationId: organisations.get(label) ?? null }))
    const columns = known ? columnChanges(known, told) : {}
    const clear = told.leads.filter((name) => !ambiguous.includes(name))
    const changes = { leads: partyChanges(of(leads), meant(clear), source), actors: partyChanges(of(actors), meant(told.actors), source) }
    const terms = known ? termChanges(known.phases, told.terms) : []
    const what = [
      ...Object.keys(columns),
      ...(hasChanges(changes.leads) ? ['leads'] : []),
      ...(hasChanges(changes.actors) ? ['actors'] : []),
      ...(terms.length > 0 ? ['terms'] : []),
    ]
    return { told, slug, known, columns, ...changes, terms, what: known ? what : [] }
  })
  return { all, strangers, ambiguous }
}

/** A name that several organisations share finds none of them, yet must not make one more. */
async function tellApart(db: Db, names: readonly string[]) {
  const strangers: string[] = []
  const ambiguous: string[] = []
  for (const name of names) {
    const { items } = await findOrganisations(db, { q: name, limit: 2 })
    const shared = items.filter((found) => found.name.toLowerCase() === name.toLowerCase()).length > 1
    if (shared) ambiguous.push(name)
    else strangers.push(name)
  }
  return { strangers, ambiguous }
}

function reportOf({ all, strangers, ambiguous }: Comparison): EcosystemsReport {
  return {
    created: all.filter(({ known }) => !known).map(({ told }) => told.name),
    changed: all.filter(({ known, what }) => known && what.length > 0).map(({ told, what }) => ({ name: told.name, what })),
    unchanged: all.filter(({ known, what }) => known && what.length === 0).map(({ told }) => told.name),
    organisationsAdded: strangers,
    ambiguous,
  }
}

async function save(tx: Db, desk: Desk, one: Compared, source: ImportSource): Promise<void> {
  const id = one.known?.id ?? newId<'ecosystem'>()
  const permit = allow(desk, 'ecosystems.import', { kind: 'ecosystem', id })
  const since = source.from < desk.today ? source.from : desk.today
  const cycleId = one.known ? one.known.cycle.id : await create(tx, id, one, since)
  if (one.known && Object.keys(one.columns).length > 0) await ecosystems.updateEcosystem(tx, { id, ...one.columns })
  await saveLeads(tx, id, one.leads, source)
  await saveActors(tx, id, one.actors, source)
  const terms = one.known
    ? one.terms
    : Object.entries(one.told.terms ?? {}).map(([phase, term]) => ({ phase: phase as keyof EcosystemView['phases'], term }))
  // Dates that replace others hold from now on; those of an ecosystem just born, since it is.
  for (const { phase, term } of terms) await addTerm(tx, cycleId, phase, term, one.known ? desk.today : since)
  await record(tx, permit, id, { source: source.name, created: !one.known, changed: [...one.what] })
}

async function create(tx: Db, id: EcosystemId, { told, slug }: Compared, since: Day) {
  const { name, nameEn = null, summary = null, prioritySource = null } = told
  await ecosystems.insertEcosystem(tx, {
    id,
    slug,
    nameIt: name,
    nameEn,
    summaryIt: summary,
    summaryEn: null,
    priority: prioritySource !== null,
    prioritySource,
    parentId: null,
    since,
  })
  return insertCycle(tx, { ecosystemId: id, number: 1, begunOn: since, from: null, outcome: null })
}

async function saveLeads(tx: Db, ecosystemId: string, { add, end, forget }: PartyChanges, source: ImportSource): Promise<void> {
  for (const { id } of forget) await parties.forget(tx, 'ecosystemLead', id)
  for (const { id, toDay } of end) await parties.endLead(tx, id, toDay)
  for (const { organisationId, position } of add)
    if (organisationId)
      await parties.insertLead(tx, {
        id: newId<'lead'>(),
        ecosystemId,
        organisationId,
        fromDay: source.from,
        toDay: null,
        position,
        source: source.name,
      })
}

async function saveActors(tx: Db, ecosystemId: string, { add, end, forget, identify }: PartyChanges, source: ImportSource): Promise<void> {
  for (const { id } of forget) await parties.forget(tx, 'ecosystemActor', id)
  for (const { id, toDay } of end) await parties.endActor(tx, id, toDay)
  for (const { id, organisationId } of identify) await parties.identifyActor(tx, id, organisationId)
  for (const wanted of add)
    await parties.insertActor(tx, { id: newId<'actor'>(), ecosystemId, ...wanted, fromDay: source.from, toDay: null, source: source.name })
}
