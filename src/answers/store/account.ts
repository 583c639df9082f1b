import { numbersOf } from '../../consultations/index.ts'
import type { Day } from '../../kernel/day.ts'
import type { Db } from '../../platform/db.ts'
import type { Account } from '../rules/account.ts'
import type { Outcome } from '../rules/replies.ts'

const own = (db: Db) => db.$pickTables<'answered' | 'reply' | 'answerable' | 'answerPublication'>()

const nothing: Account = { received: 0, answered: 0, withdrawn: 0, moderated: 0, prepared: 0 }

/** Of some consultations, in four statements. What was answered and then withdrawn or hidden counts as withdrawn or hidden. */
export async function accountsOf(db: Db, consultationIds: readonly string[]): Promise<Map<string, Account>> {
  if (consultationIds.length === 0) return new Map()
  const ids = [...new Set(consultationIds)]
  const numbers = await numbersOf(db, ids)
  const answered = await answeredIn(db, ids)
  const prepared = await own(db)
    .selectFrom('reply')
    .innerJoin('answered', (join) =>
      join.onRef('answered.consultationId', '=', 'reply.consultationId').onRef('answered.replyId', '=', 'reply.id'),
    )
    .select(({ fn }) => ['reply.consultationId', fn.countAll<number>().as('count')])
    .where('reply.consultationId', 'in', ids)
    .where('reply.publishedAt', 'is', null)
    .groupBy('reply.consultationId')
    .execute()
  return new Map(
    ids.map((id) => {
      const { received = 0, withdrawn = 0, hidden = 0 } = numbers.get(id) ?? {}
      return [id, { received, answered: answered(id), withdrawn, moderated: hidden, prepared: countIn(prepared, id) }]
    }),
  )
}

const countIn = (rows: readonly { consultationId: string | null; count: number }[], id: string) =>
  Number(rows.find(({ consultationId }) => consultationId === id)?.count ?? 0)

/** How many contributions that stand have a published answer, in two statements. */
async function answeredIn(db: Db, ids: readonly string[]): Promise<(consultationId: string) => number> {
  const published = await own(db)
    .selectFrom('answerPublication')
    .select(({ fn }) => ['consultationId', fn.sum<number>('contributions').as('count')])
    .where('consultationId', 'in', [...ids])
    .groupBy('consultationId')
    .execute()
  const settled = await own(db)
    .selectFrom('answerable')
    .select(({ fn }) => ['consultationId', fn.countAll<number>().as('count')])
    .where('consultationId', 'in', [...ids])
    .where('published', '=', true)
    .where((e) => e.or([e('withdrawn', '=', true), e('hidden', '=', true)]))
    .groupBy('consultationId')
    .execute()
  return (id) => countIn(published, id) - countIn(settled, id)
}

export async function answeredOf(db: Db, consultationId: string): Promise<number> {
  return (await answeredIn(db, [consultationId]))(consultationId)
}

export async function accountOf(db: Db, consultationId: string): Promise<Account> {
  return (await accountsOf(db, [consultationId])).get(consultationId) ?? nothing
}

/** The day on which answers were last published, where they were. */
export async function lastPublications(db: Db, consultationIds: readonly string[]): Promise<Map<string, Day>> {
  if (consultationIds.length === 0) return new Map()
  const rows = await own(db)
    .selectFrom('answerPublication')
    .select(({ fn }) => ['consultationId', fn.max('day').as('day')])
    .where('consultationId', 'in', [...new Set(consultationIds)])
    .groupBy('consultationId')
    .execute()
  return new Map(rows.map(({ consultationId, day }) => [consultationId, day]))
}

export interface Breakdown {
  readonly outcome: Outcome | null
  /** 'person', or the kind of the organisation. */
  readonly contributorKind: string
  readonly sectionId: string | null
  readonly count: number
}

/** Every contribution that stands, counted by outcome (null: none yet), kind of contributor and section. */
export async function breakdownOf(db: Db, consultationId: string): Promise<Breakdown[]> {
  const rows = await own(db)
    .selectFrom('answerable as a')
    .leftJoin('reply as r', (join) =>
      join.onRef('r.consultationId', '=', 'a.consultationId').onRef('r.id', '=', 'a.replyId').on('r.publishedAt', 'is not', null),
    )
    .select(({ fn }) => ['r.outcome', 'a.contributorKind', 'a.sectionId', fn.countAll<number>().as('count')])
    .where('a.consultationId', '=', consultationId)
    .where('a.withdrawn', '=', false)
    .where('a.hidden', '=', false)
    .groupBy(['r.outcome', 'a.contributorKind', 'a.sectionId'])
    .execute()
  return rows.map((row) => ({ ...row, outcome: row.outcome as Outcome | null, contributorKind: row.contributorKind ?? '' }))
}
