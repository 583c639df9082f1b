import { z } from 'zod'
import { paths, withQuery } from '../../charter/paths.ts'
import { waitings } from '../store/queue.ts'

/** What of the queue is asked for, in the address. */
export const Query = z.object({
  stato: z.enum(waitings).catch('waiting'),
  sezione: z.uuid().optional().catch(undefined),
  simili: z.uuid().optional().catch(undefined),
  mie: z.literal('si').optional().catch(undefined),
  q: z.string().trim().max(200).optional().catch(undefined),
  da: z.string().max(500).optional(),
  oss: z.uuid().optional().catch(undefined),
  fatto: z.string().max(30).optional().catch(undefined),
})
export type Asked = z.output<typeof Query>

/** The queue with its filters: what is the usual is left out of the address. */
export function addressOf(id: string, asked: Partial<Asked>): string {
  return withQuery(paths.answers(id), { ...asked, stato: asked.stato === 'waiting' ? undefined : asked.stato })
}
