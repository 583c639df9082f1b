import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { mustBeAble, platform } from '../../charter/policy.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { CheckField, SelectField } from '../../ui/choice.tsx'
import { Confirmation } from '../../ui/confirmation.tsx'
import { DateField, TextArea, TextField } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, SubmitButton } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { AddForm, addEcosystem, DescribeForm, describeEcosystem } from '../actions/describe.ts'
import { messages } from '../messages.ts'
import { type EcosystemView, nameIn, placeOf } from '../rules.ts'
import { getEcosystem, listEcosystems } from '../store/views.ts'

export const describePages = router()

describePages.get(paths.newEcosystem, async (c) => {
  mustBeAble(c.var.actor, 'ecosystems.add', platform)
  const all = await listEcosystems(c.var.db, c.var.today)
  return c.html(<NewPage reader={c.var.reader} all={all} values={{}} errors={{}} />)
})

describePages.post(paths.ecosystems, async (c) => {
  mustBeAble(c.var.actor, 'ecosystems.add', platform)
  const form = await readForm(c, AddForm)
  const { lang } = c.var.reader
  let errors: Record<string, string> = form.errors
  if (form.data) {
    try {
      const { slug } = await addEcosystem(c.var, form.data)
      return c.redirect(inLang(lang, withQuery(paths.ecosystemEdit(slug), { fatto: 'aggiunto' })), 303)
    } catch (error) {
      errors = refusal(c, error)
    }
  }
  const all = await listEcosystems(c.var.db, c.var.today)
  return c.html(<NewPage reader={c.var.reader} all={all} values={form.values} errors={errors} />, 422)
})

describePages.get('/ecosistemi/:slug/modifica', async (c) => {
  const ecosystem = await getEcosystem(c.var.db, c.req.param('slug'), c.var.today)
  mustBeAble(c.var.actor, 'ecosystems.describe', placeOf(ecosystem))
  const done = c.req.query('fatto')
  if (done === 'aggiunto' || done === 'corretto') return c.html(<DonePage reader={c.var.reader} ecosystem={ecosystem} done={done} />)
  const all = await listEcosystems(c.var.db, c.var.today)
  return c.html(<EditPage reader={c.var.reader} ecosystem={ecosystem} all={all} values={valuesOf(ecosystem)} errors={{}} />)
})

describePages.post('/ecosistemi/:slug/modifica', async (c) => {
  const { slug } = c.req.param()
  const form = await readForm(c, DescribeForm)
  let errors: Record<string, string> = form.errors
  if (form.data) {
    try {
      const after = await describeEcosystem(c.var, slug, form.data)
      return c.redirect(inLang(c.var.reader.lang, withQuery(paths.ecosystemEdit(after.slug), { fatto: 'corretto' })), 303)
    } catch (error) {
      errors = refusal(c, error)
    }
  }
  const ecosystem = await getEcosystem(c.var.db, slug, c.var.today)
  mustBeAble(c.var.actor, 'ecosystems.describe', placeOf(ecosystem))
  const all = await listEcosystems(c.var.db, c.var.today)
  return c.html(<EditPage reader={c.var.reader} ecosystem={ecosystem} all={all} values={form.values} errors={errors} />, 422)
})

function valuesOf({ nameIt, nameEn, summaryIt, summaryEn, priority, prioritySource, parentId }: EcosystemView): Filled['values'] {
  return {
    nameIt,
    nameEn: nameEn ?? '',
    summaryIt: summaryIt ?? '',
    summaryEn: summaryEn ?? '',
    priority: priority ? 'on' : '',
    prioritySource: prioritySource ?? '',
    parentId: parentId ?? '',
  }
}

const labels = (t: (key: 'nameIt' | 'prioritySource' | 'parent' | 'since') => string) => ({
  nameIt: t('nameIt'),
  prioritySource: t('prioritySource'),
  parentId: t('parent'),
  since: t('since'),
})

interface FormPageProps extends Filled {
  readonly reader: Reader
  readonly all: readonly EcosystemView[]
}

