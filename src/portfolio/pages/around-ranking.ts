import { paths } from '../../charter/paths.ts'
import { isInsider } from '../../documents/index.ts'
import { nameIn, namesOfEcosystems } from '../../ecosystems/index.ts'
import type { Lang } from '../../kernel/lang.ts'
import { notAllowed, Problem, signInFirst } from '../../kernel/problem.ts'
import { say } from '../../kernel/words.ts'
import type { Ctx } from '../../platform/http.ts'
import { rankingWords } from '../messages/rankings.ts'
import { type Ranking, rankingState } from '../rules/rankings.ts'
import { getRanking } from '../store/rankings.ts'
import { type Place, trailTo } from './around.tsx'

export interface AroundRanking {
  readonly ranking: Ranking
  readonly ecosystem: Place
  /** Whoever belongs to the group, leads the ecosystem or is of AGID sees who gave scores, and the method while it is written. */
  readonly insider: boolean
}

export async function aroundRanking(c: Ctx, id: string): Promise<AroundRanking> {
  const { db, actor, reader } = c.var
  const ranking = await getRanking(db, id)
  const insider = isInsider(actor, { ecosystemId: ranking.ecosystemId, bodies: [ranking.bodyId] })
  if (!insider && rankingState(ranking) === 'method') throw new Problem(actor.id ? notAllowed : signInFirst)
  const ecosystem = (await namesOfEcosystems(db, [ranking.ecosystemId])).get(ranking.ecosystemId)
  return { ranking, ecosystem: { slug: ecosystem?.slug ?? '', name: ecosystem ? nameIn(reader.lang, ecosystem) : '' }, insider }
}

type Step = { readonly label: string; readonly to?: string }

export function trailInRanking(lang: Lang, { ranking, ecosystem }: AroundRanking, ...rest: Step[]): Step[] {
  const own = { label: ranking.title, ...(rest.length > 0 ? { to: paths.ranking(ranking.id) } : {}) }
  return trailTo(lang, ecosystem, { label: say(lang, rankingWords, 'trail'), to: paths.rankings(ecosystem.slug) }, own, ...rest)
}
