import type { Actor } from '../charter/policy.ts'
import type { State } from '../charter/states.ts'
import type { Day } from '../kernel/day.ts'
import type { Lang } from '../kernel/lang.ts'
import type { Db } from '../platform/db.ts'
import type { Consultation } from './rules/consultation.ts'

/** What was answered to a contribution, ready to be shown beside it. */
export interface AnswerTold {
  readonly state: State
  /** 'Accolta in parte'. */
  readonly outcome: string
  readonly reason: string
  readonly lang: Lang
  readonly publishedAt: Date
  /** The page of the reply, with the change of the text that it caused. */
  readonly to: string
}

/** The answers stand above: they are asked through this. */
export interface Answers {
  readonly to: (db: Db, lang: Lang, consultationId: string, contributionIds: readonly string[]) => Promise<ReadonlyMap<string, AnswerTold>>
  /** How many contributions have a published answer. */
  readonly answered: (db: Db, consultationId: string) => Promise<number>
  /** The day on which the outcomes were published; null while they are not. */
  readonly outcomesOn: (db: Db, consultationId: string) => Promise<Day | null>
  readonly mayAnswer: (actor: Actor, consultation: Consultation) => boolean
}
