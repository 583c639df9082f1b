import { z } from 'zod'
import { mustBeAble } from '../../charter/policy.ts'
import { isId } from '../../kernel/id.ts'
import { malformed, notFound, Problem, type ProblemKind } from '../../kernel/problem.ts'
import { isKeepable } from '../../kernel/text.ts'
import type { Desk } from '../../platform/http.ts'
import { isOpened } from '../rules/consultation.ts'
import { getConsultation } from '../store/consultations.ts'
import { type Draft, deleteDraft, draftsOf, saveDraft as save } from '../store/drafts.ts'
import { ownPlace } from './contribute.ts'

const value = z
  .string()
  .max(20_000)
  .refine(isKeepable, { params: { words: 'characters' } })
export const DraftForm = z.record(z.string().max(100), z.union([value, z.array(value).max(500)]))

const mostDrafts = 100
const largest = 200_000

export const tooManyDrafts = {
  slug: 'too-many-drafts',
  status: 409,
  it: 'Hai già {most} bozze: manda o elimina qualcuna di quelle, poi riprova.',
  en: 'You have {most} drafts already: send or delete some of them, then try again.',
} as const satisfies ProblemKind

/** Keeps what somebody has written so far. A draft is nobody else’s business: nothing is recorded. */
export async function saveDraft(desk: Desk, consultationId: string, id: string, content: z.output<typeof DraftForm>): Promise<Draft> {
  mustBeAble(desk.actor, 'consultations.contribute', ownPlace(desk))
  if (!isOpened(await getConsultation(desk.db, consultationId))) throw new Problem(notFound)
  const personId = desk.actor.id as string
  if (!isId(id) || JSON.stringify(content).length > largest) throw new Problem(malformed)
  const others = (await draftsOf(desk.db, personId)).filter((draft) => draft.id !== id)
  if (others.length >= mostDrafts) throw new Problem(tooManyDrafts, { most: mostDrafts })
  const draft: Draft = { consultationId, id, personId, content, savedAt: desk.now }
  if (!(await save(desk.db, draft))) throw new Problem(notFound)
  return draft
}

export async function discardDraft(desk: Desk, consultationId: string, id: string): Promise<void> {
  mustBeAble(desk.actor, 'consultations.contribute', ownPlace(desk))
  await getConsultation(desk.db, consultationId)
  await deleteDraft(desk.db, consultationId, id, desk.actor.id as string)
}
