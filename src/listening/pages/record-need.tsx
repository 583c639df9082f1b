import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { mustBeAble } from '../../charter/policy.ts'
import { getEcosystem, nameIn, placeOf } from '../../ecosystems/index.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { TextArea } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, HiddenField, SubmitButton, valueOf } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { suggestButton } from '../../ui/suggest.tsx'
import { CorrectForm, correctNeed, NeedForm, recordNeed } from '../actions/needs.ts'
import { needWords } from '../messages/needs.ts'
import { codeOf, type Need, placeOfNeed } from '../rules/needs.ts'
import { getNeed } from '../store/needs.ts'
import { type Home, homeOf, needTrail, organisationOptions } from './need-around.tsx'
import { NeedFields, needLabels } from './need-fields.tsx'

export const recordNeedPages = router()

const nothing: Filled = { values: {}, errors: {} }
const statusOf = ({ errors }: Filled) => (Object.keys(errors).length > 0 ? 422 : 200)
const searching = (values: Filled['values']) => Boolean(values[suggestButton('organisationId')])
const toNeed = (c: Ctx, { id }: Need, fatto: string) => c.redirect(inLang(c.var.reader.lang, withQuery(paths.need(id), { fatto })), 303)

recordNeedPages.get('/ecosistemi/:slug/esigenze/nuova', (c) => recordPage(c, nothing))

recordNeedPages.post('/ecosistemi/:slug/esigenze/nuova', async (c) => {
  const form = await readForm(c, NeedForm)
  if (searching(form.values)) return recordPage(c, { values: form.values, errors: {} })
  if (!form.data) return recordPage(c, form)
  try {
    return toNeed(c, await recordNeed(c.var, c.req.param('slug'), form.data), 'registrata')
  } catch (error) {
    return recordPage(c, { values: form.values, errors: refusal(c, error) })
  }
})

async function recordPage(c: Ctx, filled: Filled) {
  const { db, today, actor, reader } = c.var
  const ecosystem = await getEcosystem(db, c.req.param('slug') ?? '', today)
  mustBeAble(actor, 'listening.record-need', placeOf(ecosystem))
  const home = { ...ecosystem, name: nameIn(reader.lang, ecosystem) }
  return c.html(await drawForm(c, home, null, filled), statusOf(filled))
}

recordNeedPages.get('/esigenze/:id/correzione', async (c) => {
  const need = await getNeed(c.var.db, c.req.param('id'))
  const { frequency, severity, revision, ...rest } = need
  const values = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, typeof value === 'string' ? value : '']))
  const numbers = { frequency: String(frequency ?? ''), severity: String(severity ?? ''), revision: String(revision) }
  return correctPage(c, need, { values: { ...values, ...numbers }, errors: {} })
})

recordNeedPages.post('/esigenze/:id/correzione', async (c) => {
  const need = await getNeed(c.var.db, c.req.param('id'))
  const form = await readForm(c, CorrectForm)
  if (searching(form.values)) return correctPage(c, need, { values: form.values, errors: {} })
  if (!form.data) return correctPage(c, need, form)
  try {
    return toNeed(c, await correctNeed(c.var, need.id, form.data), 'corretta')
  } catch (error) {
    // Whoever sends the form again has read the text of now, which stands above it.
    const values = { ...form.values, revision: String(need.revision) }
    return correctPage(c, need, { values, errors: refusal(c, error) })
  }
})

async function correctPage(c: Ctx, need: Need, filled: Filled) {
  mustBeAble(c.var.actor, 'listening.correct-need', placeOfNeed(need))
  const home = await homeOf(c.var.db, need.ecosystemId, c.var.reader.lang)
  return c.html(await drawForm(c, home, need, filled), statusOf(filled))
}

async function drawForm(c: Ctx, home: Home, need: Need | null, filled: Filled) {
  const { reader } = c.var
  const t = wordsFor(reader, needWords)
  const code = need ? codeOf(need) : ''
  const title = need ? t('correctTitle', { code }) : t('record')
  const address = need ? paths.needEdit(need.id) : paths.newNeed(home.slug)
  const back = need ? paths.need(need.id) : paths.needs(home.slug)
  const trail = needTrail(reader.lang, home, ...(need ? [{ label: code, to: back }] : []), { label: title })
  const organisations = await organisationOptions(c, filled.values)
  return (
    <Page
      reader={reader}
      title={title}
      section="ecosystems"
      trail={trail}
      address={address}
      rejected={Object.keys(filled.errors).length > 0}
      scripts={['suggest.js']}
    >
      <div class="container">
        <ErrorSummary errors={filled.errors} labels={{ ...needLabels(t), correction: t('correction') }} />
        <PageHead title={title} kicker={[home.name, need && `${code}: ${need.statement}`]} lead={t(need ? 'correctLead' : 'recordLead')} />
        <Form action={address} class="form">
          <HiddenField name="stakeholderId" value={valueOf(filled.values, 'stakeholderId')} />
          {need && <HiddenField name="revision" value={valueOf(filled.values, 'revision')} />}
          <NeedFields organisations={organisations} {...filled} />
          {need && <TextArea name="correction" label={t('correction')} help={t('correctionHelp')} rows={2} maxlength={2000} {...filled} />}
          <FormEnd cancel={back}>
            <SubmitButton>{t(need ? 'saveCorrection' : 'saveRecord')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>
  )
}
