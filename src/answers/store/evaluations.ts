import type { Db } from '../../platform/db.ts'
import type { Evaluation } from '../rules/evaluation.ts'

const own = (db: Db) => db.$pickTables<'consultationEvaluation' | 'answerable'>()

const columns = ['easy', 'clear', 'heard', 'again', 'comment'] as const

/** Whether somebody wrote a contribution, withdrawn or not. */
export async function tookPart(db: Db, consultationId: string, personId: string): Promise<boolean> {
  const row = await own(db)
    .selectFrom('answerable')
    .select('contributionId')
    .where('authorId', '=', personId)
    .where('consultationId', '=', consultationId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function evaluationBy(db: Db, consultationId: string, personId: string): Promise<Evaluation | null> {
  const row = await own(db)
    .selectFrom('consultationEvaluation')
    .select(columns)
    .where('consultationId', '=', consultationId)
    .where('personId', '=', personId)
    .executeTakeFirst()
  return row ?? null
}

export async function evaluationsBy(db: Db, personId: string) {
  return own(db)
    .selectFrom('consultationEvaluation')
    .select(['consultationId', ...columns, 'at'])
    .where('personId', '=', personId)
    .orderBy('at')
    .orderBy('consultationId')
    .limit(10_000)
    .execute()
}

/** Said again, the last one counts. */
export async function saveEvaluation(tx: Db, consultationId: string, personId: string, evaluation: Evaluation, at: Date): Promise<void> {
  await own(tx)
    .insertInto('consultationEvaluation')
    .values({ consultationId, personId, ...evaluation, at })
    .onConflict((clash) => clash.columns(['consultationId', 'personId']).doUpdateSet({ ...evaluation, at }))
    .execute()
}

export interface EvaluationResults {
  readonly count: number
  /** Means, from 1 to 5; null where nobody answered. */
  readonly easy: number | null
  readonly clear: number | null
  readonly heard: number | null
  /** How many would take part again. */
  readonly again: number
}

export async function evaluationResults(db: Db, consultationId: string): Promise<EvaluationResults> {
  const row = await own(db)
    .selectFrom('consultationEvaluation')
    .select(({ fn }) => [
      fn.countAll<number>().as('count'),
      fn.avg<string | null>('easy').as('easy'),
      fn.avg<string | null>('clear').as('clear'),
      fn.avg<string | null>('heard').as('heard'),
      fn.countAll<number>().filterWhere('again', '=', true).as('again'),
    ])
    .where('consultationId', '=', consultationId)
    .executeTakeFirstOrThrow()
  const mean = (text: string | null) => (text === null ? null : Number(text))
  return { count: row.count, easy: mean(row.easy), clear: mean(row.clear), heard: mean(row.heard), again: row.again }
}
