import { paths } from '../../charter/paths.ts'
import type { Reader } from '../../platform/reader.ts'
import { CheckField, CheckGroup, FieldGroup, RadioGroup, SelectField } from '../../ui/choice.tsx'
import { DateField, TextArea, TextField } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, SubmitButton } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { SuggestField, type Suggestion } from '../../ui/suggest.tsx'
import { formWords } from '../messages/forms.ts'
import { systemWords } from '../messages/systems.ts'
import { accesses, fullName, systemKinds } from '../rules/systems.ts'
import { type Around, type Place, trailIn, trailTo } from './around.ts'
import { useKnown } from './known.ts'

export interface EditProps extends Filled {
  readonly reader: Reader
  readonly ecosystem: Place
  /** Null for one that is being added. */
  readonly around: Around | null
  /** The holder, or what the words typed for one found. */
  readonly holders: readonly Suggestion[]
  /** The ecosystems that it may concern besides its own. */
  readonly ecosystems: readonly { readonly value: string; readonly label: string }[]
}

const labelled = [
  'nameIt',
  'nameEn',
  'acronym',
  'holderId',
  'descriptionIt',
  'descriptionEn',
  'dataIt',
  'dataEn',
  'personalData',
  'nationalInterest',
  'access',
  'accessUrl',
  'pageUrl',
  'apiUrl',
  'datasetUrl',
  'inServiceOn',
  'inServicePrecision',
  'expectedOn',
  'expectedPrecision',
  'alsoConcerns',
] as const

export function EditPage({ reader, ecosystem, around, holders, ecosystems, ...filled }: EditProps) {
  const t = wordsFor(reader, formWords)
  const s = wordsFor(reader, systemWords)
  const title = around ? t('editOf', { name: fullName(reader.lang, around.system) }) : t('addTitle')
  const trail = around ? trailIn(reader.lang, around, { label: s('edit') }) : trailTo(reader.lang, ecosystem, { label: title })
  const address = around ? paths.systemEdit(around.system.id) : paths.newSystem(ecosystem.slug)
  const labels = { kind: s('kind'), ...Object.fromEntries(labelled.map((name) => [name, t(name)])) }
  const rejected = Object.keys(filled.errors).length > 0
  return (
    <Page reader={reader} title={title} section="ecosystems" trail={trail} address={address} rejected={rejected} scripts={['suggest.js']}>
      <div class="container">
        <ErrorSummary errors={filled.errors} labels={labels} />
        <PageHead title={title} kicker={[ecosystem.name]} lead={t(around ? 'editLead' : 'addLead')} />
        <Form action={address} class="form">
          <RadioGroup
            name="kind"
            label={s('kind')}
            options={systemKinds.map((kind) => ({ value: kind, label: s(`kind.${kind}`), help: s(`kindHelp.${kind}`) }))}
            {...filled}
          />
          <Names {...filled} />
          <SuggestField
            name="holderId"
            label={t('holderId')}
            help={t('holderHelp')}
            source={paths.organisationOptions}
            options={holders}
            {...filled}
          />
          <Descriptions {...filled} />
          <Readers {...filled} />
          <Times {...filled} />
          <Addresses {...filled} />
          <CheckGroup
            name="alsoConcerns"
            label={t('alsoConcerns')}
            help={t('alsoConcernsHelp')}
            options={ecosystems}
            optional
            {...filled}
          />
          <FormEnd cancel={around ? paths.system(around.system.id) : paths.systems(ecosystem.slug)}>
            <SubmitButton>{t(around ? 'submitEdit' : 'submitAdd')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>
  )
}

function useLanguages() {
  const { lang } = useReader()
  return { italian: lang === 'en' ? { lang: 'it' } : {}, english: lang === 'it' ? { lang: 'en' } : {} }
}

function Names(filled: Filled) {
  const t = useWords(formWords)
  const { italian, english } = useLanguages()
  return (
    <>
      <TextField name="nameIt" label={t('nameIt')} maxlength={300} {...italian} {...filled} />
      <TextField name="acronym" label={t('acronym')} help={t('acronymHelp')} size="short" maxlength={40} optional {...filled} />
      <TextField name="nameEn" label={t('nameEn')} maxlength={300} optional {...english} {...filled} />
    </>
  )
}

function Descriptions(filled: Filled) {
  const t = useWords(formWords)
  const { italian, english } = useLanguages()
  return (
    <>
      <TextArea
        name="descriptionIt"
        label={t('descriptionIt')}
        help={t('descriptionHelp')}
        maxlength={4000}
        rows={5}
        {...italian}
        {...filled}
      />
      <TextArea name="descriptionEn" label={t('descriptionEn')} maxlength={4000} rows={4} optional {...english} {...filled} />
      <TextArea name="dataIt" label={t('dataIt')} help={t('dataHelp')} maxlength={2000} rows={3} optional {...italian} {...filled} />
      <TextArea name="dataEn" label={t('dataEn')} maxlength={2000} rows={3} optional {...english} {...filled} />
    </>
  )
}

function Readers(filled: Filled) {
  const t = useWords(formWords)
  const s = useWords(systemWords)
  return (
    <>
      <RadioGroup
        name="personalData"
        label={t('personalData')}
        options={(['yes', 'no', 'untold'] as const).map((value) => ({ value, label: t(`personal.${value}`) }))}
        optional
        {...filled}
      />
      <CheckField name="nationalInterest" label={t('nationalInterest')} help={t('nationalHelp')} {...filled} />
      <RadioGroup
        name="access"
        label={t('access')}
        options={accesses.map((value) => ({ value, label: s(`access.${value}`), help: s(`accessHelp.${value}`) }))}
        {...filled}
      />
      <TextField name="accessUrl" type="url" label={t('accessUrl')} help={t('accessUrlHelp')} maxlength={2000} optional {...filled} />
    </>
  )
}

function Times(filled: Filled) {
  const t = useWords(formWords)
  const { today } = useReader()
  const { ofFact, ofPlan } = useKnown()
  return (
    <FieldGroup legend={t('times')} help={t('timesHelp')}>
      <DateField name="inServiceOn" label={t('inServiceOn')} help={t('inServiceOnHelp')} max={today} optional {...filled} />
      <SelectField name="inServicePrecision" label={t('inServicePrecision')} options={ofFact} optional {...filled} />
      <DateField name="expectedOn" label={t('expectedOn')} optional {...filled} />
      <SelectField name="expectedPrecision" label={t('expectedPrecision')} options={ofPlan} optional {...filled} />
    </FieldGroup>
  )
}

function Addresses(filled: Filled) {
  const t = useWords(formWords)
  return (
    <FieldGroup legend={t('addresses')}>
      {(['pageUrl', 'apiUrl', 'datasetUrl'] as const).map((name) => (
        <TextField name={name} type="url" label={t(name)} maxlength={2000} optional {...filled} />
      ))}
    </FieldGroup>
  )
}
