import { countAppeals, type OpenedConsultation, stateOn } from '../consultations/index.ts'
import { type Version, versionsOf } from '../documents/index.ts'
import type { Day } from '../kernel/day.ts'
import { Problem } from '../kernel/problem.ts'
import type { Db } from '../platform/db.ts'
import { changedBetween, promisesOf } from './actions/reports.ts'
import { type Account, appealsWaiting, mustKeepPromises, toAnswer } from './rules/account.ts'
import { type Outcome, outcomes } from './rules/replies.ts'
import { accountOf, type Breakdown, breakdownOf } from './store/account.ts'
import { findReport, type OutcomeReport } from './store/reports.ts'

export interface Counted<Key> {
  readonly key: Key
  readonly count: number
}

/** How a consultation stands or ended, in numbers. They tell what arrived, and are never called representative. */
export interface OutcomeNumbers {
  readonly account: Account
  /** Null for those without an answer yet. */
  readonly byOutcome: readonly Counted<Outcome | null>[]
  /** 'person', or the kind of the organisation; the most first. */
  readonly byKind: readonly Counted<string>[]
  /** The section's heading, null for the whole; the most first. */
  readonly bySection: readonly Counted<string | null>[]
}

export async function outcomeNumbers(db: Db, consultationId: string): Promise<OutcomeNumbers> {
  const rows = await breakdownOf(db, consultationId)
  const order: readonly (Outcome | null)[] = [...outcomes, null]
  const byOutcome = sum(rows, ({ outcome }) => outcome)
  return {
    account: await accountOf(db, consultationId),
    byOutcome: order.flatMap((key) => byOutcome.find((one) => one.key === key) ?? []),
    byKind: sum(rows, ({ contributorKind }) => contributorKind),
    bySection: sum(rows, ({ sectionId }) => sectionId),
  }
}

function sum<Key>(rows: readonly Breakdown[], keyOf: (row: Breakdown) => Key): Counted<Key>[] {
  const counts = new Map<Key, number>()
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + row.count)
  return [...counts].map(([key, count]) => ({ key, count })).toSorted((a, b) => b.count - a.count)
}

export type Check = 'closed' | 'answered' | 'appeals' | 'narrative' | 'final' | 'promises'

export interface Standing {
  readonly report: OutcomeReport | null
  /** Frozen after the version that was consulted upon, the latest first. */
  readonly later: readonly Version[]
  readonly final: Version | null
  /** What concluding asks, and whether it is there. */
  readonly checks: readonly { readonly check: Check; readonly met: boolean; readonly problem: Problem | null }[]
}

/** What still stands between a consultation and its conclusion: the same that the act would refuse. */
export async function standingOf(db: Db, consultation: OpenedConsultation, account: Account, today: Day): Promise<Standing> {
  const report = await findReport(db, consultation.id)
  const versions = await versionsOf(db, consultation.documentId)
  const consulted = versions.find(({ id }) => id === consultation.versionId)
  const later = versions.filter(({ number }) => number > (consulted?.number ?? 0)).toSorted((a, b) => b.number - a.number)
  const final = later.find(({ id }) => id === report?.finalVersionId) ?? null
  const broken = final ? await brokenPromises(db, consultation, final) : null
  const appeals = await countAppeals(db, consultation.id)
  return {
    report,
    later,
    final,
    checks: [
      { check: 'closed', met: stateOn(today, consultation) === 'closed', problem: null },
      { check: 'answered', met: toAnswer(account) === 0, problem: null },
      { check: 'appeals', met: appeals === 0, problem: appeals > 0 ? new Problem(appealsWaiting, { count: appeals }) : null },
      { check: 'narrative', met: Boolean(report?.narrativeIt), problem: null },
      { check: 'final', met: final !== null, problem: null },
      { check: 'promises', met: final !== null && broken === null, problem: broken },
    ],
  }
}

async function brokenPromises(db: Db, { id, versionId }: OpenedConsultation, final: Version): Promise<Problem | null> {
  try {
    mustKeepPromises(await promisesOf(db, id), await changedBetween(db, versionId, final.id))
    return null
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}
