import { z } from 'zod'
import { paths, withQuery } from '../../charter/paths.ts'
import { organisationKinds } from '../rules.ts'

/** What the address of the list says; what it says badly is as if it were not there. */
const Address = z.object({
  q: z.string().trim().max(200).catch('').default(''),
  tipo: z.enum(organisationKinds).optional().catch(undefined),
  dentro: z.uuid().optional().catch(undefined),
  da: z.string().max(2000).optional(),
})
export type ListAddress = z.output<typeof Address>

export const readAddress = (query: Record<string, string>): ListAddress => Address.parse(query)

export const listAt = ({ q, tipo, dentro, da }: Partial<ListAddress>) => withQuery(paths.organisations, { q, tipo, dentro, da })
