import { type Phase, phases } from '../charter/phases.ts'
import type { Day } from '../kernel/day.ts'
import type { Db } from '../platform/db.ts'
import { evidenceSources, gatherEvidence } from './evidence.ts'
import { type ConditionId, conditionsOf, unmet } from './rules.ts'

export interface GateFigures {
  readonly met: number
  readonly total: number
  readonly firstMissing: ConditionId | null
}

/** How many conditions each phase of each ecosystem has met, and which is the first missing. */
export async function gateSummary(
  db: Db,
  ecosystems: readonly { readonly id: string }[],
  today: Day,
  sources = evidenceSources,
): Promise<Map<string, Record<Phase, GateFigures>>> {
  const gathered = await gatherEvidence(
    db,
    ecosystems.map(({ id }) => id),
    today,
    sources,
  )
  return new Map([...gathered].map(([id, evidence]) => [id, figuresOf((phase) => unmet(phase, evidence))]))
}

function figuresOf(missingIn: (phase: Phase) => ConditionId[]): Record<Phase, GateFigures> {
  const figures = phases.map((phase): [Phase, GateFigures] => {
    const missing = missingIn(phase)
    const total = conditionsOf(phase).length
    return [phase, { met: total - missing.length, total, firstMissing: missing[0] ?? null }]
  })
  return Object.fromEntries(figures) as Record<Phase, GateFigures>
}
