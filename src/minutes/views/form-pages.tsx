import type { Child } from 'hono/jsx'
import type { Catalogue } from '../../kernel/words.ts'
import type { Reader } from '../../platform/reader.ts'
import { RadioGroup } from '../../ui/choice.tsx'
import { TextArea } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, SubmitButton } from '../../ui/form.tsx'
import { FormPage } from '../../ui/form-page.tsx'
import { Form } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { words as common, type SittingWord } from '../messages.ts'

interface FormPageProps extends Filled {
  readonly reader: Reader
  readonly address: string
  /** The minutes themselves. */
  readonly back: string
  /** The way to the minutes, without this page. */
  readonly trail: readonly { readonly label: string; readonly to?: string }[]
  readonly kicker: readonly string[]
}

/** What was wrong in approved minutes is told beside them. */
export function CorrectionPage({ reader, address, back, trail, kicker, ...filled }: FormPageProps) {
  const t = wordsFor(reader, common)
  const title = t('rectifyTitle')
  return (
    <FormPage
      reader={reader}
      title={title}
      section="ecosystems"
      trail={[...trail, { label: title }]}
      kicker={kicker}
      lead={t('rectifyLead')}
      address={address}
      cancel={back}
      submit={t('rectifyButton')}
      labels={{ text: t('rectifyText'), reason: t('rectifyReason') }}
      filled={filled}
    >
      <TextArea name="text" label={t('rectifyText')} maxlength={20_000} {...filled} />
      <TextArea name="reason" label={t('rectifyReason')} rows={3} maxlength={2000} {...filled} />
    </FormPage>
  )
}

interface OutcomePageProps extends FormPageProps {
  readonly words: Catalogue<SittingWord>
  /** What was proposed. */
  readonly proposed: Child
  /** What was spoken of is no longer there: it can only be refused. */
  readonly gone?: boolean
  /** Further fields of the form, and their names in the summary of errors. */
  readonly fields?: Child
  readonly labels?: Record<string, string>
}

/** The outcome of one correction proposed. */
export function OutcomePage(props: OutcomePageProps) {
  const { reader, address, back, trail, kicker, words, proposed, gone = false, fields, labels = {}, values, errors } = props
  const t = wordsFor(reader, words)
  const c = wordsFor(reader, common)
  const title = t('outcomeTitle')
  const options = [...(gone ? [] : [{ value: 'accepted', label: c('accept') }]), { value: 'rejected', label: c('reject') }]
  return (
    <Page
      reader={reader}
      title={title}
      section="ecosystems"
      trail={[...trail, { label: title }]}
      address={address}
      rejected={Object.keys(errors).length > 0}
    >
      <div class="container">
        <ErrorSummary errors={errors} labels={{ outcome: c('outcome'), reason: c('reason'), ...labels }} />
        <PageHead title={title} kicker={kicker} lead={t('outcomeLead')} />
        {proposed}
        <Form action={address} class="form">
          <RadioGroup name="outcome" label={c('outcome')} options={options} values={values} errors={errors} />
          {fields}
          <TextArea
            name="reason"
            label={c('reason')}
            help={c('reasonHelp')}
            rows={3}
            optional
            maxlength={2000}
            values={values}
            errors={errors}
          />
          <FormEnd cancel={back}>
            <SubmitButton>{c('saveOutcome')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>
  )
}
