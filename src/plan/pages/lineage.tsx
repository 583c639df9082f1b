import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { mustBeAble, platform } from '../../charter/policy.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { RadioGroup } from '../../ui/choice.tsx'
import { DateField, TextArea, TextField } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, SubmitButton } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { LineageForm, linkLineage, withdrawLineage } from '../actions/lineage.ts'
import { formMessages } from '../messages/forms.ts'
import { planMessages } from '../messages/plan.ts'
import { lineageKinds } from '../rules.ts'
import { type LineageEnd, lineageOf } from '../store/lineage.ts'
import { type ActionView, getAction } from '../views.ts'
import { hasAny } from './declare.tsx'
import { yearsOf } from './words.tsx'

export const lineagePages = router()

const place = '/piano/:edition{\\d{4}-\\d{4}}/azioni/:number{\\d{1,4}}/discendenza'

lineagePages.get(place, async (c) => c.html(<LinkPage c={c} view={await actionAsked(c)} values={{}} errors={{}} />))

lineagePages.post(place, async (c) => {
  const view = await actionAsked(c)
  const form = await readForm(c, LineageForm)
  let errors: Filled['errors'] = form.errors
  if (form.data) {
    try {
      await linkLineage(c.var, hereOf(view), form.data)
      return c.redirect(inLang(c.var.reader.lang, withQuery(addressOf(view), { fatto: 'legato' })), 303)
    } catch (error) {
      errors = refusal(c, error)
    }
  }
  return c.html(<LinkPage c={c} view={view} values={form.values} errors={errors} />, 422)
})

lineagePages.get(`${place}/:id/ritiro`, async (c) => {
  const view = await actionAsked(c)
  const links = await lineageOf(c.var.db, view.edition.code, view.action.code, c.var.today)
  const link = links.find(({ id }) => id === c.req.param('id'))
  if (!link) throw new Problem(notFound)
  return c.html(<UnlinkPage c={c} view={view} id={link.id} from={link.from} to={link.to} />)
})

lineagePages.post(`${place}/:id/ritiro`, async (c) => {
  const view = await actionAsked(c)
  await withdrawLineage(c.var, hereOf(view), c.req.param('id'))
  return c.redirect(inLang(c.var.reader.lang, withQuery(addressOf(view), { fatto: 'slegato' })), 303)
})

async function actionAsked(c: Ctx): Promise<ActionView> {
  mustBeAble(c.var.actor, 'plan.link-lineage', platform)
  const { edition = '', number } = c.req.param() as Record<string, string>
  return getAction(c.var.db, edition, Number(number), c.var.today)
}

const hereOf = ({ edition, action }: ActionView) => ({ edition: edition.code, number: action.number })
const addressOf = ({ edition, action }: ActionView) => paths.action(edition.code, action.number)

function trailOf(c: Ctx, view: ActionView, label: string) {
  const p = wordsFor(c.var.reader, planMessages)
  const { edition, action } = view
  return [
    { label: p('edition', { years: yearsOf(edition.code) }), to: paths.edition(edition.code) },
    { label: p('action', { number: action.number }), to: addressOf(view) },
    { label },
  ]
}

function LinkPage({ c, view, values, errors }: Filled & { readonly c: Ctx; readonly view: ActionView }) {
  const { reader } = c.var
  const t = wordsFor(reader, formMessages)
  const address = paths.lineage(view.edition.code, view.action.number)
  const title = t('linkTitle')
  const labels = {
    edition: t('otherEdition'),
    code: t('code'),
    kind: t('short.kind'),
    reason: t('short.reason'),
    day: t('short.day'),
  }
  return (
    <Page reader={reader} title={title} section="plan" trail={trailOf(c, view, title)} address={address} rejected={hasAny(errors)}>
      <div class="container">
        <ErrorSummary errors={errors} labels={labels} />
        <PageHead title={title} lead={t('linkLead', { code: view.action.code })} />
        <Form action={address} class="form">
          <LinkFields values={values} errors={errors} />
          <FormEnd cancel={addressOf(view)}>
            <SubmitButton>{t('link')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>
  )
}

function LinkFields(filled: Filled) {
  const t = useWords(formMessages)
  const { today } = useReader()
  const options = lineageKinds.map((value) => ({ value, label: t(`kind.${value}`), help: t(`kind.${value}.help`) }))
  return (
    <>
      <TextField name="edition" label={t('otherEdition')} help={t('otherEditionHelp')} size="short" maxlength={9} {...filled} />
      <TextField name="code" label={t('code')} help={t('codeHelp')} size="short" maxlength={20} optional {...filled} />
      <RadioGroup name="kind" label={t('kind')} options={options} {...filled} />
      <TextArea name="reason" label={t('linkReason')} help={t('linkReasonHelp')} rows={3} maxlength={2000} {...filled} />
      <DateField name="day" label={t('day')} help={t('dayHelp')} max={today} {...filled} />
    </>
  )
}

interface UnlinkProps {
  readonly c: Ctx
  readonly view: ActionView
  readonly id: string
  readonly from: LineageEnd
  readonly to: LineageEnd
}

function UnlinkPage({ c, view, id, from, to }: UnlinkProps) {
  const { reader } = c.var
  const t = wordsFor(reader, formMessages)
  const title = t('unlinkTitle')
  const nameOf = ({ edition, code }: LineageEnd) => (code ? `${yearsOf(edition)}, ${code}` : yearsOf(edition))
  return (
    <Page reader={reader} title={title} section="plan" trail={trailOf(c, view, title)}>
      <div class="container">
        <PageHead title={title} lead={t('unlinkLead', { from: nameOf(from), to: nameOf(to) })} />
        <Form action={paths.lineageEnd(view.edition.code, view.action.number, id)} class="form">
          <FormEnd cancel={addressOf(view)} keeps>
            <SubmitButton kind="danger">{t('unlink')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>
  )
}
