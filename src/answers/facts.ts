import type { Day } from '../kernel/day.ts'
import type { Db } from '../platform/db.ts'
import { type Account, toAnswer } from './rules/account.ts'
import { accountsOf, lastPublications } from './store/account.ts'
import { reportsOf } from './store/reports.ts'

/** How far the answers of a consultation are, as it proves them to whoever judges. */
export interface AnswerFact {
  readonly consultationId: string
  readonly account: Account
  readonly toAnswer: number
  /** The day of the last publication of answers; null before the first. */
  readonly lastAnsweredOn: Day | null
  /** The day on which the outcomes were published; null while they are not. */
  readonly publishedOn: Day | null
  readonly finalVersionId: string | null
}

/** Of some consultations. The account is today's: of a past day only what was published by then is known. */
export async function answerFacts(db: Db, consultationIds: readonly string[], day: Day): Promise<Map<string, AnswerFact>> {
  const accounts = await accountsOf(db, consultationIds)
  const reports = await reportsOf(db, consultationIds)
  const last = await lastPublications(db, consultationIds)
  return new Map(
    [...accounts].map(([consultationId, account]) => {
      const report = reports.get(consultationId)
      const published = report?.publishedOn && report.publishedOn <= day ? report : null
      return [
        consultationId,
        {
          consultationId,
          account,
          toAnswer: toAnswer(account),
          lastAnsweredOn: last.get(consultationId) ?? null,
          publishedOn: published?.publishedOn ?? null,
          finalVersionId: published?.finalVersionId ?? null,
        },
      ]
    }),
  )
}
