import type { Desk } from '../../platform/http.ts'
import { changedFields, contentHash } from '../content.ts'
import { criteria } from '../facts/criteria.ts'
import { editionFor } from '../facts/editions.ts'
import { factsOfPlan } from '../facts/index.ts'
import { findEdition } from '../store/editions.ts'
import { lineageBetween } from '../store/lineage.ts'
import { actionsOn } from '../store/listing.ts'
import { standingPlan } from '../store/standing.ts'
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

/**
 * A new version of the platform may count otherwise than the one that took an edition in: what stands is counted as it
 * counts now, and the history keeps both.
 */
export async function renewCriteria(desk: Desk): Promise<void> {
  for (const [code, known] of Object.entries(criteria)) {
    const edition = await findEdition(desk.db, code)
    if (!edition) continue
    const standing = await standingPlan(desk.db, edition.id)
    const actions = standing.actions.flatMap(({ content }) => {
      const results = content.results.map((result, index) => ({ ...result, criterion: known[content.code]?.[index] ?? result.criterion }))
      const counted = { ...content, results }
      return changedFields(content, counted).length > 0 ? [counted] : []
    })
    if (actions.length === 0) continue
    const content = { source: 'facts', chapters: [], actions } as const
    const { id: _, ...described } = edition
    await importPlan(desk, { ...nothing, edition: described, content, sourceHash: contentHash(content) })
  }
}

const origin = {
  edition: '2017-2019',
  code: null,
  kind: 'reformulated',
  reason: 'gli ecosistemi sono nati con l’edizione 2017–2019; da questa il loro sviluppo segue un modello a quattro fasi',
} as const
