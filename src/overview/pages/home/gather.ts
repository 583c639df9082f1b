import { type LatestActs, latestActs } from '../../../audit/index.ts'
import { type ConsultationFact, closingSoon, countOpen } from '../../../consultations/index.ts'
import { type EcosystemView, listEcosystems, nameIn } from '../../../ecosystems/index.ts'
import { nextMeetings } from '../../../groups/index.ts'
import { type HearingOnAgenda, hearingsToRegisterFor, nextHearings, openNeedCalls } from '../../../listening/index.ts'
import { type PlanProgress, planProgress } from '../../../plan/index.ts'
import type { Ctx } from '../../../platform/http.ts'
import { type Gaps, gapsOf } from '../../gaps.ts'
import { rowOf } from '../../rows.ts'
import { type Filter, filters, type Order, orderOf, type Row } from '../../rules/picture.ts'

/** All that the home page tells. */
export interface Home {
  readonly rows: readonly Row[]
  /** Those that stand inside others are read on their parents' pages. */
  readonly inside: number
  readonly gaps: Gaps
  readonly plan: PlanProgress | null
  /** Open today, the first to close first. */
  readonly consultations: readonly ConsultationFact[]
  readonly openConsultations: number
  /** The hearings to register for and the calls for needs, the first to close first. */
  readonly hearings: readonly HearingOnAgenda[]
  readonly calls: Awaited<ReturnType<typeof openNeedCalls>>
  /** The meetings and the hearings to come, the soonest first. */
  readonly meetings: Awaited<ReturnType<typeof nextMeetings>>
  readonly nextHearings: Awaited<ReturnType<typeof nextHearings>>
  readonly acts: LatestActs
  readonly ecosystems: readonly EcosystemView[]
  readonly filter: Filter | null
  readonly order: Order | null
}

/** Asks a number of questions that does not depend on how much there is. */
export async function gatherHome(c: Ctx): Promise<Home> {
  const { db, now, today, reader } = c.var
  const ecosystems = await listEcosystems(db, today)
  const tops = ecosystems.filter(({ parentId }) => parentId === null)
  const asked = c.req.query('filtro')
  return {
    rows: tops.map((ecosystem) => rowOf(ecosystem, nameIn(reader.lang, ecosystem), today)),
    inside: ecosystems.length - tops.length,
    gaps: await gapsOf(db, tops, today),
    plan: await planProgress(db, today, ecosystems),
    consultations: await closingSoon(db, today, 3650, 5),
    openConsultations: await countOpen(db, today),
    hearings: await hearingsToRegisterFor(db, today, now, 5),
    calls: await openNeedCalls(db, today),
    meetings: await nextMeetings(db, now, 5),
    nextHearings: await nextHearings(db, now, 5),
    acts: await latestActs(db, { limit: 5 }),
    ecosystems,
    filter: filters.find((filter) => filter === asked) ?? null,
    order: orderOf(c.req.query('ordina')),
  }
}
