import { diffWordsWithSpace } from 'diff'
import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { mustBeAble } from '../../charter/policy.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import { formatDay } from '../../kernel/words.ts'
import { findMinutes, mustTakeRemarks, OutcomePage, placeOfSelf } from '../../minutes/index.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { Diff } from '../../ui/diff.tsx'
import { TextArea } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, HiddenField, SubmitButton } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { AmendForm, amendStatement, answerAmendment, OutcomeForm } from '../actions/amendments.ts'
import { heardIn } from '../actions/heard.ts'
import { hearingMinutesWords } from '../messages/hearing-minutes.ts'
import { notHeard, pickStatement, refusals } from '../rules/minutes.ts'
import { placeOfListening } from '../rules/place.ts'
import { amendmentsOn, statementsOf } from '../store/minutes.ts'
import { aroundHearing } from './around-hearing.ts'
import { trailOfMinutes, trailToMinutes } from './statements-view.tsx'

export const amendPages = router()

const statusOf = ({ errors }: Filled) => (Object.keys(errors).length > 0 ? 422 : 200)
const done = (c: Ctx, id: string, fatto: string) =>
  c.redirect(inLang(c.var.reader.lang, withQuery(paths.hearingMinutes(id), { fatto })), 303)

amendPages.get('/audizioni/:id/verbale/interventi/:statement/emendamento', (c) => amendPage(c, null))

amendPages.post('/audizioni/:id/verbale/interventi/:statement/emendamento', async (c) => {
  const { id, statement } = c.req.param()
  const form = await readForm(c, AmendForm)
  if (!form.data) return amendPage(c, form)
  try {
    await amendStatement(c.var, id, statement, form.data)
    return done(c, id, 'risposto')
  } catch (error) {
    return amendPage(c, { values: form.values, errors: refusal(c, error) })
  }
})

/** For whoever was heard, while the minutes wait for them. */
async function amendPage(c: Ctx, sent: Filled | null) {
  const { db, today, actor, reader } = c.var
  mustBeAble(actor, 'listening.amend', placeOfSelf(actor))
  const whole = await aroundHearing(c, c.req.param('id') ?? '')
  const { hearing } = whole
  const statements = await statementsOf(db, hearing.id)
  if (!actor.id || !(await heardIn(db, hearing.id, statements)).includes(actor.id)) throw new Problem(notHeard)
  const { until } = mustTakeRemarks(refusals, await findMinutes(db, hearing.id), today)
  const statement = pickStatement(statements, c.req.param('statement') ?? '')
  const t = wordsFor(reader, hearingMinutesWords)
  const filled = sent ?? { values: { text: statement.text }, errors: {} }
  const address = paths.statementAmendment(hearing.id, statement.id)
  return c.html(
    <Page
      reader={reader}
      title={t('amendTitle')}
      section="ecosystems"
      trail={trailOfMinutes(reader, whole, t('amendTitle'))}
      address={address}
      rejected={Object.keys(filled.errors).length > 0}
    >
      <div class="container">
        <ErrorSummary errors={filled.errors} labels={{ text: t('amendText') }} />
        <PageHead title={t('amendTitle')} kicker={[hearing.title]} lead={t('amendLead', { until: formatDay(reader.lang, until) })} />
        <Form action={address} class="form">
          <TextArea name="text" label={t('amendText')} help={t('textHelp')} rows={12} maxlength={20_000} {...filled} />
          <FormEnd cancel={paths.hearingMinutes(hearing.id)}>
            <SubmitButton>{t('amendButton')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>,
    statusOf(filled),
  )
}

amendPages.get('/audizioni/:id/verbale/emendamenti/:amendment', (c) => outcomePage(c, null))

amendPages.post('/audizioni/:id/verbale/emendamenti/:amendment', async (c) => {
  const { id, amendment } = c.req.param()
  const form = await readForm(c, OutcomeForm)
  if (!form.data) return outcomePage(c, form)
  try {
    await answerAmendment(c.var, id, amendment, form.data)
    return done(c, id, 'esito')
  } catch (error) {
    return outcomePage(c, { values: form.values, errors: refusal(c, error) })
  }
})

/** The words as they stand and as they are proposed; what is accepted may still be touched up. */
async function outcomePage(c: Ctx, sent: Filled | null) {
  const { db, actor, reader } = c.var
  const whole = await aroundHearing(c, c.req.param('id') ?? '')
  const { hearing } = whole
  mustBeAble(actor, 'listening.answer-amendment', placeOfListening(whole.ecosystemId))
  const amendment = (await amendmentsOn(db, hearing.id)).find(({ id }) => id === c.req.param('amendment'))
  if (!amendment?.statementId || amendment.text === null) throw new Problem(notFound)
  const statement = (await statementsOf(db, hearing.id)).find(({ id }) => id === amendment.statementId)
  const t = wordsFor(reader, hearingMinutesWords)
  const filled = { values: { text: amendment.text, ...sent?.values }, errors: sent?.errors ?? {} }
  const address = paths.amendment(hearing.id, amendment.id)
  return c.html(
    <OutcomePage
      reader={reader}
      address={address}
      back={paths.hearingMinutes(hearing.id)}
      trail={trailToMinutes(reader, whole)}
      kicker={[hearing.title]}
      words={hearingMinutesWords}
      gone={!statement}
      labels={{ text: t('finalText') }}
      proposed={
        <Section id="differenze" title={t('difference')}>
          <Diff parts={diffWordsWithSpace(statement?.text ?? '', amendment.text)} />
        </Section>
      }
      fields={
        <>
          <HiddenField name="base" value={String(statement?.revision ?? 1)} />
          {statement && <TextArea name="text" label={t('finalText')} rows={8} optional maxlength={20_000} {...filled} />}
        </>
      }
      {...filled}
    />,
    statusOf(filled),
  )
}
