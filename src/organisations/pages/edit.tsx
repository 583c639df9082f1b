import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { mustBeAble, platform } from '../../charter/policy.ts'
import { isId } from '../../kernel/id.ts'
import { readForm, refusal, type Form as SentForm } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { SelectField } from '../../ui/choice.tsx'
import { DateField, TextField } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, type FormValues, SubmitButton, valueOf } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useWords, wordsFor } from '../../ui/reader.tsx'
import { SuggestField, type Suggestion, suggestButton } from '../../ui/suggest.tsx'
import { addOrganisation, CorrectionForm, correctOrganisation, OrganisationForm } from '../actions.ts'
import { messages } from '../messages.ts'
import { type Organisation, organisationKinds } from '../rules.ts'
import { namesOf } from '../store/names.ts'
import { getOrganisation } from '../store/organisations.ts'
import { suggestOrganisations } from '../suggestions.ts'

export const editPages = router()

editPages.get(paths.newOrganisation, (c) => {
  mustBeAble(c.var.actor, 'organisations.add', platform)
  return c.html(<EditPage reader={c.var.reader} values={{ name: c.req.query('nome') }} errors={{}} options={[]} />)
})

editPages.post(paths.newOrganisation, async (c) => {
  mustBeAble(c.var.actor, 'organisations.add', platform)
  const form = await readForm(c, OrganisationForm)
  const draft = await parentOf(c, form)
  if (form.data && draft.settled) {
    try {
      const { id } = await addOrganisation(c.var, { ...form.data, parentId: draft.parentId })
      return c.redirect(inLang(c.var.reader.lang, withQuery(paths.organisation(id), { fatto: 'aggiunta' })), 303)
    } catch (error) {
      return c.html(<EditPage reader={c.var.reader} values={form.values} errors={refusal(c, error)} options={draft.options} />, 422)
    }
  }
  const status = draft.searching ? 200 : 422
  return c.html(<EditPage reader={c.var.reader} values={form.values} errors={errorsOf(c, form, draft)} options={draft.options} />, status)
})

editPages.get('/organizzazioni/:id/modifica', async (c) => {
  const { db, reader } = c.var
  const organisation = await getOrganisation(db, c.req.param('id'))
  mustBeAble(c.var.actor, 'organisations.correct', platform)
  const values = Object.fromEntries(Object.entries(organisation).map(([name, value]) => [name, value ?? undefined]))
  const options = organisation.parentId ? [optionOf(await getOrganisation(db, organisation.parentId))] : []
  return c.html(<EditPage reader={reader} organisation={organisation} values={values} errors={{}} options={options} />)
})

editPages.post('/organizzazioni/:id/modifica', async (c) => {
  const { db, reader } = c.var
  const organisation = await getOrganisation(db, c.req.param('id'))
  mustBeAble(c.var.actor, 'organisations.correct', platform)
  const form = await readForm(c, CorrectionForm.omit({ id: true }))
  const draft = await parentOf(c, form)
  const page = { reader, organisation, values: form.values, options: draft.options }
  if (form.data && draft.settled) {
    try {
      await correctOrganisation(c.var, { ...form.data, id: organisation.id, parentId: draft.parentId })
      return c.redirect(inLang(reader.lang, withQuery(paths.organisation(organisation.id), { fatto: 'corretta' })), 303)
    } catch (error) {
      return c.html(<EditPage {...page} errors={refusal(c, error)} />, 422)
    }
  }
  return c.html(<EditPage {...page} errors={errorsOf(c, form, draft)} />, draft.searching ? 200 : 422)
})

interface Draft {
  readonly parentId: Organisation['parentId']
  /** True when the words written, if any, became a choice. */
  readonly settled: boolean
  /** True when the form was sent only to search for the parent. */
  readonly searching: boolean
  readonly options: readonly Suggestion[]
}

