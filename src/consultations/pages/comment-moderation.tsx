import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { SelectField } from '../../ui/choice.tsx'
import type { Filled } from '../../ui/form.tsx'
import { Prose } from '../../ui/prose.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { HideCommentForm, hideCommentBy } from '../actions/comments.ts'
import { moderationWords } from '../messages/moderation.ts'
import { receiptNumber } from '../rules/contributions.ts'
import { moderationRules, ruleWords } from '../rules/moderation.ts'
import { findComment } from '../store/comments.ts'
import { aroundFor } from './around.tsx'
import { FormPage, nothing, statusOf } from './form-page.tsx'
import { contributionAt } from './shown.ts'

/** What participants say to each other is moderated by the same rules as what they contribute. */
export const commentModerationPages = router()

const address = '/consultazioni/:id/osservazioni/:number{[0-9]+}/risposte/:comment/moderazione'

commentModerationPages.get(address, (c) => page(c, nothing))

commentModerationPages.post(address, async (c) => {
  await aroundFor(c, 'consultations.hide')
  const form = await readForm(c, HideCommentForm)
  if (!form.data) return page(c, form)
  const { consultationId, id, number } = await contributionAt(c)
  try {
    await hideCommentBy(c.var, consultationId, id, c.req.param('comment'), form.data)
    return c.redirect(inLang(c.var.reader.lang, withQuery(paths.contribution(consultationId, number), { fatto: 'moderata' })), 303)
  } catch (error) {
    return page(c, { values: form.values, errors: refusal(c, error) })
  }
})

async function page(c: Ctx, filled: Filled) {
  const { db, reader } = c.var
  const t = wordsFor(reader, moderationWords)
  const whole = await aroundFor(c, 'consultations.hide')
  const contribution = await contributionAt(c)
  const comment = await findComment(db, contribution, c.req.param('comment') ?? '')
  if (!comment) throw new Problem(notFound)
  const { consultationId, number } = contribution
  const back = paths.contribution(consultationId, number)
  return c.html(
    <FormPage
      reader={reader}
      whole={whole}
      title={t('hideComment')}
      lead={t('hideCommentLead')}
      address={paths.commentModeration(consultationId, number, comment.id)}
      cancel={back}
      submit={t('hide')}
      danger
      labels={{ rule: t('rule') }}
      filled={filled}
      before={<Prose text={comment.text} />}
      way={[{ label: receiptNumber(contribution), to: back }]}
    >
      <SelectField
        name="rule"
        label={t('rule')}
        options={moderationRules.map((rule) => ({ value: rule, label: ruleWords[rule][reader.lang].title }))}
        {...filled}
      />
    </FormPage>,
    statusOf(filled),
  )
}
