import { paths, withQuery } from '../../charter/paths.ts'
import { type Act, can } from '../../charter/policy.ts'
import type { State } from '../../charter/states.ts'
import { bouncedAmong } from '../../identity/index.ts'
import { findMinutes, type Minutes, minutesState } from '../../minutes/index.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { ActionLinks } from '../../ui/action-links.tsx'
import { Done } from '../../ui/done.tsx'
import { ButtonLink, Link } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useFormats, useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { Columns, Section } from '../../ui/section.tsx'
import { StateMark } from '../../ui/state.tsx'
import { meetingWords } from '../messages/meetings.ts'
import { type Seat, seatsOf } from '../people.ts'
import type { Invitation } from '../rules/attendance.ts'
import { placeOfBody } from '../rules/bodies.ts'
import type { Decision } from '../rules/decisions.ts'
import { meetingState, stateOfMeeting } from '../rules/meetings.ts'
import type { Task } from '../rules/tasks.ts'
import { decisionsOfMeeting } from '../store/decisions.ts'
import { invitationsTo } from '../store/invitations.ts'
import { type Paper, papersOf } from '../store/meetings.ts'
import { membersOf } from '../store/members.ts'
import { tasksOfMeeting } from '../store/tasks.ts'
import { type AroundMeeting, aroundMeeting, hoursOf, trailInMeeting } from './around.tsx'
import { Decisions } from './decision-list.tsx'
import { Invited, MeetingFacts, Papers, YourAnswer } from './meeting-parts.tsx'
import { TaskTable } from './task-table.tsx'

export const meetingPages = router()

meetingPages.get('/riunioni/:id', async (c) => c.html(<MeetingPage c={c} whole={await gather(c, c.req.param('id'))} />))

/** What is internal is null for whoever does not belong to the body. */
interface Whole extends AroundMeeting {
  readonly decisions: readonly Decision[]
  readonly minutes: Minutes | null
  readonly seats: readonly Seat[]
  readonly invitations: readonly Invitation[] | null
  readonly papers: readonly Paper[] | null
  readonly tasks: readonly Task[] | null
  /** Members whose mailbox refused the last message: for whoever convenes. */
  readonly bounced: ReadonlySet<string>
}

async function gather(c: Ctx, id: string): Promise<Whole> {
  const { db, today } = c.var
  const whole = await aroundMeeting(c, id)
  const { body, insider } = whole
  const members = insider ? await membersOf(db, [body.id]) : []
  const convenes = can(c.var.actor, 'groups.convene', placeOfBody(body))
  const people = members.map(({ personId }) => personId)
  return {
    ...whole,
    decisions: await decisionsOfMeeting(db, id),
    minutes: await findMinutes(db, id),
    seats: await seatsOf(db, members, true, today),
    invitations: insider ? await invitationsTo(db, id) : null,
    papers: insider ? await papersOf(db, id) : null,
    tasks: insider ? await tasksOfMeeting(db, id) : null,
    bounced: convenes ? await bouncedAmong(db, people) : new Set(),
  }
}

function MeetingPage({ c, whole }: { readonly c: Ctx; readonly whole: Whole }) {
  const { reader, actor } = c.var
  const { body, meeting, insider, decisions, seats, invitations, papers, tasks } = whole
  const t = wordsFor(reader, meetingWords)
  const title = t('meeting', { number: meeting.number })
  const state = meetingState(meeting, reader.now)
  const mine = invitations?.find(({ memberId }) => seats.some(({ id, personId }) => id === memberId && personId === actor.id))
  return (
    <Page
      reader={reader}
      title={t('meetingOf', { number: meeting.number, body: body.name })}
      section="ecosystems"
      trail={trailInMeeting(reader.lang, whole)}
    >
      <div class="container">
        <Done words={meetingWords} done={c.req.query('fatto')} />
        <PageHead
          title={title}
          kicker={[<Link to={paths.body(body.id)}>{body.name}</Link>]}
          verdict={<StateMark state={stateOfMeeting[state]} label={t(`state.${state}`)} />}
          lead={hoursOf(reader.lang, meeting)}
        >
          <Ways c={c} whole={whole} asked={mine?.answer === null && state === 'convened'} />
        </PageHead>
        {meeting.cancelReason && (
          <Notice kind="blocked" title={t('cancelledWhy')}>
            <p>{meeting.cancelReason}</p>
          </Notice>
        )}
        {mine && state === 'convened' && <YourAnswer invitation={mine} meeting={meeting} />}
        <Columns kind="aside" section>
          <Section id="ordine-del-giorno" title={t('agenda')} band="bare">
            <ol>
              {meeting.agenda
                .split('\n')
                .filter((item) => item.trim())
                .map((item) => (
                  <li>{item}</li>
                ))}
            </ol>
          </Section>
          <MeetingFacts meeting={meeting} insider={insider} />
        </Columns>
        {papers && <Papers papers={papers} />}
        <MinutesSection c={c} whole={whole} />
        {(decisions.length > 0 || state === 'held') && (
          <Section id="decisioni" title={t('decisions')}>
            <Decisions decisions={decisions} />
          </Section>
        )}
        {tasks && tasks.length > 0 && (
          <Section id="compiti" title={t('tasks')}>
            <TaskTable tasks={tasks} seats={seats} mayWithdraw={can(actor, 'groups.withdraw-task', placeOfBody(body))} />
          </Section>
        )}
        {invitations && <Invited invitations={invitations} seats={seats} counted={meeting.count !== null} bounced={whole.bounced} />}
      </div>
    </Page>
  )
}

