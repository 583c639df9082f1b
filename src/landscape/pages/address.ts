import { z } from 'zod'
import { paths, withQuery } from '../../charter/paths.ts'
import type { Ctx } from '../../platform/http.ts'
import { interconnectionStates } from '../rules/interconnections.ts'
import { accesses, systemKinds, systemStates } from '../rules/systems.ts'
import type { SystemQuery } from '../store/list.ts'

/** What the address of the list says; what it says badly is as if it were not there. */
const Address = z.object({
  q: z.string().trim().max(200).catch('').default(''),
  tipo: z.enum(systemKinds).optional().catch(undefined),
  stato: z.enum(systemStates).optional().catch(undefined),
  accesso: z.enum(accesses).optional().catch(undefined),
  nazionale: z.literal('si').optional().catch(undefined),
  di: z.uuid().optional().catch(undefined),
  da: z.string().max(2000).optional(),
})
export type ListAddress = z.output<typeof Address>

export const readAddress = (c: Ctx): ListAddress => Address.parse(c.req.query())

const queryIn = ({ q, tipo, stato, accesso, nazionale, di, da }: Partial<ListAddress>) => ({ q, tipo, stato, accesso, nazionale, di, da })

export const listAt = (slug: string, address: Partial<ListAddress>) => withQuery(paths.systems(slug), queryIn(address))
export const csvAt = (slug: string, address: Partial<ListAddress>) => withQuery(paths.systemsCsv(slug), queryIn(address))

export function queryOf({ q, tipo, stato, accesso, nazionale, di }: ListAddress): SystemQuery {
  return { q, kind: tipo, state: stato, access: accesso, holderId: di, national: nazionale === 'si' }
}

const FlowsAddress = z.object({
  stato: z.enum(interconnectionStates).optional().catch(undefined),
  da: z.string().max(4000).optional(),
})
export type FlowsAddress = z.output<typeof FlowsAddress>

export const readFlowsAddress = (c: Ctx): FlowsAddress => FlowsAddress.parse(c.req.query())
export const flowsAt = (slug: string, { stato, da }: Partial<FlowsAddress>) => withQuery(paths.interconnections(slug), { stato, da })
