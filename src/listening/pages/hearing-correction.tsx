import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { mustBeAble } from '../../charter/policy.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { TextArea } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, SubmitButton } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { CorrectForm, correctMinutes } from '../actions/minutes.ts'
import { hearingMinutesWords } from '../messages/hearing-minutes.ts'
import { mustBeFinal } from '../rules/minutes.ts'
import { placeOfListening } from '../rules/place.ts'
import { findMinutes } from '../store/minutes.ts'
import { aroundHearing } from './around-hearing.ts'
import { trailOfMinutes } from './statements-view.tsx'

export const hearingCorrectionPages = router()

hearingCorrectionPages.get('/audizioni/:id/verbale/rettifica', (c) => correctionPage(c, { values: {}, errors: {} }))

hearingCorrectionPages.post('/audizioni/:id/verbale/rettifica', async (c) => {
  const { id } = c.req.param()
  const form = await readForm(c, CorrectForm)
  if (!form.data) return correctionPage(c, form)
  try {
    await correctMinutes(c.var, id, form.data)
    return c.redirect(inLang(c.var.reader.lang, withQuery(paths.hearingMinutes(id), { fatto: 'rettificato' })), 303)
  } catch (error) {
    return correctionPage(c, { values: form.values, errors: refusal(c, error) })
  }
})

async function correctionPage(c: Ctx, filled: Filled) {
  const { db, actor, reader } = c.var
  const whole = await aroundHearing(c, c.req.param('id') ?? '')
  const { hearing } = whole
  mustBeAble(actor, 'listening.correct-minutes', placeOfListening(whole.ecosystemId))
  mustBeFinal(await findMinutes(db, hearing.id))
  const t = wordsFor(reader, hearingMinutesWords)
  const address = paths.hearingCorrection(hearing.id)
  const rejected = Object.keys(filled.errors).length > 0
  return c.html(
    <Page
      reader={reader}
      title={t('rectifyTitle')}
      section="ecosystems"
      trail={trailOfMinutes(reader, whole, t('rectifyTitle'))}
      address={address}
      rejected={rejected}
    >
      <div class="container">
        <ErrorSummary errors={filled.errors} labels={{ text: t('rectifyText'), reason: t('reason') }} />
        <PageHead title={t('rectifyTitle')} kicker={[hearing.title]} lead={t('rectifyLead')} />
        <Form action={address} class="form">
          <TextArea name="text" label={t('rectifyText')} maxlength={20_000} {...filled} />
          <TextArea name="reason" label={t('reason')} rows={3} maxlength={2000} {...filled} />
          <FormEnd cancel={paths.hearingMinutes(hearing.id)}>
            <SubmitButton>{t('rectifyButton')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>,
    rejected ? 422 : 200,
  )
}