interface WaysProps {
  readonly c: Ctx
  readonly whole: Whole
  /** An answer of theirs is waited for: that is the first thing to do. */
  readonly asked: boolean
}

/** What whoever reads may do with the meeting, as it stands. */
function Ways({ c, whole: { body, meeting, minutes }, asked }: WaysProps) {
  const t = useWords(meetingWords)
  const { now } = useReader()
  const may = (act: Act) => can(c.var.actor, act, placeOfBody(body))
  const state = meetingState(meeting, now)
  const begun = state === 'under-way' || state === 'held'
  const open = begun && !minutes?.approved
  const ways = [
    { label: t('edit'), to: paths.meetingEdit(meeting.id), shown: state === 'convened' && may('groups.change-meeting') },
    { label: t('cancel'), to: paths.meetingCancel(meeting.id), shown: state === 'convened' && may('groups.cancel-meeting') },
    { label: t('recordAttendance'), to: paths.attendance(meeting.id), shown: open && may('groups.record-attendance') },
    { label: t('decide'), to: paths.newDecision(meeting.id), shown: open && meeting.count !== null && may('groups.decide') },
    { label: t('assign'), to: withQuery(paths.newTask(body.id), { riunione: meeting.id }), shown: begun && may('groups.assign-task') },
  ]
  const decides = ways.filter(({ label }) => label === t('decide'))
  // Once presences are counted, deciding comes first.
  return <ActionLinks items={[...decides, ...ways.filter((way) => !decides.includes(way))]} primary={!asked} />
}

const stateOf: Record<'none' | 'draft' | 'sent' | 'approved', State> = { none: 'todo', draft: 'todo', sent: 'doing', approved: 'done' }

function MinutesSection({ c, whole: { body, meeting, minutes, insider } }: { readonly c: Ctx; readonly whole: Whole }) {
  const t = useWords(meetingWords)
  const { now } = useReader()
  const { day } = useFormats()
  if (meeting.startsAt > now || meeting.cancelledAt) return <></>
  const state = minutes ? minutesState(minutes) : 'none'
  const words = t(`minutes.${state}`, {
    until: minutes?.sent ? day(minutes.sent.until) : '',
    on: minutes?.approved ? day(minutes.approved.on) : '',
  })
  const readable = minutes !== null && (insider || state === 'approved')
  const mayWrite = can(c.var.actor, 'groups.write-minutes', placeOfBody(body))
  return (
    <Section id="verbale" title={t('minutes')}>
      {insider || state === 'approved' ? (
        <p>
          <StateMark state={stateOf[state]} label={words} />
        </p>
      ) : (
        <p>{t('minutesLater')}</p>
      )}
      {readable && (
        <p class="actions">
          <ButtonLink to={paths.minutes(meeting.id)}>{t('readMinutes')}</ButtonLink>
        </p>
      )}
      {!minutes && mayWrite && (
        <p class="actions">
          <ButtonLink to={paths.minutesEdit(meeting.id)}>{t('writeMinutes')}</ButtonLink>
        </p>
      )}
    </Section>
  )
}
