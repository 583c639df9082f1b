import { paths } from '../../charter/paths.ts'
import type { Block } from '../../documents/index.ts'
import type { Reader } from '../../platform/reader.ts'
import { CheckField, FieldGroup, SelectField } from '../../ui/choice.tsx'
import { FileField, TextArea, TextField } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, HiddenField, SubmitButton, valueOf } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { contributionWords } from '../messages/contributions.ts'
import { takePartWords } from '../messages/take-part.ts'
import type { OpenedConsultation } from '../rules/consultation.ts'
import { fieldOf, type Question, questionIn } from '../rules/questions.ts'
import { graceMinutes } from '../rules/windows.ts'
import { type Around, trailIn } from './around.tsx'
import { QuestionFields } from './question-fields.tsx'

interface TakePartProps extends Filled {
  readonly reader: Reader
  readonly whole: Around<OpenedConsultation>
  /** The block that it is about, when it was chosen in the text. */
  readonly block: Block | null
  readonly sections: readonly Block[]
  readonly questions: readonly Question[]
  /** By id, those that whoever writes is a delegate of. */
  readonly organisations: ReadonlyMap<string, string>
}

export function TakePartPage(props: TakePartProps) {
  const { reader, whole, block, questions, organisations, values, errors } = props
  const filled = { values, errors }
  const t = wordsFor(reader, contributionWords)
  const p = wordsFor(reader, takePartWords)
  const address = paths.takePart(whole.consultation.id)
  const names = ['organisationId', 'mandate', 'mandateFile', 'file'] as const
  const labels = {
    section: p('sectionChoice'),
    text: t('text'),
    showsName: t('showsName'),
    ...Object.fromEntries(names.map((name) => [name, p(name)])),
    ...Object.fromEntries(questions.map((question) => [fieldOf(question), questionIn(reader.lang, question)])),
  }
  return (
    <Page
      reader={reader}
      title={p('takePart')}
      section="consultations"
      trail={trailIn(reader.lang, whole, { label: p('takePart') })}
      address={address}
      rejected={Object.keys(errors).length > 0}
    >
      <div class="container">
        <ErrorSummary errors={errors} labels={labels} />
        <PageHead title={p('takePart')} kicker={[whole.title]} lead={p('takePartLead')} />
        <Form action={address} class="form" enctype="multipart/form-data">
          {(['key', 'opened', 'draft'] as const).map((name) => (
            <HiddenField name={name} value={valueOf(values, name)} />
          ))}
          <HiddenField name="versionId" value={whole.consultation.versionId} />
          <About {...props} />
          <TextArea
            name="text"
            label={t('text')}
            help={p('textHelp')}
            rows={10}
            maxlength={20_000}
            {...(block || questions.length === 0 ? {} : { optional: true })}
            {...filled}
          />
          <QuestionFields questions={questions} {...filled} />
          <FileField name="file" label={p('file')} help={p('fileHelp')} optional {...filled} />
          <InWhoseName organisations={organisations} only={whole.consultation.participants === 'organisations'} {...filled} />
          <CheckField name="showsName" label={t('showsName')} help={t('showsNameHelp')} {...filled} />
          <p class="quiet">{p('grace', { minutes: graceMinutes })}</p>
          <FormEnd
            cancel={block ? `${paths.consultationText(whole.consultation.id)}#b-${block.id}` : paths.consultation(whole.consultation.id)}
          >
            <SubmitButton name="doing" value="send">
              {p('send')}
            </SubmitButton>
            <SubmitButton kind="secondary" name="doing" value="draft">
              {p('saveDraft')}
            </SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>
  )
}

function About({ block, sections, values, errors }: TakePartProps) {
  const t = useWords(contributionWords)
  const p = useWords(takePartWords)
  if (block)
    return (
      <>
        <HiddenField name="target" value={valueOf(values, 'target')} />
        <HiddenField name="blockId" value={block.id} />
        {(['starts', 'exact'] as const).map((name) => valueOf(values, name) && <HiddenField name={name} value={valueOf(values, name)} />)}
        <p>
          <b>{p('aboutBlock')}</b>
        </p>
        <blockquote lang="it">{valueOf(values, 'exact') || block.text}</blockquote>
      </>
    )
  return (
    <SelectField
      name="section"
      label={p('sectionChoice')}
      help={p('sectionHelp')}
      optional
      empty={t('target.whole')}
      options={sections.map(({ id, text }) => ({ value: id, label: text }))}
      values={values}
      errors={errors}
    />
  )
}

interface NameProps extends Filled {
  readonly organisations: ReadonlyMap<string, string>
  readonly only: boolean
}

function InWhoseName({ organisations, only, ...filled }: NameProps) {
  const p = useWords(takePartWords)
  const { name } = useReader()
  if (organisations.size === 0 && !only) return <></>
  return (
    <FieldGroup legend={p('who')}>
      <SelectField
        name="organisationId"
        label={p('organisationId')}
        help={p('organisationHelp')}
        {...(only ? {} : { optional: true, empty: `${p('inPerson')} (${name ?? ''})` })}
        options={[...organisations].map(([value, label]) => ({ value, label }))}
        {...filled}
      />
      <TextField name="mandate" label={p('mandate')} help={p('mandateHelp')} optional maxlength={500} {...filled} />
      <FileField name="mandateFile" label={p('mandateFile')} optional {...filled} />
    </FieldGroup>
  )
}
