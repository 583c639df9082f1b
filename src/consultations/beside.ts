import { blocksOf, missingParts } from '../documents/index.ts'
import type { Db } from '../platform/db.ts'
import type { Consultation } from './rules/consultation.ts'
import { type StrategyPart, strategyParts } from './rules/parts.ts'
import type { Beside } from './rules/set-up.ts'
import { materialsOf } from './store/materials.ts'
import { milestonesOf } from './store/milestones.ts'
import { questionsOf } from './store/questions.ts'

/** All that stands beside a consultation and decides whether it may open. */
export async function besideOf(db: Db, consultation: Consultation): Promise<Beside> {
  const { id } = consultation
  return {
    questions: await questionsOf(db, id),
    materials: await materialsOf(db, id),
    milestones: await milestonesOf(db, id),
    lacking: await lackingIn(db, consultation),
  }
}

/** The parts that a strategy's text has not got; other kinds of document may be consulted upon without. */
export async function lackingIn(db: Db, { kind, versionId }: Pick<Consultation, 'kind' | 'versionId'>): Promise<StrategyPart[]> {
  if (kind !== 'strategy') return []
  const missing = missingParts(kind, await blocksOf(db, versionId))
  return strategyParts.filter((part) => missing.includes(part))
}
