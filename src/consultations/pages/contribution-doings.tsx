import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { mustBeAble } from '../../charter/policy.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { CheckField, SelectField } from '../../ui/choice.tsx'
import { TextArea } from '../../ui/field.tsx'
import type { Filled } from '../../ui/form.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { ChangeForm, changeContribution, withdrawContribution } from '../actions/change.ts'
import { CommentForm, comment } from '../actions/comments.ts'
import { ownPlace } from '../actions/contribute.ts'
import { AppealForm, appeal, FlagForm, flag } from '../actions/moderate.ts'
import { support } from '../actions/supports.ts'
import { contributionWords } from '../messages/contributions.ts'
import { doingWords } from '../messages/doings.ts'
import { type Contribution, mustBeTheirs, mustBeVisible, receiptNumber } from '../rules/contributions.ts'
import { moderationRules, mustBeHidden, ruleWords } from '../rules/moderation.ts'
import { questionsOf } from '../store/questions.ts'
import { type Around, aroundOpened } from './around.tsx'
import { FormPage, nothing, statusOf } from './form-page.tsx'
import { answersFrom, QuestionFields, valuesFrom } from './question-fields.tsx'
import { contributionAt } from './shown.ts'

export const contributionDoingPages = router()

const at = (what: string) => `/consultazioni/:id/osservazioni/:number{[0-9]+}/${what}` as const

const done = (c: Ctx, { consultationId, number }: Contribution, fatto: string) =>
  c.redirect(inLang(c.var.reader.lang, withQuery(paths.contribution(consultationId, number), { fatto })), 303)

async function mine(c: Ctx): Promise<{ whole: Around; contribution: Contribution }> {
  mustBeAble(c.var.actor, 'consultations.contribute', ownPlace(c.var))
  const whole = await aroundOpened(c)
  return { whole, contribution: await contributionAt(c) }
}

function doing(contribution: Contribution, what: string) {
  const { consultationId, number } = contribution
  return { address: paths.contributionDoing(consultationId, number, what), cancel: paths.contribution(consultationId, number) }
}

contributionDoingPages.get(at('modifica'), (c) => changePage(c, null))

contributionDoingPages.post(at('modifica'), async (c) => {
  const contribution = await contributionAt(c)
  const form = await readForm(c, ChangeForm)
  if (!form.data) return changePage(c, form)
  try {
    const questions = await questionsOf(c.var.db, contribution.consultationId)
    const answers = contribution.target.kind === 'whole' ? answersFrom(questions, form.values) : {}
    await changeContribution(c.var, contribution.consultationId, contribution.id, form.data, { lang: c.var.reader.lang, answers })
    return done(c, contribution, 'cambiata')
  } catch (error) {
    return changePage(c, { values: form.values, errors: refusal(c, error) })
  }
})

async function changePage(c: Ctx, sent: Filled | null) {
  const { reader } = c.var
  const t = wordsFor(reader, contributionWords)
  const d = wordsFor(reader, doingWords)
  const { whole, contribution } = await mine(c)
  mustBeTheirs(contribution, c.var.actor.id)
  mustBeVisible(contribution)
  const questions = contribution.target.kind === 'whole' ? await questionsOf(c.var.db, contribution.consultationId) : []
  const showsName = contribution.showsName ? { showsName: 'on' } : {}
  const values = { text: contribution.text ?? '', ...showsName, ...valuesFrom(questions, contribution.answers) }
  const filled = sent ?? { values, errors: {} }
  const props = {
    reader,
    whole,
    filled,
    title: d('changeTitle', { number: receiptNumber(contribution) }),
    lead: d('changeLead'),
    submit: d('save'),
    labels: { text: t('text') },
  }
  return c.html(
    <FormPage {...props} {...doing(contribution, 'modifica')} way={wayTo(c, contribution)}>
      <TextArea name="text" label={t('text')} rows={10} maxlength={20_000} {...filled} />
      <QuestionFields questions={questions} {...filled} />
      <CheckField name="showsName" label={t('showsName')} help={t('showsNameHelp')} {...filled} />
    </FormPage>,
    statusOf(filled),
  )
}

function wayTo(c: Ctx, contribution: Contribution) {
  const t = wordsFor(c.var.reader, contributionWords)
  const { consultationId, number } = contribution
  return [
    { label: t('list'), to: paths.contributions(consultationId) },
    { label: receiptNumber(contribution), to: paths.contribution(consultationId, number) },
  ]
}

contributionDoingPages.get(at('ritiro'), (c) => withdrawPage(c, nothing))

contributionDoingPages.post(at('ritiro'), async (c) => {
  const contribution = await contributionAt(c)
  try {
    await withdrawContribution(c.var, contribution.consultationId, contribution.id)
    return done(c, contribution, 'ritirata')
  } catch (error) {
    return withdrawPage(c, { values: {}, errors: refusal(c, error) })
  }
})