function NewPage({ reader, all, values, errors }: FormPageProps) {
  const t = wordsFor(reader, messages)
  const trail = [{ label: t('ecosystems'), to: paths.ecosystems }, { label: t('add') }]
  return (
    <Page reader={reader} title={t('add')} section="ecosystems" trail={trail} address={paths.newEcosystem} rejected={hasAny(errors)}>
      <div class="container">
        <ErrorSummary errors={errors} labels={labels(t)} />
        <PageHead title={t('add')} lead={t('addLead')} />
        <Form action={paths.ecosystems} class="form">
          <Fields all={all} values={values} errors={errors} />
          <DateField name="since" label={t('since')} help={t('sinceHelp')} optional max={reader.today} values={values} errors={errors} />
          <FormEnd cancel={paths.ecosystems}>
            <SubmitButton>{t('add')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>
  )
}

function EditPage({ reader, ecosystem, all, values, errors }: FormPageProps & { readonly ecosystem: EcosystemView }) {
  const t = wordsFor(reader, messages)
  const name = nameIn(reader.lang, ecosystem)
  const back = paths.ecosystem(ecosystem.slug)
  const address = paths.ecosystemEdit(ecosystem.slug)
  const trail = [{ label: t('ecosystems'), to: paths.ecosystems }, { label: name, to: back }, { label: t('editTrail') }]
  return (
    <Page reader={reader} title={t('edit', { name })} section="ecosystems" trail={trail} address={address} rejected={hasAny(errors)}>
      <div class="container">
        <ErrorSummary errors={errors} labels={labels(t)} />
        <PageHead title={t('edit', { name })} />
        <Form action={address} class="form">
          <Fields all={all.filter(({ id }) => id !== ecosystem.id)} values={values} errors={errors} />
          <CheckField
            name="readdress"
            label={t('readdress')}
            help={t('readdressHelp', { address: back })}
            values={values}
            errors={errors}
          />
          <FormEnd cancel={back}>
            <SubmitButton>{t('save')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>
  )
}

function Fields({ all, ...filled }: Filled & { readonly all: readonly EcosystemView[] }) {
  const t = useWords(messages)
  const { lang } = useReader()
  const options = all.map((one) => ({ value: one.id, label: nameIn(lang, one) }))
  return (
    <>
      <TextField name="nameIt" label={t('nameIt')} maxlength={200} lang="it" {...filled} />
      <TextField name="nameEn" label={t('nameEn')} help={t('nameEnHelp')} optional maxlength={200} lang="en" {...filled} />
      <TextArea name="summaryIt" label={t('summaryIt')} help={t('summaryHelp')} optional rows={4} maxlength={2000} lang="it" {...filled} />
      <TextArea name="summaryEn" label={t('summaryEn')} optional rows={4} maxlength={2000} lang="en" {...filled} />
      <SelectField name="parentId" label={t('parent')} optional empty={t('parentNone')} options={options} {...filled} />
      <CheckField name="priority" label={t('priority')} {...filled} />
      <TextField
        name="prioritySource"
        label={t('prioritySource')}
        help={t('prioritySourceHelp')}
        optional
        size="medium"
        maxlength={200}
        {...filled}
      />
    </>
  )
}

function DonePage({
  reader,
  ecosystem,
  done,
}: {
  readonly reader: Reader
  readonly ecosystem: EcosystemView
  readonly done: 'aggiunto' | 'corretto'
}) {
  const t = wordsFor(reader, messages)
  const name = nameIn(reader.lang, ecosystem)
  const title = done === 'aggiunto' ? t('added') : t('saved')
  const { slug } = ecosystem
  const trail = [{ label: t('ecosystems'), to: paths.ecosystems }, { label: name, to: paths.ecosystem(slug) }, { label: title }]
  return (
    <Page reader={reader} title={title} section="ecosystems" trail={trail}>
      <div class="container">
        <Confirmation
          title={title}
          next={done === 'aggiunto' ? [t('nextLeads'), t('nextActors'), t('nextPhase')] : []}
          links={[
            { label: t('open', { name }), to: paths.ecosystem(slug) },
            { label: t('leads'), to: paths.ecosystemLeads(slug) },
            { label: t('actors'), to: paths.ecosystemActors(slug) },
          ]}
        >
          {done === 'aggiunto' ? t('addedLead', { name }) : t('savedLead', { name })}
        </Confirmation>
      </div>
    </Page>
  )
}

const hasAny = (errors: Filled['errors']) => Object.keys(errors).length > 0
