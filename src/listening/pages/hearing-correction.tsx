import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { mustBeAble } from '../../charter/policy.ts'
import { CorrectForm, CorrectionPage, findMinutes, mustBeApproved } from '../../minutes/index.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Filled } from '../../ui/form.tsx'
import { correctMinutes } from '../actions/minutes.ts'
import { refusals } from '../rules/minutes.ts'
import { placeOfListening } from '../rules/place.ts'
import { aroundHearing } from './around-hearing.ts'
import { trailToMinutes } from './statements-view.tsx'

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
  mustBeApproved(refusals, await findMinutes(db, hearing.id))
  const rejected = Object.keys(filled.errors).length > 0
  return c.html(
    <CorrectionPage
      reader={reader}
      address={paths.hearingCorrection(hearing.id)}
      back={paths.hearingMinutes(hearing.id)}
      trail={trailToMinutes(reader, whole)}
      kicker={[hearing.title]}
      {...filled}
    />,
    rejected ? 422 : 200,
  )
}
