import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { type Act, mustBeAble } from '../../charter/policy.ts'
import { dayOf } from '../../kernel/day.ts'
import { timeInRome } from '../../kernel/rome.ts'
import { readUpload } from '../../platform/files.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Filled } from '../../ui/form.tsx'
import type { Upload } from '../actions/bodies.ts'
import { CancelForm, ChangeForm, ConveneForm, cancelMeeting, changeMeeting, convene } from '../actions/meetings.ts'
import { placeOfBody } from '../rules/bodies.ts'
import { type Meeting, mustNotHaveBegun } from '../rules/meetings.ts'
import { papersOf } from '../store/meetings.ts'
import { aroundBody, aroundMeeting } from './around.tsx'
import { CancelPage, ConvenePage, EditPage, fileFields } from './convene-view.tsx'

export const convenePages = router()

const nothing: Filled = { values: {}, errors: {} }
const statusOf = ({ errors }: Filled) => (Object.keys(errors).length > 0 ? 422 : 200)
const done = (c: Ctx, id: string, fatto: string) => c.redirect(inLang(c.var.reader.lang, withQuery(paths.meeting(id), { fatto })), 303)

async function uploads(c: Ctx): Promise<Upload[]> {
  const files = await Promise.all(fileFields.map((field) => readUpload(c, field)))
  return files.filter((file) => file !== null)
}

convenePages.get('/gruppi/:id/riunioni/nuova', (c) => newPage(c, nothing))

convenePages.post('/gruppi/:id/riunioni/nuova', async (c) => {
  const form = await readForm(c, ConveneForm)
  if (!form.data) return newPage(c, form)
  try {
    const { id } = await convene(c.var, c.req.param('id'), form.data, await uploads(c))
    return done(c, id, 'convocata')
  } catch (error) {
    return newPage(c, { values: form.values, errors: refusal(c, error) })
  }
})

async function newPage(c: Ctx, filled: Filled) {
  const whole = await aroundBody(c, c.req.param('id') ?? '')
  mustBeAble(c.var.actor, 'groups.convene', placeOfBody(whole.body))
  return c.html(<ConvenePage reader={c.var.reader} whole={whole} {...filled} />, statusOf(filled))
}

convenePages.get('/riunioni/:id/modifica', (c) => editPage(c, null))

convenePages.post('/riunioni/:id/modifica', async (c) => {
  const { id } = c.req.param()
  const form = await readForm(c, ChangeForm)
  if (!form.data) return editPage(c, form)
  try {
    await changeMeeting(c.var, id, form.data, await uploads(c))
    return done(c, id, 'cambiata')
  } catch (error) {
    return editPage(c, { values: form.values, errors: refusal(c, error) })
  }
})

/** A meeting whose convocation may still be touched, for whoever may. */
async function changeable(c: Ctx, act: Act) {
  const whole = await aroundMeeting(c, c.req.param('id') ?? '')
  mustBeAble(c.var.actor, act, placeOfBody(whole.body))
  mustNotHaveBegun(whole.meeting, c.var.now)
  return whole
}

async function editPage(c: Ctx, sent: Filled | null) {
  const whole = await changeable(c, 'groups.change-meeting')
  const papers = await papersOf(c.var.db, whole.meeting.id)
  const filled = sent ?? { values: valuesOf(whole.meeting), errors: {} }
  return c.html(<EditPage reader={c.var.reader} whole={whole} papers={papers} {...filled} />, statusOf(filled))
}

function valuesOf({ startsAt, endsAt, place, link, agenda, revision }: Meeting): Filled['values'] {
  return {
    on: dayOf(startsAt),
    starts: timeInRome(startsAt),
    ends: timeInRome(endsAt),
    place: place ?? '',
    link: link ?? '',
    agenda,
    revision: String(revision),
  }
}

convenePages.get('/riunioni/:id/annullamento', (c) => cancelPage(c, nothing))

convenePages.post('/riunioni/:id/annullamento', async (c) => {
  const { id } = c.req.param()
  const form = await readForm(c, CancelForm)
  if (!form.data) return cancelPage(c, form)
  try {
    await cancelMeeting(c.var, id, form.data)
    return done(c, id, 'annullata')
  } catch (error) {
    return cancelPage(c, { values: form.values, errors: refusal(c, error) })
  }
})

async function cancelPage(c: Ctx, filled: Filled) {
  const whole = await changeable(c, 'groups.cancel-meeting')
  return c.html(<CancelPage reader={c.var.reader} whole={whole} {...filled} />, statusOf(filled))
}
