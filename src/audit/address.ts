import { z } from 'zod'
import { paths, withQuery } from '../charter/paths.ts'
import { scopesForGrants } from '../ecosystems/index.ts'
import { bodiesOf } from '../groups/index.ts'
import { type Day, isDay } from '../kernel/day.ts'
import type { Db } from '../platform/db.ts'
import { isOfficial, type Which } from './rules.ts'

const dayOrNothing = z.string().refine(isDay).optional().catch(undefined)

/** What the address of the list says; what it says badly is as if it were not there. */
const Address = z.object({
  ecosistema: z.string().max(200).optional(),
  atto: z.string().refine(isOfficial).optional().catch(undefined),
  dal: dayOrNothing,
  al: dayOrNothing,
  da: z.string().max(500).optional(),
})
export type ActsAddress = z.output<typeof Address>

export const readAddress = (query: Record<string, string>): ActsAddress => Address.parse(query)

/** The same filters make the page, its feed and its JSON. */
export const queryOf = ({ ecosistema, atto, dal, al, da }: ActsAddress) => ({ ecosistema, atto, dal, al, da })
export const listAt = (address: ActsAddress) => withQuery(paths.acts, queryOf(address))

export interface EcosystemChoice {
  readonly id: string
  readonly slug: string
  readonly nameIt: string
  readonly nameEn: string | null
}

const nowhere = '00000000-0000-0000-0000-000000000000'

/** The filters, with the ecosystems one can choose among. An ecosystem that is not there finds nothing. */
export async function whichActs(
  db: Db,
  address: ActsAddress,
  today: Day,
): Promise<{ which: Which; ecosystems: readonly EcosystemChoice[] }> {
  const ecosystems = await scopesForGrants(db)
  const ecosystemId = address.ecosistema ? (ecosystems.find(({ slug }) => slug === address.ecosistema)?.id ?? nowhere) : undefined
  const bodies = ecosystemId ? await bodiesOf(db, [ecosystemId], today) : []
  const bodyIds = bodies.map(({ id }) => id)
  return { which: { ecosystemId, bodyIds, act: address.atto, from: address.dal, to: address.al }, ecosystems }
}
