import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { ApproveForm, SendForm } from '../../minutes/index.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Filled } from '../../ui/form.tsx'
import { agreeWithMinutes } from '../actions/amendments.ts'
import { closeMinutes, sendMinutes } from '../actions/minutes.ts'
import { gatherMinutesPage } from './gather-minutes.ts'
import { HearingMinutesPage } from './hearing-minutes-view.tsx'
import { mustBeAbleIn } from './seen.ts'

export const hearingMinutesPages = router()

const done = (c: Ctx, id: string, fatto: string) =>
  c.redirect(inLang(c.var.reader.lang, withQuery(paths.hearingMinutes(id), { fatto })), 303)

hearingMinutesPages.get('/audizioni/:id/verbale', (c) => minutesPage(c, { values: {}, errors: {} }))

hearingMinutesPages.post('/audizioni/:id/verbale/invio', async (c) => {
  const { id } = c.req.param()
  await mustBeAbleIn(c, 'listening.send-minutes', id)
  const form = await readForm(c, SendForm)
  if (!form.data) return minutesPage(c, form)
  try {
    await sendMinutes(c.var, id, form.data)
    return done(c, id, 'mandato')
  } catch (error) {
    return minutesPage(c, { values: form.values, errors: refusal(c, error) })
  }
})

hearingMinutesPages.post('/audizioni/:id/verbale/consenso', async (c) => {
  const { id } = c.req.param()
  try {
    await agreeWithMinutes(c.var, id)
    return done(c, id, 'risposto')
  } catch (error) {
    return minutesPage(c, { values: {}, errors: refusal(c, error) })
  }
})

hearingMinutesPages.post('/audizioni/:id/verbale/chiusura', async (c) => {
  const { id } = c.req.param()
  await mustBeAbleIn(c, 'listening.close-minutes', id)
  const form = await readForm(c, ApproveForm)
  if (!form.data) return minutesPage(c, form)
  try {
    await closeMinutes(c.var, id, form.data)
    return done(c, id, 'chiuso')
  } catch (error) {
    return minutesPage(c, { values: form.values, errors: refusal(c, error) })
  }
})

async function minutesPage(c: Ctx, filled: Filled) {
  const whole = await gatherMinutesPage(c)
  const rejected = Object.keys(filled.errors).length > 0
  return c.html(<HearingMinutesPage reader={c.var.reader} {...whole} {...filled} />, rejected ? 422 : 200)
}
