import { paths } from '../../charter/paths.ts'
import type { Reader } from '../../platform/reader.ts'
import { FieldGroup, RadioGroup, SelectField } from '../../ui/choice.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, HiddenField, SubmitButton, valueOf } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { type Say, useWords, wordsFor } from '../../ui/reader.tsx'
import { SuggestField, type Suggestion } from '../../ui/suggest.tsx'
import { stakeholderFormWords } from '../messages/stakeholder-forms.ts'
import { stakeholderWords } from '../messages/stakeholders.ts'
import type { Face } from '../people.ts'
import { involvements, stakeholderKinds, weights } from '../rules/stakeholders.ts'
import { type Around, trailIn } from './around.ts'
import { nameOf } from './names.tsx'

type Key = keyof typeof stakeholderWords.it & string
type FormKey = keyof typeof stakeholderFormWords.it & string

const labelsOf = (t: Say<Key>, f: Say<FormKey>): Record<string, string> => ({
  organisationId: f('organisation'),
  kind: t('kind'),
  name: f('personName'),
  email: f('email'),
  interest: t('interest'),
  influence: t('influence'),
  involvement: t('involvement'),
  notes: f('notes'),
})

const rejected = ({ errors }: Filled) => Object.keys(errors).length > 0

interface AddPageProps extends Filled {
  readonly reader: Reader
  readonly around: Around
  readonly options: readonly Suggestion[]
}

export function AddPage({ reader, around, options, ...filled }: AddPageProps) {
  const t = wordsFor(reader, stakeholderWords)
  const f = wordsFor(reader, stakeholderFormWords)
  const address = paths.newStakeholder(around.slug)
  const map = { label: t('stakeholders'), to: paths.stakeholders(around.slug) }
  return (
    <Page
      reader={reader}
      title={f('addTitle')}
      section="ecosystems"
      trail={trailIn(reader.lang, around, map, { label: f('addTitle') })}
      address={address}
      rejected={rejected(filled)}
      scripts={['suggest.js']}
    >
      <div class="container">
        <ErrorSummary errors={filled.errors} labels={labelsOf(t, f)} />
        <PageHead title={f('addTitle')} kicker={[around.name]} lead={f('addLead')} />
        <Form action={address} class="form">
          <SuggestField
            name="organisationId"
            label={f('organisation')}
            help={f('organisationHelp')}
            optional
            source={paths.organisationOptions}
            options={options}
            {...filled}
          />
          <PersonFields help={f('personHelp')} {...filled} />
          <WeighingFields {...filled} />
          <FormEnd cancel={map.to}>
            <SubmitButton>{f('addButton')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>
  )
}

function PersonFields({ help, ...filled }: Filled & { readonly help: string }) {
  const f = useWords(stakeholderFormWords)
  return (
    <FieldGroup legend={f('personGroup')} help={help}>
      <TextField name="name" label={f('personName')} optional maxlength={200} autocomplete="off" {...filled} />
      <TextField name="email" type="email" label={f('email')} optional maxlength={254} autocomplete="off" {...filled} />
    </FieldGroup>
  )
}

function WeighingFields(filled: Filled) {
  const t = useWords(stakeholderWords)
  const f = useWords(stakeholderFormWords)
  const kinds = stakeholderKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))
  const interest = weights.map((weight) => ({ value: String(weight), label: `${weight}, ${t(`weight.${weight}`)}` }))
  const influence = weights.map((weight) => ({ value: String(weight), label: `${weight}, ${t(`influence.${weight}`)}` }))
  const levels = involvements.map((level) => ({ value: level, label: t(`levelName.${level}`) }))
  return (
    <>
      <SelectField name="kind" label={t('kind')} options={kinds} {...filled} />
      <SelectField name="interest" label={t('interest')} help={f('interestHelp')} options={interest} {...filled} />
      <SelectField name="influence" label={t('influence')} help={f('influenceHelp')} options={influence} {...filled} />
      <RadioGroup name="involvement" label={t('involvement')} options={levels} {...filled} />
      <TextArea name="notes" label={f('notes')} help={f('notesHelp')} rows={4} optional maxlength={4000} {...filled} />
    </>
  )
}

interface OfOneProps {
  readonly reader: Reader
  readonly around: Around
  readonly face: Face
}

const trailOf = (reader: Reader, around: Around, face: Face, label: string) => {
  const t = wordsFor(reader, stakeholderWords)
  const map = { label: t('stakeholders'), to: paths.stakeholders(around.slug) }
  return trailIn(reader.lang, around, map, { label: nameOf(reader.lang, face), to: paths.stakeholder(face.id) }, { label })
}

export function ChangePage({ reader, around, face, ...filled }: OfOneProps & Filled) {
  const t = wordsFor(reader, stakeholderWords)
  const f = wordsFor(reader, stakeholderFormWords)
  const address = paths.stakeholderEdit(face.id)
  return (
    <Page
      reader={reader}
      title={f('editTitle')}
      section="ecosystems"
      trail={trailOf(reader, around, face, f('editTitle'))}
      address={address}
      rejected={rejected(filled)}
    >
      <div class="container">
        <ErrorSummary errors={filled.errors} labels={labelsOf(t, f)} />
        <PageHead title={f('editTitle')} kicker={[nameOf(reader.lang, face)]} />
        <Form action={address} class="form">
          <HiddenField name="revision" value={valueOf(filled.values, 'revision') || String(face.revision)} />
          <WeighingFields {...filled} />
          <PersonFields help={f('editPersonHelp')} {...filled} />
          <FormEnd cancel={paths.stakeholder(face.id)}>
            <SubmitButton>{f('save')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>
  )
}

export function RemovePage({ reader, around, face }: OfOneProps) {
  const f = wordsFor(reader, stakeholderFormWords)
  return (
    <Page reader={reader} title={f('removeTitle')} section="ecosystems" trail={trailOf(reader, around, face, f('removeTitle'))}>
      <div class="container">
        <PageHead title={f('removeTitle')} kicker={[nameOf(reader.lang, face)]} lead={f('removeLead')} />
        <Form action={paths.stakeholderEnd(face.id)} class="form">
          <FormEnd cancel={paths.stakeholder(face.id)} keeps>
            <SubmitButton kind="danger">{f('removeButton')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>
  )
}
