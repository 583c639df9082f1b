import { paths } from '../../charter/paths.ts'
import type { Reader } from '../../platform/reader.ts'
import { CheckGroup, FieldGroup, RadioGroup } from '../../ui/choice.tsx'
import { DateField, TextArea, TextField } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, SubmitButton } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { type Say, useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { SuggestField, type Suggestion } from '../../ui/suggest.tsx'
import { SuggestMany } from '../../ui/suggest-many.tsx'
import { formWords } from '../messages/forms.ts'
import { projectWords } from '../messages/projects.ts'
import { audiences, projectKinds, titleIn } from '../rules/projects.ts'
import { type Around, type Place, trailIn, trailTo } from './around.tsx'

export interface EditProps extends Filled {
  readonly reader: Reader
  readonly ecosystem: Place
  /** Null for one that is being added. */
  readonly around: Around | null
  /** Those who answer for it, as chosen so far. */
  readonly chosen: readonly Suggestion[]
  /** The project it is a part of, or what the words typed for one found. */
  readonly wholes: readonly Suggestion[]
  /** The organisations that the words typed found. */
  readonly found: readonly Suggestion[]
}

const named = ['titleIt', 'titleEn', 'summaryIt', 'summaryEn', 'expectedStart', 'expectedEnd', 'startedOn', 'endedOn', 'link'] as const

function labelsOf(t: Say<keyof typeof formWords.it & string>, p: Say<keyof typeof projectWords.it & string>): Record<string, string> {
  return {
    ...Object.fromEntries(named.map((name) => [name, t(name)])),
    kind: p('kind'),
    audiences: p('audience'),
    organisationIds: t('organisations'),
    partOfId: t('partOf'),
  }
}

export function EditPage({ reader, ecosystem, around, chosen, wholes, found, ...filled }: EditProps) {
  const t = wordsFor(reader, formWords)
  const p = wordsFor(reader, projectWords)
  const title = around ? t('editOf', { title: titleIn(reader.lang, around.project) }) : t('addTitle')
  const trail = around ? trailIn(reader.lang, around, { label: p('edit') }) : trailTo(reader.lang, ecosystem, { label: title })
  const address = around ? paths.projectEdit(around.project.id) : paths.newProject(ecosystem.slug)
  const rejected = Object.keys(filled.errors).length > 0
  return (
    <Page reader={reader} title={title} section="ecosystems" trail={trail} address={address} rejected={rejected} scripts={['suggest.js']}>
      <div class="container">
        <ErrorSummary errors={filled.errors} labels={labelsOf(t, p)} />
        <PageHead title={title} kicker={[ecosystem.name]} lead={t(around ? 'editLead' : 'addLead')} />
        <Form action={address} class="form">
          <RadioGroup
            name="kind"
            label={p('kind')}
            options={projectKinds.map((kind) => ({ value: kind, label: p(`kind.${kind}`), help: p(`kindHelp.${kind}`) }))}
            {...filled}
          />
          <Words {...filled} />
          <CheckGroup
            name="audiences"
            label={p('audience')}
            options={audiences.map((value) => ({ value, label: p(`audience.${value}`) }))}
            {...filled}
          />
          <SuggestMany
            name="organisationIds"
            label={t('organisations')}
            help={t('organisationsHelp')}
            oneMore={t('organisationOne')}
            source={paths.organisationOptions}
            chosen={chosen}
            options={found}
            {...filled}
          />
          <Dates {...filled} />
          <SuggestField
            name="partOfId"
            label={t('partOf')}
            help={t('partOfHelp')}
            source={paths.projectOptions(ecosystem.slug)}
            options={wholes}
            optional
            {...filled}
          />
          <TextField name="link" type="url" label={t('link')} help={t('linkHelp')} maxlength={2000} optional {...filled} />
          <FormEnd cancel={around ? paths.project(around.project.id) : paths.projects(ecosystem.slug)}>
            <SubmitButton>{t(around ? 'submitEdit' : 'submitAdd')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>
  )
}

function Words(filled: Filled) {
  const t = useWords(formWords)
  const { lang } = useReader()
  const english = lang === 'it' ? { lang: 'en' } : {}
  const italian = lang === 'en' ? { lang: 'it' } : {}
  return (
    <>
      <TextField name="titleIt" label={t('titleIt')} help={t('titleItHelp')} maxlength={300} {...italian} {...filled} />
      <TextArea name="summaryIt" label={t('summaryIt')} help={t('summaryItHelp')} maxlength={4000} {...italian} {...filled} />
      <TextField name="titleEn" label={t('titleEn')} maxlength={300} optional {...english} {...filled} />
      <TextArea name="summaryEn" label={t('summaryEn')} maxlength={4000} rows={4} optional {...english} {...filled} />
    </>
  )
}

function Dates(filled: Filled) {
  const t = useWords(formWords)
  const { today } = useReader()
  return (
    <FieldGroup legend={t('term')} help={t('termHelp')}>
      <DateField name="expectedStart" label={t('expectedStart')} optional {...filled} />
      <DateField name="expectedEnd" label={t('expectedEnd')} optional {...filled} />
      <DateField name="startedOn" label={t('startedOn')} help={t('startedOnHelp')} max={today} optional {...filled} />
      <DateField name="endedOn" label={t('endedOn')} help={t('endedOnHelp')} max={today} optional {...filled} />
    </FieldGroup>
  )
}
