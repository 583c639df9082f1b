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
import { stakeholderWords } from '../messages/stakeholders.ts'
import type { Face } from '../people.ts'
import { involvements, stakeholderKinds, weights } from '../rules/stakeholders.ts'
import { type Around, trailIn } from './around.ts'
import { nameOf } from './names.tsx'

type Key = keyof typeof stakeholderWords.it & string

const labelsOf = (t: Say<Key>): Record<string, string> => ({
  organisationId: t('organisation'),
  kind: t('kind'),
  name: t('personName'),
  email: t('email'),
  interest: t('interest'),
  influence: t('influence'),
  involvement: t('involvement'),
  notes: t('notes'),
})

const rejected = ({ errors }: Filled) => Object.keys(errors).length > 0

interface AddPageProps extends Filled {
  readonly reader: Reader
  readonly around: Around
  readonly options: readonly Suggestion[]
}

export function AddPage({ reader, around, options, ...filled }: AddPageProps) {
  const t = wordsFor(reader, stakeholderWords)
  const address = paths.newStakeholder(around.slug)
  const map = { label: t('stakeholders'), to: paths.stakeholders(around.slug) }
  return (
    <Page
      reader={reader}
      title={t('addTitle')}
      section="ecosystems"
      trail={trailIn(reader.lang, around, map, { label: t('addTitle') })}
      address={address}
      rejected={rejected(filled)}
      scripts={['suggest.js']}
    >
      <div class="container">
        <ErrorSummary errors={filled.errors} labels={labelsOf(t)} />
        <PageHead title={t('addTitle')} kicker={[around.name]} lead={t('addLead')} />
        <Form action={address} class="form">
          <SuggestField
            name="organisationId"
            label={t('organisation')}
            help={t('organisationHelp')}
            optional
            source={paths.organisationOptions}
            options={options}
            {...filled}
          />
          <PersonFields help={t('personHelp')} {...filled} />
          <WeighingFields {...filled} />
          <FormEnd cancel={map.to}>
            <SubmitButton>{t('addButton')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>
  )
}

function PersonFields({ help, ...filled }: Filled & { readonly help: string }) {
  const t = useWords(stakeholderWords)
  return (
    <FieldGroup legend={t('personGroup')} help={help}>
      <TextField name="name" label={t('personName')} optional maxlength={200} autocomplete="off" {...filled} />
      <TextField name="email" type="email" label={t('email')} optional maxlength={254} autocomplete="off" {...filled} />
    </FieldGroup>
  )
}

function WeighingFields(filled: Filled) {
  const t = useWords(stakeholderWords)
  const kinds = stakeholderKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))
  const interest = weights.map((weight) => ({ value: String(weight), label: `${weight}, ${t(`weight.${weight}`)}` }))
  const influence = weights.map((weight) => ({ value: String(weight), label: `${weight}, ${t(`influence.${weight}`)}` }))
  const levels = involvements.map((level) => ({ value: level, label: t(`levelName.${level}`) }))
  return (
    <>
      <SelectField name="kind" label={t('kind')} options={kinds} {...filled} />
      <SelectField name="interest" label={t('interest')} help={t('interestHelp')} options={interest} {...filled} />
      <SelectField name="influence" label={t('influence')} help={t('influenceHelp')} options={influence} {...filled} />
      <RadioGroup name="involvement" label={t('involvement')} options={levels} {...filled} />
      <TextArea name="notes" label={t('notes')} help={t('notesHelp')} rows={4} optional maxlength={4000} {...filled} />
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
  const address = paths.stakeholderEdit(face.id)
  return (
    <Page
      reader={reader}
      title={t('editTitle')}
      section="ecosystems"
      trail={trailOf(reader, around, face, t('editTitle'))}
      address={address}
      rejected={rejected(filled)}
    >
      <div class="container">
        <ErrorSummary errors={filled.errors} labels={labelsOf(t)} />
        <PageHead title={t('editTitle')} kicker={[nameOf(reader.lang, face)]} />
        <Form action={address} class="form">
          <HiddenField name="revision" value={valueOf(filled.values, 'revision') || String(face.revision)} />
          <WeighingFields {...filled} />
          <PersonFields help={t('editPersonHelp')} {...filled} />
          <FormEnd cancel={paths.stakeholder(face.id)}>
            <SubmitButton>{t('save')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>
  )
}

export function RemovePage({ reader, around, face }: OfOneProps) {
  const t = wordsFor(reader, stakeholderWords)
  return (
    <Page reader={reader} title={t('removeTitle')} section="ecosystems" trail={trailOf(reader, around, face, t('removeTitle'))}>
      <div class="container">
        <PageHead title={t('removeTitle')} kicker={[nameOf(reader.lang, face)]} lead={t('removeLead')} />
        <Form action={paths.stakeholderEnd(face.id)} class="form">
          <FormEnd cancel={paths.stakeholder(face.id)} keeps>
            <SubmitButton kind="danger">{t('removeButton')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>
  )
}
