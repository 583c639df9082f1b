import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { can, mustBeAble } from '../../charter/policy.ts'
import { Problem, tell } from '../../kernel/problem.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { Checklist } from '../../ui/checklist.tsx'
import { SelectField } from '../../ui/choice.tsx'
import { Done } from '../../ui/done.tsx'
import { TextArea } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, HiddenField, SubmitButton, valueOf } from '../../ui/form.tsx'
import { ButtonLink, Form } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Prose } from '../../ui/prose.tsx'
import { useFormats, useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { concludeConsultation, ReportForm, reportChanged, writeReport } from '../actions/reports.ts'
import { outcomeWords } from '../messages/outcomes.ts'
import { type OutcomeNumbers, outcomeNumbers, type Standing, standingOf } from '../outcome.ts'
import { outcomeConcluded } from '../rules/replies.ts'
import { AccountBar } from './account-bar.tsx'
import { type Around, aroundConsultation, trailIn } from './around.tsx'

export const outcomeEditPages = router()

outcomeEditPages.get('/consultazioni/:id/esiti/modifica', (c) => editPage(c, null))

outcomeEditPages.post('/consultazioni/:id/esiti/modifica', async (c) => {
  const id = c.req.param('id')
  mustBeAble(c.var.actor, 'answers.write-report', (await aroundConsultation(c, id)).place)
  const form = await readForm(c, ReportForm)
  if (!form.data) return editPage(c, form)
  try {
    await writeReport(c.var, id, form.data)
    return c.redirect(inLang(c.var.reader.lang, withQuery(paths.outcomesEdit(id), { fatto: 'salvati' })), 303)
  } catch (error) {
    const clash = error instanceof Problem && error.kind === reportChanged
    return editPage(c, { values: form.values, errors: refusal(c, error) }, clash)
  }
})

outcomeEditPages.post('/consultazioni/:id/esiti/pubblicazione', async (c) => {
  const id = c.req.param('id')
  mustBeAble(c.var.actor, 'answers.conclude', (await aroundConsultation(c, id)).place)
  try {
    await concludeConsultation(c.var, id)
    return c.redirect(inLang(c.var.reader.lang, withQuery(paths.outcomes(id), { fatto: 'pubblicati' })), 303)
  } catch (error) {
    return editPage(c, { values: {}, errors: { '': refusal(c, error)[''] ?? Object.values(refusal(c, error))[0] ?? '' } })
  }
})

async function editPage(c: Ctx, sent: Filled | null, clash = false) {
  const { db, actor, reader, today } = c.var
  const around = await aroundConsultation(c, c.req.param('id') ?? '')
  mustBeAble(actor, 'answers.write-report', around.place)
  const numbers = await outcomeNumbers(db, around.consultation.id)
  const standing = await standingOf(db, around.consultation, numbers.account, today)
  if (standing.report?.publishedOn) throw new Problem(outcomeConcluded)
  const { report } = standing
  const base = String(report?.revision ?? 0)
  const kept = {
    narrativeIt: report?.narrativeIt ?? '',
    narrativeEn: report?.narrativeEn ?? '',
    finalVersionId: report?.finalVersionId ?? '',
    base,
  }
  const values = sent && Object.keys(sent.values).length > 0 ? { ...sent.values, base: clash ? base : sent.values.base } : kept
  return c.html(
    <EditPage
      {...{ reader, around, numbers, standing, clash }}
      mayConclude={can(actor, 'answers.conclude', around.place)}
      done={c.req.query('fatto')}
      values={values}
      errors={sent?.errors ?? {}}
    />,
    sent ? (clash ? 409 : 422) : 200,
  )
}

interface EditProps extends Filled {
  readonly reader: Reader
  readonly around: Around
  readonly numbers: OutcomeNumbers
  readonly standing: Standing
  readonly clash: boolean
  readonly mayConclude: boolean
  readonly done: string | undefined
}

function EditPage(props: EditProps) {
  const { reader, around, numbers, clash, done, errors, mayConclude } = props
  const t = wordsFor(reader, outcomeWords)
  const { id } = around.consultation
  return (
    <Page
      reader={reader}
      title={t('editTitle')}
      section="consultations"
      trail={trailIn(around, { label: t('title'), to: paths.outcomes(id) }, { label: t('editTitle') })}
      address={paths.outcomesEdit(id)}
      rejected={Object.keys(errors).length > 0}
    >
      <div class="container">
        <ErrorSummary
          errors={errors}
          labels={{ narrativeIt: t('narrativeIt'), narrativeEn: t('narrativeEn'), finalVersionId: t('finalVersionId') }}
        />
        <Done words={outcomeWords} done={done} />
        <PageHead title={t('editTitle')} kicker={[around.ecosystem.name, around.title]} lead={t('editLead')}>
          <p class="actions">
            <ButtonLink to={paths.outcomes(id)}>{t('seeThem')}</ButtonLink>
          </p>
        </PageHead>
        <AccountBar account={numbers.account} />
        {clash && <Saved {...props} />}
        <WriteForm {...props} />
        {mayConclude && <Conclusion {...props} />}
      </div>
    </Page>
  )
}

/** Somebody else saved meanwhile: their text is shown above one's own, and the next save is a choice. */
function Saved({ standing: { report } }: EditProps) {
  const t = useWords(outcomeWords)
  if (!report?.narrativeIt) return null
  return (
    <Notice kind="info" title={t('narrative')}>
      <Prose text={report.narrativeIt} />
    </Notice>
  )
}

function WriteForm({ around, standing, values, errors }: EditProps) {
  const t = useWords(outcomeWords)
  const { day } = useFormats()
  const filled = { values, errors }
  return (
    <Form action={paths.outcomesEdit(around.consultation.id)} class="form">
      <HiddenField name="base" value={valueOf(values, 'base')} />
      <TextArea
        name="narrativeIt"
        label={t('narrativeIt')}
        help={t('narrativeItHelp')}
        rows={14}
        maxlength={50_000}
        lang="it"
        optional
        {...filled}
      />
      <TextArea name="narrativeEn" label={t('narrativeEn')} rows={6} maxlength={50_000} lang="en" optional {...filled} />
      <SelectField
        name="finalVersionId"
        label={t('finalVersionId')}
        help={t(standing.later.length > 0 ? 'finalVersionHelp' : 'noLater')}
        optional
        options={standing.later.map(({ id, number, frozenOn }) => ({
          value: id,
          label: t('versionOption', { number, on: day(frozenOn) }),
        }))}
        {...filled}
      />
      <FormEnd>
        <SubmitButton kind="secondary">{t('save')}</SubmitButton>
      </FormEnd>
    </Form>
  )
}

function Conclusion({ around, standing }: EditProps) {
  const t = useWords(outcomeWords)
  const { lang } = useReader()
  const ready = standing.checks.every(({ met }) => met)
  const missing = {
    closed: t('check.closedMissing'),
    answered: undefined,
    appeals: undefined,
    narrative: t('check.narrativeMissing'),
    final: t('check.finalMissing'),
    promises: undefined,
  }
  return (
    <Section id="pubblicare" title={t('publishTitle')} lead={t('publishLead')}>
      <Checklist
        items={standing.checks.map(({ check, met, problem }) => ({
          state: met ? 'done' : 'todo',
          title: t(`check.${check}`),
          missing: met ? undefined : problem ? tell(lang, problem) : missing[check],
        }))}
      />
      <Form action={paths.outcomesPublication(around.consultation.id)}>
        <FormEnd>
          <SubmitButton disabled={!ready} {...(ready ? {} : { describedBy: 'non-ancora' })}>
            {t('publish')}
          </SubmitButton>
        </FormEnd>
        {!ready && (
          <p class="help" id="non-ancora">
            {t('cannot')}
          </p>
        )}
      </Form>
    </Section>
  )
}
