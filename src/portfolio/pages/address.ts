import { z } from 'zod'
import { paths, withQuery } from '../../charter/paths.ts'
import type { Ctx } from '../../platform/http.ts'
import { audiences, projectKinds, projectStates } from '../rules/projects.ts'
import type { ProjectQuery } from '../store/list.ts'

/** What the address of the list says; what it says badly is as if it were not there. */
const Address = z.object({
  q: z.string().trim().max(200).catch('').default(''),
  tipo: z.enum(projectKinds).optional().catch(undefined),
  stato: z.enum(projectStates).optional().catch(undefined),
  per: z.enum(audiences).optional().catch(undefined),
  di: z.uuid().optional().catch(undefined),
  esigenze: z.enum(['some', 'none']).optional().catch(undefined),
  da: z.string().max(2000).optional(),
})
export type ListAddress = z.output<typeof Address>

export const readAddress = (c: Ctx): ListAddress => Address.parse(c.req.query())

const queryIn = ({ q, tipo, stato, per, di, esigenze, da }: Partial<ListAddress>) => ({ q, tipo, stato, per, di, esigenze, da })

export const listAt = (slug: string, address: Partial<ListAddress>) => withQuery(paths.projects(slug), queryIn(address))
export const csvAt = (slug: string, address: Partial<ListAddress>) => withQuery(paths.projectsCsv(slug), queryIn(address))

export function queryOf({ q, tipo, stato, per, di, esigenze }: ListAddress): ProjectQuery {
  return { q, kind: tipo, state: stato, audience: per, organisationId: di, needs: esigenze }
}
