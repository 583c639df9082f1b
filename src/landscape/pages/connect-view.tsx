import { paths } from '../../charter/paths.ts'
import type { Reader } from '../../platform/reader.ts'
import { FieldGroup, SelectField } from '../../ui/choice.tsx'
import { DateField, TextArea, TextField } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, SubmitButton } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { SuggestField, type Suggestion } from '../../ui/suggest.tsx'
import { formWords } from '../messages/forms.ts'
import { flowWords } from '../messages/interconnections.ts'
import { means } from '../rules/interconnections.ts'
import { type AroundFlow, nameOfFlow, type Place, trailInFlow, trailToFlows } from './around.ts'
import { useKnown } from './known.ts'

interface ConnectProps extends Filled {
  readonly reader: Reader
  readonly ecosystem: Place
  /** Null for one that is being added. */
  readonly around: AroundFlow | null
  /** What was chosen, or what the words typed found. */
  readonly options: Readonly<Record<'fromId' | 'toId' | 'projectId', readonly Suggestion[]>>
}

const labelled = [
  'fromId',
  'toId',
  'purposeIt',
  'purposeEn',
  'means',
  'realisedOn',
  'realisedPrecision',
  'evidenceUrl',
  'plannedOn',
  'plannedPrecision',
  'projectId',
] as const

export function ConnectPage({ reader, ecosystem, around, options, ...filled }: ConnectProps) {
  const t = wordsFor(reader, formWords)
  const title = t(around ? 'correctTitle' : 'connectTitle')
  const trail = around ? trailInFlow(reader.lang, around, { label: title }) : trailToFlows(reader.lang, ecosystem, { label: title })
  const address = around ? paths.interconnectionEdit(around.flow.id) : paths.newInterconnection(ecosystem.slug)
  const labels = {
    ...Object.fromEntries(labelled.map((name) => [name, t(name)])),
    dataIt: t('flowDataIt'),
    dataEn: t('flowDataEn'),
  }
  const rejected = Object.keys(filled.errors).length > 0
  return (
    <Page reader={reader} title={title} section="ecosystems" trail={trail} address={address} rejected={rejected} scripts={['suggest.js']}>
      <div class="container">
        <ErrorSummary errors={filled.errors} labels={labels} />
        <PageHead
          title={title}
          kicker={[around ? nameOfFlow(reader.lang, around.flow) : ecosystem.name]}
          lead={t(around ? 'editLead' : 'connectLead')}
        />
        <Form action={address} class="form">
          {(['fromId', 'toId'] as const).map((name) => (
            <SuggestField
              name={name}
              label={t(name)}
              help={t('endHelp')}
              source={paths.systemOptions}
              options={options[name]}
              {...filled}
            />
          ))}
          <Words {...filled} />
          <SelectField
            name="means"
            label={t('means')}
            empty={t('meansUntold')}
            options={means.map((value) => ({ value, label: wordsFor(reader, flowWords)(`means.${value}`) }))}
            optional
            {...filled}
          />
          <Exists {...filled} />
          <Missing {...filled} />
          <SuggestField
            name="projectId"
            label={t('projectId')}
            help={t('projectHelp')}
            source={paths.projectOptions(ecosystem.slug)}
            options={options.projectId}
            optional
            {...filled}
          />
          <FormEnd cancel={around ? paths.interconnection(around.flow.id) : paths.interconnections(ecosystem.slug)}>
            <SubmitButton>{t(around ? 'submitEdit' : 'submitConnect')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>
  )
}

function Words(filled: Filled) {
  const t = useWords(formWords)
  const { lang } = useReader()
  const italian = lang === 'en' ? { lang: 'it' } : {}
  const english = lang === 'it' ? { lang: 'en' } : {}
  return (
    <>
      <TextArea name="purposeIt" label={t('purposeIt')} help={t('purposeHelp')} maxlength={2000} rows={3} {...italian} {...filled} />
      <TextArea name="purposeEn" label={t('purposeEn')} maxlength={2000} rows={3} optional {...english} {...filled} />
      <TextArea name="dataIt" label={t('flowDataIt')} maxlength={2000} rows={3} {...italian} {...filled} />
      <TextArea name="dataEn" label={t('flowDataEn')} maxlength={2000} rows={3} optional {...english} {...filled} />
    </>
  )
}

function Exists(filled: Filled) {
  const t = useWords(formWords)
  const { today } = useReader()
  const { ofFact } = useKnown()
  return (
    <FieldGroup legend={t('exists')} help={t('existsHelp')}>
      <DateField name="realisedOn" label={t('realisedOn')} max={today} optional {...filled} />
      <SelectField name="realisedPrecision" label={t('realisedPrecision')} options={ofFact} optional {...filled} />
      <TextField name="evidenceUrl" type="url" label={t('evidenceUrl')} maxlength={2000} optional {...filled} />
    </FieldGroup>
  )
}

function Missing(filled: Filled) {
  const t = useWords(formWords)
  const { ofPlan } = useKnown()
  return (
    <FieldGroup legend={t('missing')} help={t('missingHelp')}>
      <DateField name="plannedOn" label={t('plannedOn')} optional {...filled} />
      <SelectField name="plannedPrecision" label={t('plannedPrecision')} options={ofPlan} optional {...filled} />
    </FieldGroup>
  )
}
