import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { mustBeAble } from '../../charter/policy.ts'
import { dayOf } from '../../kernel/day.ts'
import { formatDay } from '../../kernel/words.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { SelectField } from '../../ui/choice.tsx'
import { DateField, TextArea } from '../../ui/field.tsx'
import type { Filled } from '../../ui/form.tsx'
import { FormPage } from '../../ui/form-page.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { AssignForm, assignTask } from '../actions/tasks.ts'
import { meetingWords } from '../messages/meetings.ts'
import { memberWords } from '../messages/members.ts'
import { taskWords } from '../messages/tasks.ts'
import { type Seat, seatsOf } from '../people.ts'
import { placeOfBody } from '../rules/bodies.ts'
import type { Meeting } from '../rules/meetings.ts'
import { inOffice } from '../rules/members.ts'
import { meetingsOf } from '../store/meetings.ts'
import { membersOf } from '../store/members.ts'
import { type Around, aroundBody, trailIn } from './around.tsx'
import { inOrder } from './composition.tsx'

export const assignPages = router()

assignPages.get('/gruppi/:id/compiti/nuovo', (c) => assignPage(c, { values: { meetingId: c.req.query('riunione') }, errors: {} }))

assignPages.post('/gruppi/:id/compiti/nuovo', async (c) => {
  const { id } = c.req.param()
  const form = await readForm(c, AssignForm)
  if (!form.data) return assignPage(c, form)
  try {
    const { meetingId } = await assignTask(c.var, id, form.data)
    const to = meetingId ? paths.meeting(meetingId) : paths.body(id)
    return c.redirect(inLang(c.var.reader.lang, withQuery(to, { fatto: 'compito' })), 303)
  } catch (error) {
    return assignPage(c, { values: form.values, errors: refusal(c, error) })
  }
})

async function assignPage(c: Ctx, filled: Filled) {
  const { db, today, actor, reader } = c.var
  const whole = await aroundBody(c, c.req.param('id') ?? '')
  mustBeAble(actor, 'groups.assign-task', placeOfBody(whole.body))
  const members = inOffice(whole.body, await membersOf(db, [whole.body.id]), today)
  const seats = inOrder(await seatsOf(db, members, true, today))
  const meetings = await meetingsOf(db, [whole.body.id])
  return c.html(<AssignPage {...{ reader, whole, seats, meetings }} {...filled} />, Object.keys(filled.errors).length > 0 ? 422 : 200)
}

interface AssignPageProps extends Filled {
  readonly reader: Reader
  readonly whole: Around
  readonly seats: readonly Seat[]
  readonly meetings: readonly Meeting[]
}

function AssignPage({ reader, whole, seats, meetings, ...filled }: AssignPageProps) {
  const t = wordsFor(reader, taskWords)
  const m = wordsFor(reader, memberWords)
  const r = wordsFor(reader, meetingWords)
  const { body } = whole
  const address = paths.newTask(body.id)
  const named = (meeting: Meeting) => `${r('meeting', { number: meeting.number })}, ${formatDay(reader.lang, dayOf(meeting.startsAt))}`
  return (
    <FormPage
      reader={reader}
      title={t('newTitle')}
      section="ecosystems"
      trail={trailIn(reader.lang, whole, { label: t('newTitle') })}
      kicker={[body.name]}
      lead={t('newLead')}
      address={address}
      cancel={paths.body(body.id)}
      submit={t('assign')}
      labels={{ ownerId: t('owner'), text: t('text'), dueDay: t('due'), meetingId: t('meeting') }}
      filled={filled}
    >
      <TextArea name="text" label={t('text')} rows={3} maxlength={2000} {...filled} />
      <SelectField
        name="ownerId"
        label={t('owner')}
        options={seats.map(({ id, name, role }) => ({ value: id, label: `${name ?? m('erased')}, ${m(`role.${role}`)}` }))}
        {...filled}
      />
      <DateField name="dueDay" label={t('due')} min={reader.today} {...filled} />
      <SelectField
        name="meetingId"
        label={t('meeting')}
        optional
        empty={t('noMeeting')}
        options={meetings.map((meeting) => ({ value: meeting.id, label: named(meeting) }))}
        {...filled}
      />
    </FormPage>
  )
}
