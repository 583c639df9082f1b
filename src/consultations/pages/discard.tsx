import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { TextArea } from '../../ui/field.tsx'
import type { Filled } from '../../ui/form.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { DiscardForm, discardConsultation, takeUpAgain } from '../actions/discard.ts'
import { discardWords } from '../messages/discard.ts'
import { mustBeInPreparation } from '../rules/windows.ts'
import { aroundFor } from './around.tsx'
import { FormPage, nothing, statusOf } from './form-page.tsx'

export const discardPages = router()

const back = (c: Ctx, id: string, fatto: string) =>
  c.redirect(inLang(c.var.reader.lang, withQuery(paths.consultationSetUp(id), { fatto })), 303)

discardPages.get('/consultazioni/:id/scarto', (c) => page(c, nothing))

discardPages.post('/consultazioni/:id/scarto', async (c) => {
  const { id } = c.req.param()
  const form = await readForm(c, DiscardForm)
  if (!form.data) return page(c, form)
  try {
    await discardConsultation(c.var, id, form.data)
    return back(c, id, 'scartata')
  } catch (error) {
    return page(c, { values: form.values, errors: refusal(c, error) })
  }
})

discardPages.post('/consultazioni/:id/ripresa', async (c) => {
  const { id } = c.req.param()
  await takeUpAgain(c.var, id)
  return back(c, id, 'ripresa')
})

async function page(c: Ctx, filled: Filled) {
  const { reader } = c.var
  const whole = await aroundFor(c, 'consultations.discard')
  const { consultation } = whole
  mustBeInPreparation(consultation)
  const t = wordsFor(reader, discardWords)
  const props = { reader, whole, filled, title: t('title'), lead: t('lead'), submit: t('button'), labels: { reason: t('reason') } }
  return c.html(
    <FormPage {...props} address={paths.consultationDiscard(consultation.id)} cancel={paths.consultationSetUp(consultation.id)} danger>
      <TextArea name="reason" label={t('reason')} maxlength={5000} rows={4} {...filled} />
    </FormPage>,
    statusOf(filled),
  )
}