/** The parent chosen, or what the words written find: without script the choice takes a step of its own. */
async function parentOf(c: Ctx, { values }: SentForm<unknown>): Promise<Draft> {
  const words = valueOf(values, 'parentId-query').trim()
  const parentId = words ? ((valueOf(values, 'parentId') || null) as Organisation['parentId']) : null
  const searching = valueOf(values, suggestButton('parentId')) !== ''
  const options =
    words && (searching || !parentId)
      ? await suggestOrganisations(c.var.db, c.var.reader.lang, words)
      : parentId
        ? await chosenOption(c, parentId)
        : []
  return { parentId, searching, settled: !searching && (!words || parentId !== null), options }
}

function errorsOf(c: Ctx, { errors }: SentForm<unknown>, { searching, settled }: Draft): Record<string, string> {
  if (searching) return {}
  return settled ? errors : { ...errors, parentId: wordsFor(c.var.reader, messages)('parentUnchosen') }
}

/** The one chosen before, so that a rejected form still shows it; whether it is there at all, the action says. */
async function chosenOption(c: Ctx, id: string): Promise<Suggestion[]> {
  const name = isId(id) ? (await namesOf(c.var.db, [id])).get(id) : undefined
  return name === undefined ? [] : [{ value: id, label: name }]
}

const optionOf = ({ id, name }: Organisation): Suggestion => ({ value: id, label: name })

interface EditProps extends Filled {
  readonly reader: Reader
  readonly organisation?: Organisation
  readonly options: readonly Suggestion[]
}

function EditPage({ reader, organisation, values, errors, options }: EditProps) {
  const t = wordsFor(reader, messages)
  const title = t(organisation ? 'correctTitle' : 'addTitle')
  const address = organisation ? paths.organisationEdit(organisation.id) : paths.newOrganisation
  const labels = {
    name: t('name'),
    nameFrom: t(organisation ? 'nameFromCorrect' : 'nameFromAdd'),
    kind: t('kind'),
    ipaCode: t('ipaCode'),
    taxCode: t('taxCode'),
    acronym: t('acronym'),
    parentId: t('parent'),
  }
  const back = organisation ? paths.organisation(organisation.id) : paths.organisations
  const trail = [
    { label: t('title'), to: paths.organisations },
    ...(organisation ? [{ label: organisation.name, to: back }] : []),
    { label: title },
  ]
  return (
    <Page
      reader={reader}
      title={title}
      section="organisations"
      trail={trail}
      address={address}
      rejected={Object.keys(errors).length > 0}
      scripts={['suggest.js']}
    >
      <div class="container">
        <ErrorSummary errors={errors} labels={labels} />
        <PageHead title={title} lead={organisation ? t('correctLead', { name: organisation.name }) : t('addLead')} />
        <Form action={address} class="form">
          <Fields values={values} errors={errors} options={options} correcting={organisation !== undefined} />
          <FormEnd cancel={back}>
            <SubmitButton>{t(organisation ? 'correctSubmit' : 'addSubmit')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>
  )
}

interface FieldsProps extends Filled {
  readonly values: FormValues
  readonly options: readonly Suggestion[]
  readonly correcting: boolean
}

function Fields({ options, correcting, ...filled }: FieldsProps) {
  const t = useWords(messages)
  const kinds = organisationKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))
  return (
    <>
      <TextField name="name" label={t('name')} help={t('nameHelp')} maxlength={500} {...filled} />
      <DateField
        name="nameFrom"
        label={t(correcting ? 'nameFromCorrect' : 'nameFromAdd')}
        help={t(correcting ? 'nameFromCorrectHelp' : 'nameFromAddHelp')}
        optional
        {...filled}
      />
      <SelectField name="kind" label={t('kind')} options={kinds} {...filled} />
      <TextField name="ipaCode" label={t('ipaCode')} help={t('ipaHelp')} size="short" maxlength={30} optional {...filled} />
      <TextField
        name="taxCode"
        label={t('taxCode')}
        help={t('taxHelp')}
        size="short"
        maxlength={20}
        inputmode="numeric"
        optional
        {...filled}
      />
      <TextField name="acronym" label={t('acronym')} help={t('acronymHelp')} size="short" maxlength={60} optional {...filled} />
      <SuggestField
        name="parentId"
        label={t('parent')}
        help={t('parentHelp')}
        source={paths.organisationOptions}
        options={options}
        optional
        {...filled}
      />
    </>
  )
}
