import type { Phase } from '../charter/phases.ts'
import { conditionsOf, conditionWords, type GateFigures, gateSummary } from '../gates/index.ts'
import type { Day } from '../kernel/day.ts'
import type { Lang } from '../kernel/lang.ts'
import type { Db } from '../platform/db.ts'

/** What each phase of some ecosystems still lacks. */
export type Gaps = ReadonlyMap<string, Readonly<Record<Phase, GateFigures>>>

export function gapsOf(db: Db, ecosystems: readonly { readonly id: string }[], today: Day): Promise<Gaps> {
  return gateSummary(db, ecosystems, today)
}

export function gapOf(gaps: Gaps, ecosystemId: string, phase: Phase): GateFigures {
  const [first] = conditionsOf(phase)
  return gaps.get(ecosystemId)?.[phase] ?? { met: 0, total: conditionsOf(phase).length, firstMissing: first?.id ?? null }
}

/** The first condition missing, in few words: 'il gruppo di lavoro'. */
export function missingFirst(lang: Lang, gaps: Gaps, ecosystemId: string, phase: Phase): string | null {
  const { firstMissing } = gapOf(gaps, ecosystemId, phase)
  return firstMissing && conditionWords(lang, firstMissing).missing.replace(/\.$/, '')
}
