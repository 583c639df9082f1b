import { can } from '../../charter/policy.ts'
import { getEcosystem } from '../../ecosystems/index.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { stakeholderGaps } from '../facts.ts'
import { facesOf } from '../people.ts'
import { placeOfListening } from '../rules/place.ts'
import { stakeholderKinds } from '../rules/stakeholders.ts'
import { cellsOf, listStakeholders, stakeholdersById } from '../store/stakeholders.ts'
import { type TakingPart, thoseWhoSat } from '../taking-part.ts'
import { aroundEcosystem } from './around.ts'
import type { MapFilters } from './map-filters.ts'
import { StakeholdersPage } from './stakeholders-view.tsx'

const pageSize = 50

const weightIn = (text: string | undefined) => (text && /^[1-5]$/.test(text) ? Number(text) : undefined)

export function stakeholdersPages(takingPart: TakingPart) {
  return router().get('/ecosistemi/:slug/portatori', (c) => stakeholdersPage(c, takingPart))
}

async function stakeholdersPage(c: Ctx, takingPart: TakingPart) {
  const { db, today, actor, reader } = c.var
  const ecosystem = await getEcosystem(db, c.req.param('slug') ?? '', today)
  const around = await aroundEcosystem(c, ecosystem.id)
  const asked = c.req.query('ascoltati')
  const filters: MapFilters = {
    kind: stakeholderKinds.find((kind) => kind === c.req.query('tipo')),
    heard: asked === 'si' ? true : asked === 'no' ? false : undefined,
    interest: weightIn(c.req.query('interesse')),
    influence: weightIn(c.req.query('influenza')),
  }
  const cursor = c.req.query('da')
  const sat = await takingPart.last(db, [ecosystem.id], today)
  const slice = await listStakeholders(db, {
    ecosystemId: ecosystem.id,
    day: today,
    ...filters,
    sat: thoseWhoSat(sat),
    unweighed: around.keeper,
    cursor,
    limit: pageSize,
  })
  const gaps = (await stakeholderGaps(db, [ecosystem.id], today, sat)).get(ecosystem.id)
  const silent = await stakeholdersById(
    db,
    (gaps?.silent ?? []).slice(0, 10).map(({ id }) => id),
  )
  return c.html(
    <StakeholdersPage
      reader={reader}
      around={around}
      filters={filters}
      cells={await cellsOf(db, ecosystem.id, today)}
      faces={await facesOf(db, slice.items, around.keeper, today)}
      silent={await facesOf(db, [...silent.values()], around.keeper, today)}
      gaps={gaps}
      last={gaps?.last ?? new Map()}
      next={slice.next}
      first={!cursor}
      mayAdd={can(actor, 'listening.add-stakeholder', placeOfListening(ecosystem.id))}
      done={c.req.query('fatto')}
    />,
  )
}
