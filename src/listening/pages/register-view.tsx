import { paths } from '../../charter/paths.ts'
import type { Reader } from '../../platform/reader.ts'
import { RadioGroup, SelectField } from '../../ui/choice.tsx'
import { FileField, TextArea } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, SubmitButton } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { SuggestField, type Suggestion } from '../../ui/suggest.tsx'
import { hearingWords } from '../messages/hearings.ts'
import { registrationWords } from '../messages/registrations.ts'
import { stakeholderWords } from '../messages/stakeholders.ts'
import { queueOf, type Registration } from '../rules/registrations.ts'
import type { Slot } from '../rules/slots.ts'
import { stakeholderKinds } from '../rules/stakeholders.ts'
import { type AroundHearing, trailInHearing } from './around-hearing.ts'
import { hoursOf } from './hours.ts'

interface RegisterPageProps extends Filled {
  readonly reader: Reader
  readonly whole: AroundHearing
  readonly registrations: readonly Registration[]
  /** Whoever was invited speaks for whom they were invited as. */
  readonly invited: boolean
  readonly options: readonly Suggestion[]
}

export function RegisterPage({ reader, whole, registrations, invited, options, ...filled }: RegisterPageProps) {
  const r = wordsFor(reader, registrationWords)
  const s = wordsFor(reader, stakeholderWords)
  const { hearing, slots } = whole
  const address = paths.hearingRegistration(hearing.id)
  const labels = {
    slotId: r('chooseSlot'),
    kind: r('speaksAs'),
    organisationId: r('organisation'),
    subject: r('subject'),
    file: r('file'),
  }
  const kinds = stakeholderKinds.map((kind) => ({ value: kind, label: s(`kind.${kind}`) }))
  return (
    <Page
      reader={reader}
      title={r('registerTitle')}
      section="ecosystems"
      trail={trailInHearing(reader.lang, whole, { label: r('registerTitle') })}
      address={address}
      rejected={Object.keys(filled.errors).length > 0}
      scripts={invited ? [] : ['suggest.js']}
    >
      <div class="container">
        <ErrorSummary errors={filled.errors} labels={labels} />
        <PageHead title={r('registerTitle')} kicker={[hearing.title]} lead={r('registerLead')} />
        <Form action={address} class="form" enctype="multipart/form-data">
          <SlotChoice slots={slots} registrations={registrations} {...filled} />
          {!invited && (
            <>
              <SelectField name="kind" label={r('speaksAs')} options={kinds} {...filled} />
              <SuggestField
                name="organisationId"
                label={r('organisation')}
                help={r('organisationHelp')}
                optional
                source={paths.organisationOptions}
                options={options}
                {...filled}
              />
            </>
          )}
          <TextArea name="subject" label={r('subject')} help={r('subjectHelp')} rows={4} optional maxlength={2000} {...filled} />
          <FileField name="file" label={r('file')} help={r('fileHelp')} optional {...filled} />
          <FormEnd cancel={paths.hearing(hearing.id)}>
            <SubmitButton>{r('registerButton')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>
  )
}

interface SlotChoiceProps extends Filled {
  readonly slots: readonly Slot[]
  readonly registrations: readonly Registration[]
}

/** The slots that have not begun, each with the places left. */
export function SlotChoice({ slots, registrations, ...filled }: SlotChoiceProps) {
  const { lang, now } = useReader()
  const t = useWords(hearingWords)
  const r = useWords(registrationWords)
  const options = slots
    .filter(({ startsAt }) => startsAt > now)
    .map((slot) => {
      const { heard, waiting } = queueOf(slot, registrations)
      const places = t('placesFree', { free: slot.capacity - heard.length, capacity: slot.capacity, waiting: waiting.length })
      return { value: slot.id as string, label: hoursOf(lang, slot), help: [slot.place ?? t('onlineOnly'), places].join(' · ') }
    })
  const [first, another] = options
  // Where there is nothing to choose, it is chosen already.
  const values = first && !another ? { ...filled.values, slotId: first.value } : filled.values
  return <RadioGroup name="slotId" label={r('chooseSlot')} options={options} values={values} errors={filled.errors} />
}
