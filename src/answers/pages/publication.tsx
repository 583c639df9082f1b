import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { mustBeAble } from '../../charter/policy.ts'
import { Problem } from '../../kernel/problem.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Filled } from '../../ui/form.tsx'
import { HiddenField } from '../../ui/form.tsx'
import { FormPage } from '../../ui/form-page.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { PublishForm, publishReplies } from '../actions/replies.ts'
import { queueWords } from '../messages/queue.ts'
import { nothingToPublish } from '../rules/replies.ts'
import { countPrepared } from '../store/prepared.ts'
import { aroundConsultation, trailIn } from './around.tsx'

export const publicationPages = router()

publicationPages.get('/consultazioni/:id/risposte/pubblicazione', (c) => publicationPage(c, { values: {}, errors: {} }))

publicationPages.post('/consultazioni/:id/risposte/pubblicazione', async (c) => {
  const id = c.req.param('id')
  const { place } = await aroundConsultation(c, id)
  mustBeAble(c.var.actor, 'answers.publish', place)
  const form = await readForm(c, PublishForm)
  if (!form.data) return publicationPage(c, form)
  try {
    await publishReplies(c.var, id, form.data)
    return c.redirect(inLang(c.var.reader.lang, withQuery(paths.answers(id), { fatto: 'pubblicate' })), 303)
  } catch (error) {
    return publicationPage(c, { values: form.values, errors: refusal(c, error) })
  }
})

/** One press tells everybody who wrote, and nothing calls it back: first it says to how many. */
async function publicationPage(c: Ctx, filled: Filled) {
  const { db, actor, reader } = c.var
  const around = await aroundConsultation(c, c.req.param('id') ?? '')
  mustBeAble(actor, 'answers.publish', around.place)
  const { id } = around.consultation
  const prepared = await countPrepared(db, id)
  if (prepared.replies === 0) throw new Problem(nothingToPublish)
  const t = wordsFor(reader, queueWords)
  const trail = trailIn(
    around,
    { label: t('title'), to: paths.answers(id) },
    { label: t('preparedTitle'), to: paths.answersPrepared(id) },
    { label: t('publishTitle') },
  )
  return c.html(
    <FormPage
      {...{ reader, trail, filled }}
      title={t('publishTitle')}
      section="consultations"
      kicker={[around.ecosystem.name, around.title]}
      lead={t('publishLead', prepared)}
      address={paths.answersPublication(id)}
      cancel={paths.answersPrepared(id)}
      submit={t('publishNow', prepared)}
      labels={{}}
    >
      <ul>
        <li>{t('publishTold', prepared)}</li>
        <li>{t('publishForGood')}</li>
      </ul>
      <HiddenField name="contributions" value={String(prepared.contributions)} />
    </FormPage>,
    Object.keys(filled.errors).length > 0 ? 422 : 200,
  )
}
