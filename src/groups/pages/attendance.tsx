import { z } from 'zod'
import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { mustBeAble } from '../../charter/policy.ts'
import { dayOf } from '../../kernel/day.ts'
import { type FormValues, readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { RadioGroup } from '../../ui/choice.tsx'
import { ErrorSummary, type Filled, FormEnd, SubmitButton } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { AttendanceForm, recordAttendance } from '../actions/attendance.ts'
import { bodyWords } from '../messages/bodies.ts'
import { meetingWords } from '../messages/meetings.ts'
import { memberWords } from '../messages/members.ts'
import { type Seat, seatsOf } from '../people.ts'
import { attendances, type Invitation } from '../rules/attendance.ts'
import { placeOfBody } from '../rules/bodies.ts'
import { mustHaveBegun } from '../rules/meetings.ts'
import { inOffice } from '../rules/members.ts'
import { invitationsTo } from '../store/invitations.ts'
import { membersOf } from '../store/members.ts'
import { type AroundMeeting, aroundMeeting, hoursOf, trailInMeeting } from './around.tsx'
import { inOrder } from './composition.tsx'

export const attendancePages = router()

/** Each member has a field of the form: 'there-' and the member's id. */
const fieldOf = (memberId: string) => `there-${memberId}`

attendancePages.get('/riunioni/:id/presenze', (c) => attendancePage(c, null))

attendancePages.post('/riunioni/:id/presenze', async (c) => {
  const { id } = c.req.param()
  const { values } = await readForm(c, z.object({}))
  const told = AttendanceForm.safeParse(attendanceIn(values))
  if (!told.success) return attendancePage(c, { values, errors: { '': wordsFor(c.var.reader, meetingWords)('attendanceUnclear') } })
  try {
    await recordAttendance(c.var, id, told.data)
    return c.redirect(inLang(c.var.reader.lang, withQuery(paths.meeting(id), { fatto: 'presenze' })), 303)
  } catch (error) {
    return attendancePage(c, { values, errors: refusal(c, error) })
  }
})

function attendanceIn(values: FormValues): Record<string, unknown> {
  const told = Object.entries(values).filter(([name]) => name.startsWith(fieldOf('')))
  return Object.fromEntries(told.map(([name, value]) => [name.slice(fieldOf('').length), value]))
}

async function attendancePage(c: Ctx, sent: Filled | null) {
  const { db, today, now, actor, reader } = c.var
  const whole = await aroundMeeting(c, c.req.param('id') ?? '')
  const { body, meeting } = whole
  mustBeAble(actor, 'groups.record-attendance', placeOfBody(body))
  mustHaveBegun(meeting, now)
  const invitations = await invitationsTo(db, meeting.id)
  const there = inOffice(body, await membersOf(db, [body.id]), dayOf(meeting.startsAt))
  const invited = there.filter(({ id }) => invitations.some(({ memberId }) => memberId === id))
  const seats = inOrder(await seatsOf(db, invited, true, today))
  const filled = sent ?? { values: valuesOf(invitations), errors: {} }
  return c.html(<AttendancePage {...{ reader, whole, seats }} {...filled} />, sent ? 422 : 200)
}

/** Before it is recorded, whoever said they would not come is taken as excused. */
function valuesOf(invitations: readonly Invitation[]): Filled['values'] {
  const guess = ({ answer }: Invitation) => (answer === 'yes' ? 'present' : answer === 'no' ? 'excused' : 'absent')
  return Object.fromEntries(invitations.map((one) => [fieldOf(one.memberId), one.attendance ?? guess(one)]))
}

interface AttendancePageProps extends Filled {
  readonly reader: Reader
  readonly whole: AroundMeeting
  readonly seats: readonly Seat[]
}

function AttendancePage({ reader, whole, seats, ...filled }: AttendancePageProps) {
  const t = wordsFor(reader, meetingWords)
  const m = wordsFor(reader, memberWords)
  const b = wordsFor(reader, bodyWords)
  const { body, meeting } = whole
  const title = t('attendanceOf', { number: meeting.number })
  const address = paths.attendance(meeting.id)
  const quorum = b(`quorum.${body.quorum.kind}`, { ...body.quorum })
  const options = attendances.map((one) => ({ value: one, label: t(`attendance.${one}`) }))
  return (
    <Page
      reader={reader}
      title={title}
      section="ecosystems"
      trail={trailInMeeting(reader.lang, whole, { label: t('quorumTerm') })}
      address={address}
      rejected={Object.keys(filled.errors).length > 0}
    >
      <div class="container">
        <ErrorSummary errors={filled.errors} />
        <PageHead title={title} kicker={[body.name, hoursOf(reader.lang, meeting)]} lead={t('attendanceLead', { quorum })} />
        <Form action={address} class="form">
          {seats.map((seat) => (
            <RadioGroup
              name={fieldOf(seat.id)}
              label={seat.name ?? m('erased')}
              help={`${m(`role.${seat.role}`)}, ${seat.organisation ?? m('noOrganisation')}`}
              options={options}
              {...filled}
            />
          ))}
          <FormEnd cancel={paths.meeting(meeting.id)}>
            <SubmitButton>{t('attendanceSave')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>
  )
}
