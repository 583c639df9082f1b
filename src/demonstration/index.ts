import { operator } from '../charter/policy.ts'
import { addEcosystem, listEcosystems } from '../ecosystems/index.ts'
import { seedPersonas } from '../identity/index.ts'
import { type Day, day, dayOf } from '../kernel/day.ts'
import { beginTelling } from '../notifications/index.ts'
import { addOrganisation, findByNames } from '../organisations/index.ts'
import { seedPlanFacts } from '../plan/index.ts'
import type { Db } from '../platform/db.ts'
import { demoStart } from '../platform/demo-clock.ts'
import type { Desk } from '../platform/http.ts'
import { livesOfConclusions } from './conclusions.ts'
import { livesOfConsultations, writingOrganisations } from './consultations/index.ts'
import { seedDeclarations } from './declarations.ts'
import { livesOf } from './ecosystem-lives.ts'
import { sampleEcosystems } from './ecosystems.ts'
import { livesOfGroups, organisationsOfGroups } from './groups/index.ts'
import { relive } from './history.ts'
import { livesOfLandscapes } from './landscape/index.ts'
import { livesOfListenings, organisationsOnMaps } from './listening/index.ts'
import { kindOf, kindsOfActor, sampleFirm } from './organisations.ts'
import { livesOfPortfolios } from './portfolio/index.ts'
import { isSeeded, markSeeded, withoutWaiting } from './store.ts'
import { livesOfTexts } from './texts/index.ts'

/** The day on which the platform of the demonstration was opened: the plan was published a month later. */
const opening = day('2017-06-01')

const deskOn = (db: Db, today: Day): Desk => ({ db, actor: operator, now: new Date(`${today}T07:00:00Z`), today })

/**
 * Fills a demonstration through the rooms' own actions, once in its life. Begun and interrupted, it goes on where it
 * stopped: what is there already is left as it is.
 */
export async function seedDemonstration(db: Db): Promise<void> {
  if (await isSeeded(db)) return
  await withoutWaiting(db, fill)
  await markSeeded(db)
}

async function fill(db: Db): Promise<void> {
  // So that its people find among their notices what concerns them, old or new.
  await beginTelling(db)
  const organisations = await seedOrganisations(db)
  const today = dayOf(demoStart)
  const there = new Set((await listEcosystems(db, today)).map(({ nameIt }) => nameIt))
  const missing = sampleEcosystems.filter(({ nameIt }) => !there.has(nameIt))
  for (const sample of missing.filter(({ within }) => !within)) await add(db, sample, null)
  const added = await listEcosystems(db, today)
  for (const sample of missing.filter(({ within }) => within)) {
    await add(db, sample, added.find(({ nameIt }) => nameIt === sample.within)?.id ?? null)
  }
  await relive(db, livesOf(await listEcosystems(db, today), organisations))
  await seedPlanFacts(deskOn(db, day('2019-03-12')))
  const culture = (await listEcosystems(db, today)).find(({ nameIt }) => nameIt === 'Beni culturali e turismo')
  const organisationId = organisations.get(sampleFirm)
  if (!culture || !organisationId) return
  const people = await seedPersonas(deskOn(db, day('2019-01-02')), { ecosystemId: culture.id, organisationId })
  const ecosystems = await listEcosystems(db, today)
  await relive(db, [
    ...livesOfGroups(ecosystems, organisations),
    ...livesOfListenings(ecosystems, organisations),
    ...livesOfLandscapes(ecosystems, organisations),
    ...livesOfTexts(ecosystems),
    ...livesOfPortfolios(ecosystems, organisations),
    ...livesOfConsultations(ecosystems, organisations),
    ...livesOfConclusions(ecosystems),
  ])
  await seedDeclarations(db, people.get('demo-analyst') ?? operator.id, today)
}

async function seedOrganisations(db: Db): Promise<Map<string, string>> {
  const names = new Set(['AGID', sampleFirm, ...organisationsOfGroups, ...organisationsOnMaps.keys(), ...writingOrganisations.keys()])
  for (const { leads, actors } of sampleEcosystems) for (const name of [...leads, ...actors]) if (!kindsOfActor.has(name)) names.add(name)
  const found = new Map<string, string>(await findByNames(db, [...names]))
  const desk = deskOn(db, opening)
  for (const name of names) {
    if (found.has(name)) continue
    const { id } = await addOrganisation(desk, {
      name,
      kind: name === sampleFirm ? 'company' : (organisationsOnMaps.get(name) ?? writingOrganisations.get(name) ?? kindOf(name)),
    })
    found.set(name, id)
  }
  return found
}

function add(db: Db, sample: (typeof sampleEcosystems)[number], parentId: string | null) {
  const { nameIt, nameEn, summaryIt, summaryEn, priority, cycleBegunOn } = sample
  const since = day(cycleBegunOn)
  const prioritySource = priority ? 'Piano triennale 2019–2021, LA51' : null
  return addEcosystem(deskOn(db, since), { nameIt, nameEn, summaryIt, summaryEn, priority, prioritySource, parentId, since })
}
