import { z } from 'zod'
import { grantedRoles } from '../../charter/policy.ts'
import { grantStates } from '../rules/grants.ts'

/** What the list's address may say; anything else in it is let be. */
export const ListAddress = z.object({
  persona: z.string().trim().max(100).catch('').default(''),
  ruolo: z.enum(grantedRoles).optional().catch(undefined),
  stato: z.enum(grantStates).optional().catch(undefined),
  da: z.string().max(500).optional().catch(undefined),
})

export type ListAddress = z.output<typeof ListAddress>
