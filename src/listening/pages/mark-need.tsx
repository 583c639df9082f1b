import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { mustBeAble } from '../../charter/policy.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { SelectField } from '../../ui/choice.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, SubmitButton } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Prose } from '../../ui/prose.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { MarkForm, markNeed } from '../actions/mark-need.ts'
import { hearingMinutesWords } from '../messages/hearing-minutes.ts'
import { voiceKinds } from '../rules/needs.ts'
import { placeOfListening } from '../rules/place.ts'
import type { StakeholderKind } from '../rules/stakeholders.ts'
import { findStatement } from '../store/minutes.ts'
import { getStakeholder } from '../store/stakeholders.ts'
import { aroundHearing } from './around-hearing.ts'
import { trailOfMinutes } from './statements-view.tsx'

export const markNeedPages = router()

markNeedPages.get('/audizioni/:id/verbale/interventi/:statement/esigenza', (c) => markPage(c, null))

markNeedPages.post('/audizioni/:id/verbale/interventi/:statement/esigenza', async (c) => {
  const { id } = c.req.param()
  const { whole, statement } = await gather(c)
  const form = await readForm(c, MarkForm)
  if (!form.data) return markPage(c, form)
  try {
    await markNeed(c.var, { id: whole.hearing.id, slug: whole.slug }, statement.id, form.data)
    return c.redirect(inLang(c.var.reader.lang, withQuery(paths.hearingMinutes(id), { fatto: 'esigenza' })), 303)
  } catch (error) {
    return markPage(c, { values: form.values, errors: refusal(c, error) })
  }
})

async function gather(c: Ctx) {
  const { db, actor } = c.var
  const whole = await aroundHearing(c, c.req.param('id') ?? '')
  mustBeAble(actor, 'listening.record-need', placeOfListening(whole.ecosystemId))
  const statement = await findStatement(db, c.req.param('statement') ?? '')
  if (statement?.hearingId !== whole.hearing.id) throw new Problem(notFound)
  return { whole, statement, speaker: await getStakeholder(db, statement.stakeholderId) }
}

/** Whose voice a stakeholder is, unless whoever marks the need says otherwise. */
const voiceOf: Partial<Record<StakeholderKind, (typeof voiceKinds)[number]>> = {
  administration: 'administration',
  citizens: 'citizens',
  'open-data': 'citizens',
  firm: 'firms',
  consultancy: 'firms',
}

async function markPage(c: Ctx, sent: Filled | null) {
  const { reader } = c.var
  const { whole, statement, speaker } = await gather(c)
  const { hearing } = whole
  const t = wordsFor(reader, hearingMinutesWords)
  const filled = sent ?? { values: { voiceKind: voiceOf[speaker.kind] ?? 'other' }, errors: {} }
  const address = paths.statementNeed(hearing.id, statement.id)
  const rejected = Object.keys(filled.errors).length > 0
  return c.html(
    <Page
      reader={reader}
      title={t('needTitle')}
      section="ecosystems"
      trail={trailOfMinutes(reader, whole, t('needTitle'))}
      address={address}
      rejected={rejected}
    >
      <div class="container">
        <ErrorSummary errors={filled.errors} labels={{ statement: t('needStatement'), why: t('needWhy'), voiceKind: t('needVoice') }} />
        <PageHead title={t('needTitle')} kicker={[hearing.title]} lead={t('needLead')} />
        <Section id="intervento" title={t('text')}>
          <Prose text={statement.text} />
        </Section>
        <Form action={address} class="form">
          <TextField name="statement" label={t('needStatement')} help={t('needStatementHelp')} maxlength={500} {...filled} />
          <TextArea name="why" label={t('needWhy')} rows={3} optional maxlength={5000} {...filled} />
          <SelectField
            name="voiceKind"
            label={t('needVoice')}
            options={voiceKinds.map((kind) => ({ value: kind, label: t(`voice.${kind}`) }))}
            empty={null}
            {...filled}
          />
          <FormEnd cancel={paths.hearingMinutes(hearing.id)}>
            <SubmitButton>{t('needButton')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>,
    rejected ? 422 : 200,
  )
}
