import type { Child } from 'hono/jsx'
import type { z } from 'zod'
import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { CheckField, CheckGroup, RadioGroup, SelectField } from '../../ui/choice.tsx'
import { DateField, TextArea, TextField } from '../../ui/field.tsx'
import { type Filled, HiddenField } from '../../ui/form.tsx'
import { type Say, wordsFor } from '../../ui/reader.tsx'
import {
  AimsForm,
  CalendarForm,
  ContactsForm,
  chooseVersion,
  describeAims,
  ParticipationForm,
  PrepareForm,
  setCalendar,
  setContacts,
  setParticipation,
} from '../actions/set-up.ts'
import { setUpWords } from '../messages/set-up.ts'
import { type Consultation, channels, participantKinds } from '../rules/consultation.ts'
import { mustBeInPreparation } from '../rules/windows.ts'
import { aroundFor } from './around.tsx'
import { FormPage, statusOf } from './form-page.tsx'
import { versionChoices } from './new.tsx'
import { stepSlugs } from './set-up.tsx'

export const stepPages = router()

type Words = Say<keyof typeof setUpWords.it>

interface StepForm {
  readonly step: keyof typeof stepSlugs
  readonly names: readonly (keyof typeof setUpWords.it)[]
  readonly values: (consultation: Consultation) => Filled['values']
  readonly fields: (t: Words, filled: Filled, consultation: Consultation, c: Ctx) => Child | Promise<Child>
  readonly save: (c: Ctx, id: string) => Promise<Filled | null>
}

/** Reads a form and hands it over; null when all is saved. */
const saving =
  <Schema extends z.ZodType>(schema: Schema, save: (desk: Ctx['var'], id: string, input: z.output<Schema>) => Promise<unknown>) =>
  async (c: Ctx, id: string): Promise<Filled | null> => {
    const form = await readForm(c, schema)
    if (form.data === null) return form
    try {
      await save(c.var, id, form.data)
      return null
    } catch (error) {
      return { values: form.values, errors: refusal(c, error) }
    }
  }

const ticked = (yes: boolean) => (yes ? 'on' : '')

const forms: readonly StepForm[] = [
  {
    step: 'object',
    names: ['versionId'],
    values: ({ versionId }) => ({ versionId }),
    fields: async (t, filled, consultation, c) => (
      <SelectField
        name="versionId"
        label={t('versionId')}
        help={t('versionHelp')}
        options={await versionChoices(c, consultation.ecosystemId)}
        {...filled}
      />
    ),
    save: saving(PrepareForm, chooseVersion),
  },
  {
    step: 'aims',
    names: ['titleIt', 'titleEn', 'aimsIt', 'aimsEn'],
    values: ({ titleIt, titleEn, aimsIt, aimsEn }) => ({ titleIt, titleEn: titleEn ?? '', aimsIt: aimsIt ?? '', aimsEn: aimsEn ?? '' }),
    fields: (t, filled) => (
      <>
        <TextField name="titleIt" label={t('titleIt')} maxlength={300} lang="it" {...filled} />
        <TextField name="titleEn" label={t('titleEn')} optional maxlength={300} lang="en" {...filled} />
        <TextArea name="aimsIt" label={t('aimsIt')} help={t('aimsHelp')} optional maxlength={10_000} lang="it" {...filled} />
        <TextArea name="aimsEn" label={t('aimsEn')} optional maxlength={10_000} lang="en" {...filled} />
      </>
    ),
    save: saving(AimsForm, describeAims),
  },
  {
    step: 'participation',
    names: ['participants', 'channels', 'languages'],
    values: (one) => ({
      participants: one.participants,
      channels: [...one.channels],
      languages: [...one.languages],
      supports: ticked(one.supports),
      comments: ticked(one.comments),
    }),
    fields: (t, filled) => (
      <>
        <RadioGroup
          name="participants"
          label={t('participants')}
          options={participantKinds.map((value) => ({ value, label: t(`participants.${value}`) }))}
          {...filled}
        />
        <CheckGroup
          name="channels"
          label={t('channels')}
          help={t('channelsHelp')}
          options={channels.map((value) => ({ value, label: t(`channel.${value}`) }))}
          {...filled}
        />
        <CheckGroup
          name="languages"
          label={t('languages')}
          options={(['it', 'en'] as const).map((value) => ({ value, label: t(`lang.${value}`) }))}
          {...filled}
        />
        <CheckField name="supports" label={t('supports')} {...filled} />
        <CheckField name="comments" label={t('comments')} {...filled} />
      </>
    ),
    save: saving(ParticipationForm, setParticipation),
  },
  {
    step: 'contacts',
    names: ['contactOffice', 'contactMail', 'contactCertifiedMail', 'contactAddress'],
    values: (one) => ({
      contactOffice: one.contactOffice ?? '',
      contactMail: one.contactMail ?? '',
      contactCertifiedMail: one.contactCertifiedMail ?? '',
      contactAddress: one.contactAddress ?? '',
    }),
    fields: (t, filled) => (
      <>
        <TextField name="contactOffice" label={t('contactOffice')} optional maxlength={300} {...filled} />
        <TextField name="contactMail" type="email" label={t('contactMail')} optional maxlength={254} {...filled} />
        <TextField name="contactCertifiedMail" type="email" label={t('contactCertifiedMail')} optional maxlength={254} {...filled} />
        <TextField name="contactAddress" label={t('contactAddress')} optional maxlength={500} {...filled} />
      </>
    ),
    save: saving(ContactsForm, setContacts),
  },
  {
    step: 'calendar',
    names: ['opensOn', 'closesOn'],
    values: ({ opensOn, closesOn }) => ({ opensOn: opensOn ?? '', closesOn: closesOn ?? '' }),
    fields: (t, filled, { minimumDays }) => (
      <>
        <DateField name="opensOn" label={t('opensOn')} {...filled} />
        <DateField name="closesOn" label={t('closesOn')} help={t('closesHelp', { days: minimumDays })} {...filled} />
      </>
    ),
    save: saving(CalendarForm, setCalendar),
  },
]

for (const form of forms) {
  const address = `/consultazioni/:id/preparazione/${stepSlugs[form.step]}` as const
  stepPages.get(address, (c) => stepPage(c, form, null))
  stepPages.post(address, async (c) => {
    const id = c.req.param('id')
    await aroundFor(c, 'consultations.prepare')
    const refused = await form.save(c, id)
    if (refused) return stepPage(c, form, refused)
    return c.redirect(inLang(c.var.reader.lang, withQuery(paths.consultationSetUp(id), { fatto: 'salvato' })), 303)
  })
}

async function stepPage(c: Ctx, form: StepForm, sent: Filled | null) {
  const { reader } = c.var
  const whole = await aroundFor(c, 'consultations.prepare')
  const { consultation } = whole
  mustBeInPreparation(consultation)
  const t = wordsFor(reader, setUpWords)
  const { step, names } = form
  const filled = sent ?? { values: { ...form.values(consultation), revision: String(consultation.revision) }, errors: {} }
  const address = paths.consultationStep(consultation.id, stepSlugs[step])
  const labels = Object.fromEntries(names.map((name) => [name, t(name)]))
  const props = { reader, whole, filled, labels, address, title: t(`step.${step}`), submit: t('save') }
  const revision = filled.values.revision
  return c.html(
    <FormPage {...props} cancel={paths.consultationSetUp(consultation.id)}>
      {step !== 'object' && typeof revision === 'string' && <HiddenField name="revision" value={revision} />}
      {await form.fields(t, filled, consultation, c)}
    </FormPage>,
    statusOf(filled),
  )
}
