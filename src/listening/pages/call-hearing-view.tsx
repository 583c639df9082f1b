import { paths } from '../../charter/paths.ts'
import type { Reader } from '../../platform/reader.ts'
import { FieldGroup, RadioGroup } from '../../ui/choice.tsx'
import { DateField, TextArea, TextField } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, HiddenField, SubmitButton, valueOf } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { type Say, useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { hearingWords } from '../messages/hearings.ts'
import { openings } from '../rules/hearings.ts'
import { type Around, trailIn } from './around.ts'
import { type AroundHearing, trailInHearing } from './around-hearing.ts'
import { SlotFields, slotLabels } from './slot-fields.tsx'

type Key = keyof typeof hearingWords.it & string

const labelsOf = (t: Say<Key>): Record<string, string> => ({
  title: t('name'),
  reason: t('reason'),
  questions: t('questions'),
  openTo: t('openTo'),
  opensOn: t('opensOn'),
  closesOn: t('closesOn'),
  ...slotLabels(t),
})

const rejected = ({ errors }: Filled) => Object.keys(errors).length > 0

export function CallPage({ reader, around, ...filled }: Filled & { readonly reader: Reader; readonly around: Around }) {
  const t = wordsFor(reader, hearingWords)
  const address = paths.newHearing(around.slug)
  const hearings = { label: t('hearings'), to: paths.hearings(around.slug) }
  return (
    <Page
      reader={reader}
      title={t('callTitle')}
      section="ecosystems"
      trail={trailIn(reader.lang, around, hearings, { label: t('callTitle') })}
      address={address}
      rejected={rejected(filled)}
    >
      <div class="container">
        <ErrorSummary errors={filled.errors} labels={labelsOf(t)} />
        <PageHead title={t('callTitle')} kicker={[around.name]} lead={t('callLead')} />
        <Form action={address} class="form">
          <CallFields {...filled} />
          <FieldGroup legend={t('firstSlot')} help={t('slotHelp')}>
            <SlotFields {...filled} />
          </FieldGroup>
          <FormEnd cancel={hearings.to}>
            <SubmitButton>{t('callButton')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>
  )
}

function CallFields(filled: Filled) {
  const t = useWords(hearingWords)
  const { today } = useReader()
  const options = openings.map((opening) => ({ value: opening, label: t(`openTo.${opening}`) }))
  return (
    <>
      <TextField name="title" label={t('name')} maxlength={200} {...filled} />
      <TextArea name="reason" label={t('reason')} help={t('reasonHelp')} rows={5} maxlength={10_000} {...filled} />
      <TextArea name="questions" label={t('questions')} help={t('questionsHelp')} rows={5} maxlength={10_000} {...filled} />
      <RadioGroup name="openTo" label={t('openTo')} options={options} {...filled} />
      <DateField name="opensOn" label={t('opensOn')} {...filled} />
      <DateField name="closesOn" label={t('closesOn')} help={t('closesOnHelp')} min={today} {...filled} />
    </>
  )
}

interface OfHearingProps extends Filled {
  readonly reader: Reader
  readonly whole: AroundHearing
}

export function EditPage({ reader, whole, ...filled }: OfHearingProps) {
  const t = wordsFor(reader, hearingWords)
  const { hearing } = whole
  const address = paths.hearingEdit(hearing.id)
  const trail = trailInHearing(reader.lang, whole, { label: t('editTitle') })
  return (
    <Page reader={reader} title={t('editTitle')} section="ecosystems" trail={trail} address={address} rejected={rejected(filled)}>
      <div class="container">
        <ErrorSummary errors={filled.errors} labels={labelsOf(t)} />
        <PageHead title={t('editTitle')} kicker={[hearing.title]} lead={t('editLead')} />
        <Form action={address} class="form">
          <HiddenField name="revision" value={valueOf(filled.values, 'revision') || String(hearing.revision)} />
          <CallFields {...filled} />
          <FormEnd cancel={paths.hearing(hearing.id)}>
            <SubmitButton>{t('save')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>
  )
}

export function CancelPage({ reader, whole, ...filled }: OfHearingProps) {
  const t = wordsFor(reader, hearingWords)
  const { hearing } = whole
  const address = paths.hearingCancel(hearing.id)
  const trail = trailInHearing(reader.lang, whole, { label: t('cancelTitle') })
  return (
    <Page reader={reader} title={t('cancelTitle')} section="ecosystems" trail={trail} address={address} rejected={rejected(filled)}>
      <div class="container">
        <ErrorSummary errors={filled.errors} labels={{ reason: t('cancelReason') }} />
        <PageHead title={t('cancelTitle')} kicker={[hearing.title]} lead={t('cancelLead')} />
        <Form action={address} class="form">
          <TextArea name="reason" label={t('cancelReason')} rows={3} maxlength={1000} {...filled} />
          <FormEnd cancel={paths.hearing(hearing.id)} keeps>
            <SubmitButton kind="danger">{t('cancel')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>
  )
}

export function RecordingPage({ reader, whole, ...filled }: OfHearingProps) {
  const t = wordsFor(reader, hearingWords)
  const { hearing } = whole
  const address = paths.hearingRecording(hearing.id)
  const trail = trailInHearing(reader.lang, whole, { label: t('recording') })
  return (
    <Page reader={reader} title={t('recordingTitle')} section="ecosystems" trail={trail} address={address} rejected={rejected(filled)}>
      <div class="container">
        <ErrorSummary errors={filled.errors} labels={{ link: t('recordingField') }} />
        <PageHead title={t('recordingTitle')} kicker={[hearing.title]} lead={t('recordingLead')} />
        <Form action={address} class="form">
          <TextField name="link" type="url" label={t('recordingField')} optional maxlength={2000} {...filled} />
          <FormEnd cancel={paths.hearing(hearing.id)}>
            <SubmitButton>{t('recordingButton')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>
  )
}
