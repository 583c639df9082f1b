import type { Day } from '../kernel/day.ts'
import type { Db } from '../platform/db.ts'
import { consultationsEvidence } from './consultations-evidence.ts'
import { documentsEvidence } from './documents-evidence.ts'
import { groupsEvidence } from './groups-evidence.ts'
import { listeningEvidence } from './listening-evidence.ts'
import type { Evidence } from './rules.ts'

/** A room's evidence for many ecosystems at once, as it stood on a day, in a number of statements that does not grow. */
export type EvidenceSource = (db: Db, ecosystemIds: readonly string[], day: Day) => Promise<ReadonlyMap<string, Evidence>>

/** One line for each room that keeps evidence. What no room tells is missing: nothing here stands in for it. */
export const evidenceSources: readonly EvidenceSource[] = [groupsEvidence, listeningEvidence, documentsEvidence, consultationsEvidence]

export async function gatherEvidence(
  db: Db,
  ecosystemIds: readonly string[],
  day: Day,
  sources: readonly EvidenceSource[] = evidenceSources,
): Promise<Map<string, Evidence>> {
  const gathered = new Map<string, Evidence>(ecosystemIds.map((id) => [id, {}]))
  for (const source of sources)
    for (const [id, evidence] of await source(db, ecosystemIds, day)) gathered.set(id, { ...gathered.get(id), ...evidence })
  return gathered
}

export async function evidenceOf(db: Db, ecosystemId: string, day: Day, sources = evidenceSources): Promise<Evidence> {
  return (await gatherEvidence(db, [ecosystemId], day, sources)).get(ecosystemId) ?? {}
}
