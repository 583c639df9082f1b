import { z } from 'zod'
import { Problem } from '../../kernel/problem.ts'
import { answer, type Remark, remark, remarkKinds } from '../../minutes/index.ts'
import { optional, prose } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { correctionWithoutText } from '../rules/minutes.ts'
import { meetings } from './sitting.ts'

export const RemarkForm = z.object({ kind: z.enum(remarkKinds), text: optional(prose(10_000)) })

export const OutcomeForm = z.object({ outcome: z.enum(['accepted', 'rejected']), reason: optional(prose(2000)) })

/** Whoever attended says that nothing needs correcting, or what does. */
export async function remarkOnMinutes(desk: Desk, meetingId: string, { kind, text }: z.output<typeof RemarkForm>): Promise<Remark> {
  return remark(meetings, desk, meetingId, () => {
    if (kind === 'correction' && !text) throw new Problem(correctionWithoutText, { field: 'text' })
    return { kind, text: kind === 'correction' ? text : null }
  })
}

/** What is accepted is then written into the text, by writing it. */
export async function answerRemark(desk: Desk, meetingId: string, remarkId: string, input: z.output<typeof OutcomeForm>): Promise<void> {
  return answer(meetings, desk, meetingId, remarkId, input)
}
