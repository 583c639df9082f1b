import { paths } from '../../charter/paths.ts'
import type { Reader } from '../../platform/reader.ts'
import { SelectField } from '../../ui/choice.tsx'
import { TextArea } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, HiddenField, SubmitButton, valueOf } from '../../ui/form.tsx'
import { FormPage } from '../../ui/form-page.tsx'
import { Form } from '../../ui/link.tsx'
import { messages } from '../../ui/messages.ts'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { TwoTexts } from '../../ui/two-texts.tsx'
import { hearingMinutesWords } from '../messages/hearing-minutes.ts'
import type { Face } from '../people.ts'
import type { Statement } from '../rules/minutes.ts'
import { type AroundHearing, trailInHearing } from './around-hearing.ts'
import { nameOf } from './names.tsx'

const longest = 20_000

interface OfHearingProps extends Filled {
  readonly reader: Reader
  readonly whole: AroundHearing
}

export const trailToMinutes = (reader: Reader, whole: AroundHearing) =>
  trailInHearing(reader.lang, whole, {
    label: wordsFor(reader, hearingMinutesWords)('minutes'),
    to: paths.hearingMinutes(whole.hearing.id),
  })

export const trailOfMinutes = (reader: Reader, whole: AroundHearing, label: string) => [...trailToMinutes(reader, whole), { label }]

interface AddStatementPageProps extends OfHearingProps {
  readonly speakers: { readonly registered: readonly Face[]; readonly others: readonly Face[] }
}

export function AddStatementPage({ reader, whole, speakers, ...filled }: AddStatementPageProps) {
  const t = wordsFor(reader, hearingMinutesWords)
  const { hearing } = whole
  const address = paths.newStatement(hearing.id)
  const optionOf = (face: Face) => ({ value: face.id as string, label: nameOf(reader.lang, face) })
  const groups = [
    { label: t('registered'), options: speakers.registered.map(optionOf) },
    { label: t('others'), options: speakers.others.map(optionOf) },
  ].filter(({ options }) => options.length > 0)
  return (
    <FormPage
      reader={reader}
      title={t('addTitle')}
      section="ecosystems"
      trail={trailOfMinutes(reader, whole, t('addTitle'))}
      kicker={[hearing.title]}
      lead={t('addLead')}
      address={address}
      cancel={paths.hearingMinutes(hearing.id)}
      submit={t('addButton')}
      labels={{ stakeholderId: t('speaker'), text: t('text') }}
      filled={filled}
    >
      <SelectField name="stakeholderId" label={t('speaker')} help={t('speakerHelp')} options={groups} {...filled} />
      <TextArea name="text" label={t('text')} help={t('textHelp')} rows={12} maxlength={longest} {...filled} />
    </FormPage>
  )
}

interface OfStatementProps extends OfHearingProps {
  readonly statement: Statement
  readonly face: Face | undefined
}

export function EditStatementPage({ reader, whole, statement, face, ...filled }: OfStatementProps) {
  const t = wordsFor(reader, hearingMinutesWords)
  const { hearing } = whole
  const address = paths.statement(hearing.id, statement.id)
  return (
    <Page
      reader={reader}
      title={t('editTitle')}
      section="ecosystems"
      trail={trailOfMinutes(reader, whole, t('editTitle'))}
      address={address}
      rejected={Object.keys(filled.errors).length > 0}
    >
      <div class="container">
        <ErrorSummary errors={filled.errors} labels={{ text: t('text') }} />
        <PageHead title={t('editTitle')} kicker={[hearing.title, face ? nameOf(reader.lang, face) : '']} lead={t('editLead')} />
        <Form action={address} class="form">
          <HiddenField name="base" value={valueOf(filled.values, 'base')} />
          <TextArea name="text" label={t('text')} help={t('textHelp')} rows={14} maxlength={longest} {...filled} />
          <FormEnd cancel={paths.hearingMinutes(hearing.id)}>
            <SubmitButton>{t('save')}</SubmitButton>
          </FormEnd>
        </Form>
        <Section id="rimozione" title={t('remove')} lead={t('removeHelp')}>
          <Form action={paths.statementEnd(hearing.id, statement.id)}>
            <SubmitButton kind="danger">{t('remove')}</SubmitButton>
          </Form>
        </Section>
      </div>
    </Page>
  )
}

export function StatementConflictPage({ reader, whole, statement, face, values, errors }: OfStatementProps) {
  const title = wordsFor(reader, messages)('twoTextsTitle')
  const { hearing } = whole
  const address = paths.statement(hearing.id, statement.id)
  return (
    <Page reader={reader} title={title} section="ecosystems" trail={trailOfMinutes(reader, whole, title)} address={address} rejected>
      <div class="container">
        <ErrorSummary errors={errors} title={title} />
        <PageHead title={title} kicker={[hearing.title, face ? nameOf(reader.lang, face) : '']} />
        <TwoTexts
          action={address}
          latest={{ version: statement.revision, text: statement.text }}
          maxlength={longest}
          leave={paths.hearingMinutes(hearing.id)}
          values={values}
        />
      </div>
    </Page>
  )
}
