import type { Desk } from '../../platform/http.ts'
import { contentHash } from '../content.ts'
import { editionFor } from '../facts/editions.ts'
import { factsOfPlan } from '../facts/index.ts'
import { findEdition } from '../store/editions.ts'
import { lineageBetween } from '../store/lineage.ts'
import { actionsOn } from '../store/listing.ts'
import { importPlan } from './import.ts'
import { linkLineage } from './lineage.ts'

const nothing = { ecosystems: [], unplaced: [], refused: [] }

/** Loads the plan's facts into an edition that has no action yet, and what is known of the edition before it. */
export async function seedPlanFacts(desk: Desk): Promise<void> {
  const former = { source: 'facts', chapters: [], actions: [] } as const
  await importPlan(desk, { ...nothing, edition: editionFor('2017-2019'), content: former, sourceHash: contentHash(former) })
  const edition = await findEdition(desk.db, '2019-2021')
  if (!edition || (await actionsOn(desk.db, edition.id, desk.today)).length === 0) {
    const content = factsOfPlan()
    await importPlan(desk, { ...nothing, edition: editionFor('2019-2021'), content, sourceHash: contentHash(content) })
  }
  const known = await lineageBetween(desk.db, '2017-2019', '2019-2021', desk.today)
  for (const number of [51, 52, 53, 54]) {
    if (!known.some(({ to }) => to.number === number))
      await linkLineage(desk, { edition: '2019-2021', number }, { ...origin, day: desk.today })
  }
}

const origin = {
  edition: '2017-2019',
  code: null,
  kind: 'reformulated',
  reason: 'gli ecosistemi sono nati con l’edizione 2017–2019; da questa il loro sviluppo segue un modello a quattro fasi',
} as const
