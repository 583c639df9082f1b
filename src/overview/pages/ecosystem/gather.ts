import { reportsOf } from '../../../answers/index.ts'
import { countActs } from '../../../audit/index.ts'
import { type ConsultationFact, consultationFacts } from '../../../consultations/index.ts'
import { type DocumentFact, documentFacts } from '../../../documents/index.ts'
import { actorsOf, cyclesOf, type EcosystemView, getEcosystem, listEcosystems } from '../../../ecosystems/index.ts'
import { annulments, type BodySummary, bodiesOf, lastAttended } from '../../../groups/index.ts'
import type { Day } from '../../../kernel/day.ts'
import { type InterconnectionStates, interconnectionCounts, systemCounts } from '../../../landscape/index.ts'
import { countNeeds, type HearingOnAgenda, hearingAgenda, needCallsOf, stakeholderGaps } from '../../../listening/index.ts'
import { listEditions } from '../../../plan/index.ts'
import type { Ctx } from '../../../platform/http.ts'
import { projectCounts } from '../../../portfolio/index.ts'
import { type Gaps, gapsOf } from '../../gaps.ts'
import { type Texts, textsOf } from './texts.ts'

/** All that the page of an ecosystem tells. */
export interface Whole {
  readonly ecosystem: EcosystemView
  readonly parent: EcosystemView | null
  readonly inside: readonly EcosystemView[]
  readonly actors: Awaited<ReturnType<typeof actorsOf>>
  readonly bodies: readonly BodySummary[]
  readonly projects: number
  readonly systems: number
  readonly interconnections: InterconnectionStates | undefined
  /** The needs that stand. */
  readonly needs: number
  readonly listening: { readonly stakeholders: number; readonly heard: number }
  /** The last to close first. */
  readonly consultations: readonly ConsultationFact[]
  /** The days on which the outcomes of consultations were published, by consultation. */
  readonly outcomes: ReadonlyMap<string, Day>
  /** The soonest first. */
  readonly hearings: readonly HearingOnAgenda[]
  /** The calls for needs that are open, the first to close first. */
  readonly calls: Awaited<ReturnType<typeof needCallsOf>>
  readonly documents: readonly DocumentFact[]
  /** What the published perimeter and vision say first. */
  readonly texts: Texts
  readonly cycles: number
  readonly gaps: Gaps
  readonly acts: number
  /** The edition whose actions 51–54 set the phases, where it is loaded. */
  readonly edition: string | null
}

const editionOfPhases = '2019-2021'

export async function gatherEcosystem(c: Ctx, slug: string): Promise<Whole> {
  const { db, now, today } = c.var
  const all = await listEcosystems(db, today)
  const ecosystem = all.find((one) => one.slug === slug) ?? (await getEcosystem(db, slug, today))
  const editions = await listEditions(db)
  const consultations = await consultationFacts(db, [ecosystem.id], today)
  const reports = await reportsOf(
    db,
    consultations.map(({ id }) => id),
  )
  const published = [...reports].flatMap(([id, { publishedOn }]) => (publishedOn ? [[id, publishedOn] as const] : []))
  const documents = (await documentFacts(db, [ecosystem.id], today, annulments)).get(ecosystem.id) ?? []
  const calls = await needCallsOf(db, [ecosystem.id])
  const sat = await lastAttended(db, [ecosystem.id], today)
  const bodies = await bodiesOf(db, [ecosystem.id], today)
  return {
    ecosystem,
    parent: all.find(({ id }) => id === ecosystem.parentId) ?? null,
    inside: all.filter(({ parentId }) => parentId === ecosystem.id),
    actors: await actorsOf(db, ecosystem.id, today),
    bodies,
    needs: (await countNeeds(db, ecosystem.id, {})).total,
    projects: (await projectCounts(db, [ecosystem.id])).get(ecosystem.id) ?? 0,
    systems: (await systemCounts(db, [ecosystem.id])).get(ecosystem.id) ?? 0,
    interconnections: (await interconnectionCounts(db, [ecosystem.id], today)).get(ecosystem.id),
    listening: (await stakeholderGaps(db, [ecosystem.id], today, sat)).get(ecosystem.id) ?? { stakeholders: 0, heard: 0 },
    consultations,
    outcomes: new Map(published),
    hearings: (await hearingAgenda(db, [ecosystem.id], now)).filter(({ state }) => state !== 'cancelled'),
    calls: calls.filter(({ opensOn, closesOn }) => opensOn <= today && closesOn >= today).toReversed(),
    documents,
    texts: await textsOf(db, documents),
    cycles: (await cyclesOf(db, ecosystem.id, today)).length,
    gaps: await gapsOf(db, [ecosystem], today),
    acts: await countActs(db, [ecosystem.id, ...bodies.map(({ id }) => id)]),
    edition: editions.find(({ code }) => code === editionOfPhases)?.code ?? null,
  }
}
