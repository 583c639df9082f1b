import { type ConsultationFact, consultationFacts } from '../../../consultations/index.ts'
import { actorsOf, cyclesOf, type EcosystemView, getEcosystem, listEcosystems } from '../../../ecosystems/index.ts'
import { type BodySummary, bodiesOf } from '../../../groups/index.ts'
import { countNeeds, stakeholderGaps } from '../../../listening/index.ts'
import { listEditions } from '../../../plan/index.ts'
import type { Ctx } from '../../../platform/http.ts'
import { projectCounts } from '../../../portfolio/index.ts'
import { type Gaps, gapsOf } from '../../gaps.ts'
import { countActs } from '../../store/acts.ts'

/** All that the page of an ecosystem tells. */
export interface Whole {
  readonly ecosystem: EcosystemView
  readonly parent: EcosystemView | null
  readonly inside: readonly EcosystemView[]
  readonly actors: Awaited<ReturnType<typeof actorsOf>>
  readonly bodies: readonly BodySummary[]
  readonly projects: number
  /** The needs that stand. */
  readonly needs: number
  readonly listening: { readonly stakeholders: number; readonly heard: number }
  /** The last to close first. */
  readonly consultations: readonly ConsultationFact[]
  readonly cycles: number
  readonly gaps: Gaps
  readonly acts: number
  /** The edition whose actions 51–54 set the phases, where it is loaded. */
  readonly edition: string | null
}

const editionOfPhases = '2019-2021'

export async function gatherEcosystem(c: Ctx, slug: string): Promise<Whole> {
  const { db, today } = c.var
  const all = await listEcosystems(db, today)
  const ecosystem = all.find((one) => one.slug === slug) ?? (await getEcosystem(db, slug, today))
  const editions = await listEditions(db)
  return {
    ecosystem,
    parent: all.find(({ id }) => id === ecosystem.parentId) ?? null,
    inside: all.filter(({ parentId }) => parentId === ecosystem.id),
    actors: await actorsOf(db, ecosystem.id, today),
    bodies: await bodiesOf(db, [ecosystem.id], today),
    needs: (await countNeeds(db, ecosystem.id, {})).total,
    projects: (await projectCounts(db, [ecosystem.id])).get(ecosystem.id) ?? 0,
    listening: (await stakeholderGaps(db, [ecosystem.id], today)).get(ecosystem.id) ?? { stakeholders: 0, heard: 0 },
    consultations: await consultationFacts(db, [ecosystem.id], today),
    cycles: (await cyclesOf(db, ecosystem.id, today)).length,
    gaps: await gapsOf(db, [ecosystem], today),
    acts: await countActs(db, ecosystem.id),
    edition: editions.find(({ code }) => code === editionOfPhases)?.code ?? null,
  }
}
