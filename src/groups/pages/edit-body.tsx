import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { mustBeAble } from '../../charter/policy.ts'
import { formatDay } from '../../kernel/words.ts'
import { readUpload } from '../../platform/files.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { DateField, TextArea, TextField } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, SubmitButton } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { DescribeForm, DissolveForm, describeBody, dissolveBody, setBodyTerm, TermForm } from '../actions/bodies.ts'
import { bodyWords } from '../messages/bodies.ts'
import { type Body, lastDayOf, placeOfBody } from '../rules/bodies.ts'
import { type Around, aroundBody, trailIn } from './around.tsx'
import { ActFields, labelsOf, QuorumFields } from './body-fields.tsx'

export const editBodyPages = router()

const back = (c: Ctx, id: string, fatto: string) => c.redirect(inLang(c.var.reader.lang, withQuery(paths.body(id), { fatto })), 303)
const statusOf = ({ errors }: Filled) => (Object.keys(errors).length > 0 ? 422 : 200)

editBodyPages.get('/gruppi/:id/modifica', (c) => editPage(c, null))

editBodyPages.post('/gruppi/:id/modifica', async (c) => {
  const { id } = c.req.param()
  const form = await readForm(c, DescribeForm)
  if (!form.data) return editPage(c, form)
  try {
    await describeBody(c.var, id, form.data, await readUpload(c, 'actFile'))
    return back(c, id, 'modificato')
  } catch (error) {
    return editPage(c, { values: form.values, errors: refusal(c, error) })
  }
})

editBodyPages.get('/gruppi/:id/durata', (c) => termPage(c, null))

editBodyPages.post('/gruppi/:id/durata', async (c) => {
  const { id } = c.req.param()
  const form = await readForm(c, TermForm)
  if (!form.data) return termPage(c, form)
  try {
    await setBodyTerm(c.var, id, form.data)
    return back(c, id, 'durata')
  } catch (error) {
    return termPage(c, { values: form.values, errors: refusal(c, error) })
  }
})

editBodyPages.post('/gruppi/:id/scioglimento', async (c) => {
  const { id } = c.req.param()
  const form = await readForm(c, DissolveForm)
  if (!form.data) return termPage(c, form)
  try {
    await dissolveBody(c.var, id, form.data)
    return back(c, id, 'sciolto')
  } catch (error) {
    return termPage(c, { values: form.values, errors: refusal(c, error) })
  }
})

async function editPage(c: Ctx, sent: Filled | null) {
  const whole = await aroundBody(c, c.req.param('id') ?? '')
  mustBeAble(c.var.actor, 'groups.describe', placeOfBody(whole.body))
  const filled = sent ?? { values: valuesOf(whole.body), errors: {} }
  return c.html(<EditPage reader={c.var.reader} whole={whole} {...filled} />, statusOf(filled))
}

function valuesOf({ name, mandate, act, quorum }: Body): Filled['values'] {
  return {
    name,
    mandate,
    actNumber: act?.number ?? '',
    actDay: act?.day ?? '',
    quorumKind: quorum.kind,
    quorumCount: 'count' in quorum ? String(quorum.count) : '',
    quorumOf: 'of' in quorum ? String(quorum.of) : '',
  }
}

async function termPage(c: Ctx, sent: Filled | null) {
  const whole = await aroundBody(c, c.req.param('id') ?? '')
  mustBeAble(c.var.actor, 'groups.set-term', placeOfBody(whole.body))
  const filled = sent ?? { values: { to: whole.body.to ?? '' }, errors: {} }
  return c.html(<TermPage reader={c.var.reader} whole={whole} {...filled} />, statusOf(filled))
}

interface BodyFormProps extends Filled {
  readonly reader: Reader
  readonly whole: Around
}

function EditPage({ reader, whole, ...filled }: BodyFormProps) {
  const t = wordsFor(reader, bodyWords)
  const { body } = whole
  const title = t('editOf', { name: body.name })
  const trail = trailIn(reader.lang, whole, { label: t('edit') })
  const address = paths.bodyEdit(body.id)
  return (
    <Page reader={reader} title={title} section="ecosystems" trail={trail} address={address} rejected={statusOf(filled) !== 200}>
      <div class="container">
        <ErrorSummary errors={filled.errors} labels={labelsOf(t)} />
        <PageHead title={title} lead={t('editLead')} />
        <Form action={address} class="form" enctype="multipart/form-data">
          <TextField name="name" label={t('name')} maxlength={200} {...filled} />
          <TextArea name="mandate" label={t('mandate')} help={t('mandateHelp')} maxlength={5000} {...filled} />
          <ActFields there={Boolean(body.act?.fileId)} {...filled} />
          <QuorumFields {...filled} />
          <FormEnd cancel={paths.body(body.id)}>
            <SubmitButton>{t('save')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>
  )
}

function TermPage({ reader, whole, ...filled }: BodyFormProps) {
  const t = wordsFor(reader, bodyWords)
  const { body } = whole
  const title = t('termOf', { name: body.name })
  const trail = trailIn(reader.lang, whole, { label: t('termTrail') })
  const address = paths.bodyTerm(body.id)
  const last = lastDayOf(body)
  const term = { from: formatDay(reader.lang, body.from), to: last ? formatDay(reader.lang, last) : 'none' }
  return (
    <Page reader={reader} title={title} section="ecosystems" trail={trail} address={address} rejected={statusOf(filled) !== 200}>
      <div class="container">
        <ErrorSummary errors={filled.errors} labels={labelsOf(t)} />
        <PageHead title={title} lead={t('termLead', term)} />
        <Form action={address} class="form">
          <DateField name="to" label={t('newLast')} help={t('newLastHelp')} optional min={body.from} {...filled} />
          <FormEnd cancel={paths.body(body.id)}>
            <SubmitButton>{t('prolong')}</SubmitButton>
          </FormEnd>
        </Form>
        <Section id="scioglimento" title={t('dissolveTitle')} lead={t('dissolveLead')}>
          <Form action={paths.bodyEnd(body.id)} class="form">
            <DateField name="lastDay" label={t('dissolveDay')} help={t('dissolveDayHelp')} optional min={body.from} {...filled} />
            <FormEnd>
              <SubmitButton kind="danger">{t('dissolve')}</SubmitButton>
            </FormEnd>
          </Form>
        </Section>
      </div>
    </Page>
  )
}
