import { type Contribution, type ContributionState, contributionState, listContributions, signaturesOf } from '../consultations/index.ts'
import type { Slice } from '../kernel/cursor.ts'
import type { Lang } from '../kernel/lang.ts'
import type { Db } from '../platform/db.ts'
import { type Answer, answersTo } from './told.ts'

/** A contribution with its answer, as everybody may read them: what is hidden or withdrawn keeps its number, not its text. */
export interface AnsweredContribution {
  readonly contribution: Contribution
  readonly state: ContributionState
  readonly by: string | null
  readonly text: string | null
  readonly answer: Answer | null
}

/** In the order in which they arrived, by cursor; in six statements. */
export async function listAnswered(
  db: Db,
  lang: Lang,
  consultationId: string,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<Slice<AnsweredContribution>> {
  const { items, next } = await listContributions(db, { consultationId, order: 'oldest', cursor, limit })
  const shown = items.filter((one) => contributionState(one) === 'visible')
  const by = await signaturesOf(db, lang, shown)
  const answers = await answersTo(
    db,
    consultationId,
    shown.map(({ id }) => id),
  )
  return {
    items: items.map((contribution) => {
      const state = contributionState(contribution)
      if (state !== 'visible') return { contribution, state, by: null, text: null, answer: null }
      return { contribution, state, by: by(contribution), text: contribution.text, answer: answers.get(contribution.id) ?? null }
    }),
    next,
  }
}

/** All of them, page by page: nothing is held whole. */
export async function* everyAnswered(db: Db, lang: Lang, consultationId: string): AsyncGenerator<AnsweredContribution> {
  for (let cursor: string | undefined; ; ) {
    const { items, next } = await listAnswered(db, lang, consultationId, { cursor, limit: 1000 })
    yield* items
    if (!next) return
    cursor = next
  }
}
