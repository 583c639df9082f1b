import type { Child } from 'hono/jsx'
import type { z } from 'zod'
import { inLang, paths, withQuery } from '../../charter/paths.ts'
import type { Act } from '../../charter/policy.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { RadioGroup, SelectField } from '../../ui/choice.tsx'
import { DateField, TextArea, TextField } from '../../ui/field.tsx'
import type { Filled } from '../../ui/form.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { formatsFor, type Say, wordsFor } from '../../ui/reader.tsx'
import {
  changeText,
  ExtendForm,
  extendConsultation,
  InterruptionForm,
  ReasonForm,
  RestartForm,
  recordInterruption,
  resumeConsultation,
  suspendConsultation,
} from '../actions/calendar.ts'
import { calendarWords } from '../messages/calendar.ts'
import type { Consultation } from '../rules/consultation.ts'
import { changesOf } from '../store/changes.ts'
import { aroundFor, mayDo, trailIn } from './around.tsx'
import { Changes } from './consultation-parts.tsx'
import { FormPage, nothing, statusOf } from './form-page.tsx'
import { versionChoices } from './new.tsx'

export const calendarPages = router()

type Key = keyof typeof calendarWords.it
type Words = Say<Key>

interface Change {
  readonly slug: string
  readonly act: Act
  readonly title: Key
  readonly lead?: Key
  readonly button: Key
  readonly schema: z.ZodType
  readonly run: (desk: Ctx['var'], id: string, input: never) => Promise<unknown>
  readonly fields: (t: Words, filled: Filled, c: Ctx, consultation: Consultation) => Child | Promise<Child>
}

const reason = (t: Words, filled: Filled) => <TextArea name="reason" label={t('reason')} rows={4} maxlength={5000} {...filled} />

const changes: readonly Change[] = [
  {
    slug: 'proroga',
    act: 'consultations.extend',
    title: 'extend',
    lead: 'extendLead',
    button: 'extendButton',
    schema: ExtendForm,
    run: extendConsultation,
    fields: (t, filled) => (
      <>
        <DateField name="closesOn" label={t('newClosing')} {...filled} />
        {reason(t, filled)}
      </>
    ),
  },
  {
    slug: 'sospensione',
    act: 'consultations.suspend',
    title: 'suspend',
    lead: 'suspendLead',
    button: 'suspendButton',
    schema: ReasonForm,
    run: suspendConsultation,
    fields: reason,
  },
  {
    slug: 'ripresa',
    act: 'consultations.resume',
    title: 'resume',
    button: 'resumeButton',
    schema: ReasonForm,
    run: resumeConsultation,
    fields: reason,
  },
  {
    slug: 'interruzione',
    act: 'consultations.record-interruption',
    title: 'interruption',
    lead: 'interruptionLead',
    button: 'interruptionButton',
    schema: InterruptionForm,
    run: recordInterruption,
    fields: (t, filled) => (
      <>
        <DateField name="fromDay" label={t('fromDay')} {...filled} />
        <TextField name="fromTime" type="time" size="short" label={t('fromTime')} {...filled} />
        <DateField name="toDay" label={t('toDay')} {...filled} />
        <TextField name="toTime" type="time" size="short" label={t('toTime')} {...filled} />
        {reason(t, filled)}
      </>
    ),
  },
  {
    slug: 'testo',
    act: 'consultations.restart',
    title: 'text',
    lead: 'textLead',
    button: 'textButton',
    schema: RestartForm,
    run: changeText,
    fields: async (t, filled, c, { ecosystemId, documentId }) => (
      <>
        <SelectField
          name="versionId"
          label={t('newVersion')}
          options={(await versionChoices(c, ecosystemId)).filter((one) => one.documentId === documentId)}
          {...filled}
        />
        <RadioGroup
          name="how"
          label={t('how')}
          options={(['restart', 'extend'] as const).map((value) => ({ value, label: t(`how.${value}`) }))}
          {...filled}
        />
        <DateField name="closesOn" label={t('newClosing')} {...filled} />
        {reason(t, filled)}
      </>
    ),
  },
]

const labelled: readonly Key[] = ['how', 'reason', 'fromDay', 'fromTime', 'toDay', 'toTime']

calendarPages.get('/consultazioni/:id/calendario', async (c) => {
  const { reader, db } = c.var
  const whole = await aroundFor(c, 'consultations.extend')
  const { consultation } = whole
  const t = wordsFor(reader, calendarWords)
  const fits = ({ slug, act }: Change) =>
    mayDo(c, act, consultation) && (slug !== 'ripresa' || consultation.suspendedOn) && (slug !== 'sospensione' || !consultation.suspendedOn)
  return c.html(
    <Page
      reader={reader}
      title={t('calendarTitle')}
      section="consultations"
      trail={trailIn(reader.lang, whole, { label: t('calendarTitle') })}
    >
      <div class="container">
        <PageHead title={t('calendarTitle')} kicker={[whole.title]} lead={t('calendarLead')}>
          <p class="actions">
            {changes.filter(fits).map(({ slug, title }) => (
              <ButtonLink to={paths.consultationCalendarChange(consultation.id, slug)}>{t(title)}</ButtonLink>
            ))}
          </p>
        </PageHead>
        <Changes changes={await changesOf(db, consultation.id)} />
      </div>
    </Page>,
  )
})

for (const change of changes) {
  const address = `/consultazioni/:id/calendario/${change.slug}` as const
  calendarPages.get(address, (c) => changePage(c, change, nothing))
  calendarPages.post(address, async (c) => {
    const id = c.req.param('id') ?? ''
    await aroundFor(c, change.act)
    const form = await readForm(c, change.schema)
    if (!form.data) return changePage(c, change, { values: form.values, errors: form.errors })
    try {
      await change.run(c.var, id, form.data as never)
      return c.redirect(inLang(c.var.reader.lang, withQuery(paths.consultation(id), { fatto: 'calendario' })), 303)
    } catch (error) {
      return changePage(c, change, { values: form.values, errors: refusal(c, error) })
    }
  })
}

async function changePage(c: Ctx, change: Change, filled: Filled) {
  const { reader } = c.var
  const whole = await aroundFor(c, change.act)
  const { consultation } = whole
  const t = wordsFor(reader, calendarWords)
  const { day } = formatsFor(reader)
  const lead = change.lead && t(change.lead, { day: consultation.closesOn ? day(consultation.closesOn) : '' })
  const labels = {
    closesOn: t('newClosing'),
    ...{ versionId: t('newVersion'), ...Object.fromEntries(labelled.map((name) => [name, t(name)])) },
  }
  const address = paths.consultationCalendarChange(consultation.id, change.slug)
  const props = { reader, whole, filled, labels, address, title: t(change.title), submit: t(change.button) }
  const calendar = paths.consultationCalendar(consultation.id)
  return c.html(
    <FormPage {...props} {...(lead ? { lead } : {})} cancel={calendar} way={[{ label: t('calendarTitle'), to: calendar }]}>
      {await change.fields(t, filled, c, consultation)}
    </FormPage>,
    statusOf(filled),
  )
}
