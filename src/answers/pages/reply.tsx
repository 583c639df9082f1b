import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { can, mustBeAble } from '../../charter/policy.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Filled } from '../../ui/form.tsx'
import { CorrectForm, correctReply, RewordForm, rewordReply } from '../actions/replies.ts'
import { replyChanged } from '../rules/replies.ts'
import { answeredBy } from '../store/queue.ts'
import { correctionsOf, getReply } from '../store/replies.ts'
import { aroundConsultation } from './around.tsx'
import { changesOf } from './changes.tsx'
import { ReplyPage } from './reply-view.tsx'

export const replyPages = router()

replyPages.get('/consultazioni/:id/risposte/:reply', (c) => replyPage(c, null))

replyPages.post('/consultazioni/:id/risposte/:reply', async (c) => {
  const { id, reply: replyId } = c.req.param()
  const { place } = await aroundConsultation(c, id)
  const published = (await getReply(c.var.db, id, replyId)).publishedAt !== null
  mustBeAble(c.var.actor, published ? 'answers.correct' : 'answers.prepare', place)
  const back = (fatto: string) => c.redirect(inLang(c.var.reader.lang, withQuery(paths.reply(id, replyId), { fatto })), 303)
  try {
    if (published) {
      const form = await readForm(c, CorrectForm)
      if (!form.data) return replyPage(c, form)
      await correctReply(c.var, id, replyId, form.data)
      return back('rettificata')
    }
    const form = await readForm(c, RewordForm)
    if (!form.data) return replyPage(c, form)
    await rewordReply(c.var, id, replyId, form.data)
    return back('salvata')
  } catch (error) {
    const { values } = await readForm(c, RewordForm)
    const clash = error instanceof Problem && error.kind === replyChanged
    return replyPage(c, { values, errors: refusal(c, error) }, clash)
  }
})

const mostListed = 50

async function replyPage(c: Ctx, filled: Filled | null, clash = false) {
  const { db, actor, reader } = c.var
  const around = await aroundConsultation(c, c.req.param('id') ?? '')
  const { consultation, place } = around
  const reply = await getReply(db, consultation.id, c.req.param('reply') ?? '')
  const insider = can(actor, 'answers.prepare', place)
  // Whoever may not see it is not told that it exists.
  if (!reply.publishedAt && !insider) throw new Problem(notFound)
  const answers = await answeredBy(db, consultation.id, reply.id, mostListed + 1)
  const { outcome, reasonIt, reasonEn, blockIds, revision } = reply
  // After a clash one goes on from what the other saved: the next save is a choice made with both texts in sight.
  const base = String(revision)
  const values = filled
    ? { ...filled.values, base: clash ? base : filled.values.base }
    : { outcome, reasonIt, reasonEn: reasonEn ?? '', blockIds: [...blockIds], base }
  return c.html(
    <ReplyPage
      reader={reader}
      around={around}
      reply={reply}
      answers={answers}
      mostListed={mostListed}
      made={await changesOf(db, consultation, blockIds, insider)}
      corrections={await correctionsOf(db, consultation.id, [reply.id])}
      may={{ edit: insider && !reply.publishedAt, correct: reply.publishedAt !== null && can(actor, 'answers.correct', place) }}
      clash={clash}
      done={c.req.query('fatto')}
      values={values}
      errors={filled?.errors ?? {}}
    />,
    filled ? (clash ? 409 : 422) : 200,
  )
}