async function withdrawPage(c: Ctx, filled: Filled) {
  const { reader } = c.var
  const d = wordsFor(reader, doingWords)
  const { whole, contribution } = await mine(c)
  mustBeTheirs(contribution, c.var.actor.id)
  const props = {
    reader,
    whole,
    filled,
    title: d('withdrawTitle', { number: receiptNumber(contribution) }),
    lead: d('withdrawLead'),
    submit: d('withdrawButton'),
    labels: {},
  }
  return c.html(<FormPage {...props} {...doing(contribution, 'ritiro')} way={wayTo(c, contribution)} danger />, statusOf(filled))
}

contributionDoingPages.post(at('sostegno'), async (c) => {
  const contribution = await contributionAt(c)
  const { wanted } = await c.req.parseBody()
  await support(c.var, contribution.consultationId, contribution.id, wanted !== 'no')
  return done(c, contribution, 'sostenuta')
})

contributionDoingPages.get(at('risposte'), (c) => commentPage(c, nothing))

contributionDoingPages.post(at('risposte'), async (c) => {
  const contribution = await contributionAt(c)
  const form = await readForm(c, CommentForm)
  if (!form.data) return commentPage(c, form)
  try {
    await comment(c.var, contribution.consultationId, contribution.id, form.data)
    return done(c, contribution, 'risposta')
  } catch (error) {
    return commentPage(c, { values: form.values, errors: refusal(c, error) })
  }
})

async function commentPage(c: Ctx, filled: Filled) {
  const { reader } = c.var
  const t = wordsFor(reader, contributionWords)
  const d = wordsFor(reader, doingWords)
  const { whole, contribution } = await mine(c)
  const props = {
    reader,
    whole,
    filled,
    title: d('commentTitle', { number: receiptNumber(contribution) }),
    submit: t('comment'),
    labels: { text: t('commentText') },
  }
  return c.html(
    <FormPage {...props} {...doing(contribution, 'risposte')} way={wayTo(c, contribution)}>
      <TextArea name="text" label={t('commentText')} rows={4} maxlength={5000} {...filled} />
      <CheckField name="showsName" label={t('showsName')} {...filled} />
    </FormPage>,
    statusOf(filled),
  )
}

contributionDoingPages.get(at('segnalazione'), (c) => flagPage(c, nothing))

contributionDoingPages.post(at('segnalazione'), async (c) => {
  const contribution = await contributionAt(c)
  const form = await readForm(c, FlagForm)
  if (!form.data) return flagPage(c, form)
  try {
    await flag(c.var, contribution.consultationId, contribution.id, form.data)
    return done(c, contribution, 'segnalata')
  } catch (error) {
    return flagPage(c, { values: form.values, errors: refusal(c, error) })
  }
})

async function flagPage(c: Ctx, filled: Filled) {
  const { reader } = c.var
  const d = wordsFor(reader, doingWords)
  const { whole, contribution } = await mine(c)
  mustBeVisible(contribution)
  const labels = { rule: d('flagRule'), note: d('flagNote') }
  const props = {
    reader,
    whole,
    filled,
    labels,
    title: d('flagTitle', { number: receiptNumber(contribution) }),
    lead: d('flagLead'),
    submit: d('flagButton'),
  }
  return c.html(
    <FormPage {...props} {...doing(contribution, 'segnalazione')} way={wayTo(c, contribution)}>
      <SelectField
        name="rule"
        label={d('flagRule')}
        options={moderationRules.map((rule) => ({ value: rule, label: ruleWords[rule][reader.lang].title }))}
        {...filled}
      />
      <TextArea name="note" label={d('flagNote')} optional rows={4} maxlength={1000} {...filled} />
    </FormPage>,
    statusOf(filled),
  )
}

contributionDoingPages.get(at('riesame'), (c) => appealPage(c, nothing))

contributionDoingPages.post(at('riesame'), async (c) => {
  const contribution = await contributionAt(c)
  const form = await readForm(c, AppealForm)
  if (!form.data) return appealPage(c, form)
  try {
    await appeal(c.var, contribution.consultationId, contribution.id, form.data)
    return done(c, contribution, 'riesame')
  } catch (error) {
    return appealPage(c, { values: form.values, errors: refusal(c, error) })
  }
})

async function appealPage(c: Ctx, filled: Filled) {
  const { reader } = c.var
  const d = wordsFor(reader, doingWords)
  const { whole, contribution } = await mine(c)
  mustBeTheirs(contribution, c.var.actor.id)
  mustBeHidden(contribution)
  const labels = { reason: d('appealReason') }
  const props = {
    reader,
    whole,
    filled,
    labels,
    title: d('appealTitle', { number: receiptNumber(contribution) }),
    lead: d('appealLead'),
    submit: d('appealButton'),
  }
  return c.html(
    <FormPage {...props} {...doing(contribution, 'riesame')} way={wayTo(c, contribution)}>
      <TextArea name="reason" label={d('appealReason')} rows={5} maxlength={5000} {...filled} />
    </FormPage>,
    statusOf(filled),
  )
}
