import { z } from '@hono/zod-openapi'
import { can } from '../../charter/policy.ts'
import { apiRouter } from '../../platform/api.ts'
import { listOf, reading } from '../../platform/api-routes.ts'
import type { Ctx } from '../../platform/http.ts'
import { freshFor } from '../../platform/public-pages.ts'
import { signaturesOf } from '../people.ts'
import { placeOfConsultation } from '../rules/consultation.ts'
import { type Contribution, contributionState } from '../rules/contributions.ts'
import { moderationKinds } from '../rules/moderation.ts'
import { commentsOn } from '../store/comments.ts'
import { getConsultation } from '../store/consultations.ts'
import { contributionByNumber, revisionsOf } from '../store/contributions.ts'
import { moderationsOf } from '../store/moderation.ts'
import { AnswersJson, ByNumber } from './schemas.ts'

export const aroundOneApi = apiRouter()

const tag = 'Contributions'
const at = z.iso.datetime()
const numbered = '/consultations/{id}/contributions/{number}'

/** What its author and whoever moderates see, others see only while it stands. */
async function mine(c: Ctx, one: Contribution): Promise<boolean> {
  const place = placeOfConsultation(await getConsultation(c.var.db, one.consultationId))
  return (c.var.actor.id !== null && one.authorId === c.var.actor.id) || can(c.var.actor, 'consultations.hide', place)
}

const CommentJson = z
  .object({ id: z.uuid(), author: z.string(), at, text: z.string().nullable().openapi({ description: 'Null once hidden' }) })
  .openapi('ContributionComment')

aroundOneApi.openapi(
  reading(tag, `${numbered}/comments`, 'What participants answered', ByNumber, listOf(CommentJson), 'As they were written'),
  async (c) => {
    freshFor(c, 2)
    const { id, number } = c.req.valid('param')
    const one = await contributionByNumber(c.var.db, id, number)
    const comments = contributionState(one) === 'visible' ? await commentsOn(c.var.db, one) : []
    const by = await signaturesOf(c.var.db, c.var.reader.lang, comments)
    const items = comments.map((comment) => ({
      id: comment.id,
      author: comment.hiddenAt ? '' : by(comment),
      at: comment.at.toISOString(),
      text: comment.hiddenAt ? null : comment.text,
    }))
    return c.json({ items }, 200)
  },
)

const RevisionJson = z
  .object({ revision: z.number().int(), at, text: z.string().nullable(), answers: AnswersJson, hash: z.string() })
  .openapi('ContributionRevision')

aroundOneApi.openapi(
  reading(tag, `${numbered}/revisions`, 'What it said before it was changed', ByNumber, listOf(RevisionJson), 'The latest first'),
  async (c) => {
    freshFor(c, 2)
    const { id, number } = c.req.valid('param')
    const one = await contributionByNumber(c.var.db, id, number)
    const readable = contributionState(one) === 'visible' || (await mine(c, one))
    const all = readable ? await revisionsOf(c.var.db, one) : []
    const items = all.map((past) => ({ ...past, at: past.at.toISOString(), answers: past.answers as z.output<typeof AnswersJson> }))
    return c.json({ items }, 200)
  },
)

const ModerationJson = z
  .object({ kind: z.enum(moderationKinds), rule: z.string().nullable(), reason: z.string().nullable(), at })
  .openapi('ModerationAct')

aroundOneApi.openapi(
  reading(
    tag,
    `${numbered}/moderations`,
    'What was decided about it, and why',
    ByNumber,
    listOf(ModerationJson),
    'To its author and to whoever moderates',
  ),
  async (c) => {
    c.header('cache-control', 'private, no-store')
    const { id, number } = c.req.valid('param')
    const one = await contributionByNumber(c.var.db, id, number)
    const all = (await mine(c, one)) ? await moderationsOf(c.var.db, one) : []
    return c.json({ items: all.map(({ kind, rule, reason, at: when }) => ({ kind, rule, reason, at: when.toISOString() })) }, 200)
  },
)
