import { z } from 'zod'
import { paths, withQuery } from '../../charter/paths.ts'
import { needStates, sourceKinds, voiceKinds } from '../rules/needs.ts'
import { needSorts } from '../store/need-list.ts'

/** What the address of the list says; what it says badly is as if it were not there. */
const Address = z.object({
  q: z.string().trim().max(200).catch('').default(''),
  voce: z.enum(voiceKinds).optional().catch(undefined),
  origine: z.enum(sourceKinds).optional().catch(undefined),
  peso: z.coerce.number().int().min(1).max(5).optional().catch(undefined),
  stato: z.enum(needStates).optional().catch(undefined),
  ordine: z.enum(needSorts).optional().catch(undefined),
  verso: z.enum(['su']).optional().catch(undefined),
  da: z.string().max(500).optional().catch(undefined),
})
export type NeedAddress = z.output<typeof Address>

export const readNeedAddress = (query: Record<string, string>): NeedAddress => Address.parse(query)

export function needsAt(slug: string, address: Partial<NeedAddress>, path: string = paths.needs(slug)): string {
  return withQuery(path, address)
}

/** The list sorted by a column: the highest first, or the other way round when it is so already. */
export function sortedBy(address: NeedAddress, by: NonNullable<NeedAddress['ordine']>) {
  const { da: _, ordine = 'number', verso, ...rest } = address
  const now = ordine !== by ? 'none' : verso ? 'ascending' : 'descending'
  const next: Partial<NeedAddress> = { ...rest, ordine: by === 'number' ? undefined : by, verso: now === 'descending' ? 'su' : undefined }
  return { now, next } as const
}
