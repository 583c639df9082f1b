import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { type Act, can, mustBeAble } from '../../charter/policy.ts'
import { namesOfPeople } from '../../identity/index.ts'
import { dayOf } from '../../kernel/day.ts'
import { whyNot } from '../../kernel/problem.ts'
import {
  ApproveForm,
  CorrectForm,
  correctionsOf,
  findMinutes,
  hasAgreed,
  mustBeApprovable,
  remarksOn,
  SendForm,
} from '../../minutes/index.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Filled } from '../../ui/form.tsx'
import { attendanceAt, whoWasThere } from '../actions/attended.ts'
import { approveMinutes, correctMinutes, sendMinutes } from '../actions/minutes.ts'
import { answerRemark, OutcomeForm, RemarkForm, remarkOnMinutes } from '../actions/remarks.ts'
import { seatsOf } from '../people.ts'
import { placeOfBody } from '../rules/bodies.ts'
import { refusals } from '../rules/minutes.ts'
import { decisionsOfMeeting } from '../store/decisions.ts'
import { findVersion } from '../store/minutes.ts'
import { aroundMeeting } from './around.tsx'
import { correctionPage, outcomePage } from './minutes-forms.tsx'
import { MinutesPage } from './minutes-view.tsx'

export const minutesPages = router()

const done = (c: Ctx, id: string, fatto: string) => c.redirect(inLang(c.var.reader.lang, withQuery(paths.minutes(id), { fatto })), 303)

/** Everybody reads this page: whoever may not send one of its forms is told so before the form is. */
async function mustBeAbleAt(c: Ctx, act: Act, meetingId: string): Promise<void> {
  const { body } = await aroundMeeting(c, meetingId)
  mustBeAble(c.var.actor, act, placeOfBody(body))
}

minutesPages.get('/riunioni/:id/verbale', (c) => minutesPage(c, { values: {}, errors: {} }))

minutesPages.post('/riunioni/:id/verbale/invio', async (c) => {
  const { id } = c.req.param()
  await mustBeAbleAt(c, 'groups.send-minutes', id)
  const form = await readForm(c, SendForm)
  if (!form.data) return minutesPage(c, form)
  try {
    await sendMinutes(c.var, id, form.data)
    return done(c, id, 'mandato')
  } catch (error) {
    return minutesPage(c, { values: form.values, errors: refusal(c, error) })
  }
})

minutesPages.post('/riunioni/:id/verbale/correzioni', async (c) => {
  const { id } = c.req.param()
  mustBeAble(c.var.actor, 'groups.remark', { kind: 'person', id: c.var.actor.id ?? '' })
  const form = await readForm(c, RemarkForm)
  if (!form.data) return minutesPage(c, form)
  try {
    await remarkOnMinutes(c.var, id, form.data)
    return done(c, id, 'corretto')
  } catch (error) {
    return minutesPage(c, { values: form.values, errors: refusal(c, error) })
  }
})

minutesPages.get('/riunioni/:id/verbale/correzioni/:remark', (c) => outcomePage(c, { values: {}, errors: {} }))

minutesPages.post('/riunioni/:id/verbale/correzioni/:remark', async (c) => {
  const { id, remark } = c.req.param()
  const form = await readForm(c, OutcomeForm)
  if (!form.data) return outcomePage(c, form)
  try {
    await answerRemark(c.var, id, remark, form.data)
    return done(c, id, 'esito')
  } catch (error) {
    return outcomePage(c, { values: form.values, errors: refusal(c, error) })
  }
})

minutesPages.post('/riunioni/:id/verbale/approvazione', async (c) => {
  const { id } = c.req.param()
  await mustBeAbleAt(c, 'groups.approve-minutes', id)
  const form = await readForm(c, ApproveForm)
  if (!form.data) return minutesPage(c, form)
  try {
    await approveMinutes(c.var, id, form.data)
    return done(c, id, 'approvato')
  } catch (error) {
    return minutesPage(c, { values: form.values, errors: refusal(c, error) })
  }
})

minutesPages.get('/riunioni/:id/verbale/rettifica', (c) => correctionPage(c, { values: {}, errors: {} }))

minutesPages.post('/riunioni/:id/verbale/rettifica', async (c) => {
  const { id } = c.req.param()
  const form = await readForm(c, CorrectForm)
  if (!form.data) return correctionPage(c, form)
  try {
    await correctMinutes(c.var, id, form.data)
    return done(c, id, 'rettificato')
  } catch (error) {
    return correctionPage(c, { values: form.values, errors: refusal(c, error) })
  }
})

/** Everybody reads approved minutes; drafts are for those who belong to the body. */
async function minutesPage(c: Ctx, filled: Filled) {
  const { db, today, actor, reader } = c.var
  const whole = await aroundMeeting(c, c.req.param('id') ?? '')
  const { body, meeting } = whole
  const found = await findMinutes(db, meeting.id)
  const minutes = found && (found.approved || whole.insider) ? found : null
  const version = minutes ? await findVersion(db, meeting.id, minutes.approved?.version ?? minutes.version) : null
  const remarks = whole.insider ? await remarksOn(db, meeting.id) : []
  const corrections = minutes?.approved ? await correctionsOf(db, meeting.id) : []
  const attending = whole.insider ? await attendanceAt(db, meeting.id) : []
  const attended = whoWasThere(attending)
  const members = attending.map(({ member }) => member)
  const records = {
    seats: await seatsOf(db, members, true, dayOf(meeting.startsAt)),
    attendance: new Map(attending.map(({ member, attendance }) => [member.id as string, attendance])),
    decisions: version ? await decisionsOfMeeting(db, meeting.id) : [],
  }
  const names = await namesOfPeople(
    db,
    remarks.map(({ personId }) => personId),
  )
  const place = placeOfBody(body)
  const may = {
    write: can(actor, 'groups.write-minutes', place),
    send: can(actor, 'groups.send-minutes', place),
    answer: can(actor, 'groups.answer-remark', place),
    approve: can(actor, 'groups.approve-minutes', place),
    correct: can(actor, 'groups.correct-minutes', place),
    remark: actor.id !== null && attended.includes(actor.id),
  }
  const notYet = whyNot(reader.lang, () => mustBeApprovable(refusals, found, remarks, attended, today))
  const agreed = hasAgreed(found, remarks, actor.id)
  const view = {
    reader,
    whole,
    minutes,
    version,
    remarks,
    corrections,
    attended,
    records,
    names,
    may,
    notYet,
    agreed,
    done: c.req.query('fatto'),
  }
  return c.html(<MinutesPage {...view} {...filled} />, Object.keys(filled.errors).length > 0 ? 422 : 200)
}
