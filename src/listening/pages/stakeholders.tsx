import { can } from '../../charter/policy.ts'
import { getEcosystem } from '../../ecosystems/index.ts'
import { router } from '../../platform/http.ts'
import { stakeholderGaps } from '../facts.ts'
import { facesOf } from '../people.ts'
import { placeOfListening } from '../rules/place.ts'
import { stakeholderKinds } from '../rules/stakeholders.ts'
import { cellsOf, lastHeard, lastInvolved, listStakeholders, stakeholdersById } from '../store/stakeholders.ts'
import { aroundEcosystem } from './around.ts'
import type { MapFilters } from './map-filters.ts'
import { StakeholdersPage } from './stakeholders-view.tsx'

export const stakeholdersPages = router()

const pageSize = 50

const weightIn = (text: string | undefined) => (text && /^[1-5]$/.test(text) ? Number(text) : undefined)

stakeholdersPages.get('/ecosistemi/:slug/portatori', async (c) => {
  const { db, today, actor, reader } = c.var
  const ecosystem = await getEcosystem(db, c.req.param('slug'), today)
  const around = await aroundEcosystem(c, ecosystem.id)
  const asked = c.req.query('ascoltati')
  const filters: MapFilters = {
    kind: stakeholderKinds.find((kind) => kind === c.req.query('tipo')),
    heard: asked === 'si' ? true : asked === 'no' ? false : undefined,
    interest: weightIn(c.req.query('interesse')),
    influence: weightIn(c.req.query('influenza')),
  }
  const cursor = c.req.query('da')
  const slice = await listStakeholders(db, {
    ecosystemId: ecosystem.id,
    day: today,
    ...filters,
    unweighed: around.keeper,
    cursor,
    limit: pageSize,
  })
  const heard = await lastHeard(db, [ecosystem.id], today)
  const involved = await lastInvolved(db, [ecosystem.id], today)
  const gaps = (await stakeholderGaps(db, [ecosystem.id], today)).get(ecosystem.id)
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
      last={new Map(slice.items.map(({ id }) => [id as string, laterOf(heard.get(id), involved.get(id))]))}
      next={slice.next}
      first={!cursor}
      mayAdd={can(actor, 'listening.add-stakeholder', placeOfListening(ecosystem.id))}
      done={c.req.query('fatto')}
    />,
  )
})

function laterOf<Day extends string>(one: Day | undefined, other: Day | undefined): Day | null {
  if (!one || !other) return one ?? other ?? null
  return one > other ? one : other
}
