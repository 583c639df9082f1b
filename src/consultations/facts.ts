import { scopesForGrants } from '../ecosystems/index.ts'
import { addDays, type Day, daysBetween } from '../kernel/day.ts'
import type { Db } from '../platform/db.ts'
import { type ConsultationKind, type ConsultationState, isOpened, type OpenedConsultation, stateOn } from './rules/consultation.ts'
import { consultationsOf, listOpened } from './store/consultations.ts'
import { type Numbers, noNumbers, numbersOf } from './store/tallies.ts'

/** A consultation as gates, the ecosystem's page and the lists tell it. */
export interface ConsultationFact {
  readonly id: string
  readonly ecosystemId: string
  readonly cycleId: string
  readonly documentId: string
  readonly versionId: string
  readonly kind: ConsultationKind
  readonly titleIt: string
  readonly titleEn: string | null
  readonly opensOn: Day
  readonly closesOn: Day
  /** Whole days, the first excluded. */
  readonly days: number
  readonly state: Exclude<ConsultationState, 'draft' | 'discarded'>
  readonly numbers: Numbers
}

/** Those opened by a day in each of these ecosystems, the last to close first, in two statements. */
export async function consultationFacts(db: Db, ecosystemIds: readonly string[], today: Day): Promise<ConsultationFact[]> {
  const consultations = (await consultationsOf(db, ecosystemIds)).filter(isOpened)
  return told(db, consultations, today)
}

async function told(db: Db, consultations: readonly OpenedConsultation[], today: Day): Promise<ConsultationFact[]> {
  const numbers = await numbersOf(
    db,
    consultations.map(({ id }) => id),
  )
  return consultations.map((consultation) => ({
    id: consultation.id,
    ecosystemId: consultation.ecosystemId,
    cycleId: consultation.cycleId,
    documentId: consultation.documentId,
    versionId: consultation.versionId,
    kind: consultation.kind,
    titleIt: consultation.titleIt,
    titleEn: consultation.titleEn,
    opensOn: consultation.opensOn,
    closesOn: consultation.closesOn,
    days: daysBetween(consultation.opensOn, consultation.closesOn),
    state: stateOn(today, consultation) as ConsultationFact['state'],
    numbers: numbers.get(consultation.id) ?? noNumbers,
  }))
}

/** Open today and closing within so many days, the first to close first: what a home page warns of. */
export async function closingSoon(db: Db, today: Day, within: number, limit: number): Promise<ConsultationFact[]> {
  const { items } = await listOpened(db, { today, state: 'open', limit })
  return told(
    db,
    items.filter(({ closesOn }) => closesOn <= addDays(today, within)),
    today,
  )
}

export interface StrategyConsulted {
  readonly slug: string
  readonly consultationId: string
  readonly opensOn: Day
}

/** For each of these ecosystems the first consultation upon its strategy document opened by a day; those without one are left out. */
export async function strategiesConsulted(db: Db, slugs: readonly string[], by: Day): Promise<StrategyConsulted[]> {
  const ecosystems = (await scopesForGrants(db)).filter(({ slug }) => slugs.includes(slug))
  const ids = ecosystems.map(({ id }) => id)
  const opened = (await consultationsOf(db, ids))
    .filter(isOpened)
    .filter(({ kind, firstOpensOn }) => kind === 'strategy' && firstOpensOn <= by)
  return ecosystems.flatMap(({ id, slug }) => {
    const [first] = opened.filter(({ ecosystemId }) => ecosystemId === id).toSorted((a, b) => (a.firstOpensOn < b.firstOpensOn ? -1 : 1))
    return first ? [{ slug, consultationId: first.id, opensOn: first.firstOpensOn }] : []
  })
}
