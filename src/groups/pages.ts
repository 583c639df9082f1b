import { router } from '../platform/http.ts'
import { answerPages } from './pages/answer.tsx'
import { assignPages } from './pages/assign.tsx'
import { attendancePages } from './pages/attendance.tsx'
import { bodiesPages } from './pages/bodies.tsx'
import { bodyPages } from './pages/body.tsx'
import { calendarPages, type OwnDaysElsewhere, personalCalendar } from './pages/calendars.tsx'
import { constitutePages } from './pages/constitute.tsx'
import { convenePages } from './pages/convene.tsx'
import { decidePages } from './pages/decide.tsx'
import { decisionPages } from './pages/decision.tsx'
import { type DaysElsewhere, ecosystemCalendar } from './pages/ecosystem-calendar.ts'
import { editBodyPages } from './pages/edit-body.tsx'
import { meetingPages } from './pages/meeting.tsx'
import { memberPages } from './pages/members.tsx'
import { minutesPages } from './pages/minutes.tsx'
import { taskPages } from './pages/tasks.tsx'
import { writeMinutesPages } from './pages/write-minutes.tsx'

const people = [memberPages, taskPages, assignPages, calendarPages]
const bodies = [bodiesPages, constitutePages, bodyPages, editBodyPages]
const meetings = [convenePages, meetingPages, answerPages, attendancePages, writeMinutesPages, minutesPages, decidePages, decisionPages]

export const groupPages = (calendar: readonly DaysElsewhere[], ownCalendar: readonly OwnDaysElsewhere[]) =>
  [...people, personalCalendar(ownCalendar), ecosystemCalendar(calendar), ...bodies, ...meetings].reduce(
    (all, pages) => all.route('/', pages),
    router(),
  )
