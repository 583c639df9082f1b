import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { type Act, mustBeAble } from '../../charter/policy.ts'
import { getEcosystem } from '../../ecosystems/index.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Filled } from '../../ui/form.tsx'
import {
  CallForm,
  CancelHearingForm,
  ChangeHearingForm,
  callHearing,
  cancelHearing,
  changeHearing,
  linkRecording,
  RecordingForm,
} from '../actions/hearings.ts'
import { type Hearing, mustHaveBegun, mustNotHaveBegun } from '../rules/hearings.ts'
import { placeOfListening } from '../rules/place.ts'
import { aroundEcosystem } from './around.ts'
import { aroundHearing } from './around-hearing.ts'
import { CallPage, CancelPage, EditPage, RecordingPage } from './call-hearing-view.tsx'

export const callHearingPages = router()

const nothing: Filled = { values: {}, errors: {} }
const statusOf = ({ errors }: Filled) => (Object.keys(errors).length > 0 ? 422 : 200)
const done = (c: Ctx, id: string, fatto: string) => c.redirect(inLang(c.var.reader.lang, withQuery(paths.hearing(id), { fatto })), 303)

callHearingPages.get('/ecosistemi/:slug/audizioni/nuova', (c) => callPage(c, null))

callHearingPages.post('/ecosistemi/:slug/audizioni/nuova', async (c) => {
  const form = await readForm(c, CallForm)
  if (!form.data) return callPage(c, form)
  try {
    const { id } = await callHearing(c.var, c.req.param('slug'), form.data)
    return done(c, id, 'indetta')
  } catch (error) {
    return callPage(c, { values: form.values, errors: refusal(c, error) })
  }
})

async function callPage(c: Ctx, sent: Filled | null) {
  const { db, today, actor, reader } = c.var
  const ecosystem = await getEcosystem(db, c.req.param('slug') ?? '', today)
  mustBeAble(actor, 'listening.call-hearing', placeOfListening(ecosystem.id))
  const filled = sent ?? { values: { opensOn: today, openTo: 'anybody' }, errors: {} }
  return c.html(<CallPage reader={reader} around={await aroundEcosystem(c, ecosystem.id)} {...filled} />, statusOf(filled))
}

async function gather(c: Ctx, act: Act) {
  const whole = await aroundHearing(c, c.req.param('id') ?? '')
  mustBeAble(c.var.actor, act, placeOfListening(whole.ecosystemId))
  return whole
}

callHearingPages.get('/audizioni/:id/modifica', (c) => editPage(c, null))

callHearingPages.post('/audizioni/:id/modifica', async (c) => {
  const { id } = c.req.param()
  const form = await readForm(c, ChangeHearingForm)
  if (!form.data) return editPage(c, form)
  try {
    await changeHearing(c.var, id, form.data)
    return done(c, id, 'cambiata')
  } catch (error) {
    return editPage(c, { values: form.values, errors: refusal(c, error) })
  }
})

async function editPage(c: Ctx, sent: Filled | null) {
  const whole = await gather(c, 'listening.change-hearing')
  mustNotHaveBegun(whole.hearing, whole.slots, c.var.now)
  const filled = sent ?? { values: valuesOf(whole.hearing), errors: {} }
  return c.html(<EditPage reader={c.var.reader} whole={whole} {...filled} />, statusOf(filled))
}

function valuesOf({ title, reason, questions, openTo, opensOn, closesOn, revision }: Hearing): Filled['values'] {
  return { title, reason, questions, openTo, opensOn, closesOn, revision: String(revision) }
}

callHearingPages.get('/audizioni/:id/annullamento', (c) => cancelPage(c, nothing))

callHearingPages.post('/audizioni/:id/annullamento', async (c) => {
  const { id } = c.req.param()
  const form = await readForm(c, CancelHearingForm)
  if (!form.data) return cancelPage(c, form)
  try {
    await cancelHearing(c.var, id, form.data)
    return done(c, id, 'annullata')
  } catch (error) {
    return cancelPage(c, { values: form.values, errors: refusal(c, error) })
  }
})

async function cancelPage(c: Ctx, filled: Filled) {
  const whole = await gather(c, 'listening.cancel-hearing')
  mustNotHaveBegun(whole.hearing, whole.slots, c.var.now)
  return c.html(<CancelPage reader={c.var.reader} whole={whole} {...filled} />, statusOf(filled))
}

callHearingPages.get('/audizioni/:id/registrazione', (c) => recordingPage(c, null))

callHearingPages.post('/audizioni/:id/registrazione', async (c) => {
  const { id } = c.req.param()
  const form = await readForm(c, RecordingForm)
  if (!form.data) return recordingPage(c, form)
  try {
    await linkRecording(c.var, id, form.data)
    return done(c, id, 'registrazione')
  } catch (error) {
    return recordingPage(c, { values: form.values, errors: refusal(c, error) })
  }
})

async function recordingPage(c: Ctx, sent: Filled | null) {
  const whole = await gather(c, 'listening.link-recording')
  mustHaveBegun(whole.hearing, whole.slots, c.var.now)
  const filled = sent ?? { values: { link: whole.hearing.recordingLink ?? '' }, errors: {} }
  return c.html(<RecordingPage reader={c.var.reader} whole={whole} {...filled} />, statusOf(filled))
}
