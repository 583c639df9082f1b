import { paths } from '../../charter/paths.ts'
import { Facts } from '../../ui/facts.tsx'
import { HiddenField, SubmitButton } from '../../ui/form.tsx'
import { Form, Link } from '../../ui/link.tsx'
import { useFormats, useWords } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { StateMark } from '../../ui/state.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { meetingWords } from '../messages/meetings.ts'
import { memberWords } from '../messages/members.ts'
import type { Seat } from '../people.ts'
import type { Invitation } from '../rules/attendance.ts'
import { isValid, type Meeting } from '../rules/meetings.ts'
import type { Paper } from '../store/meetings.ts'
import { Organisation, Who } from './composition.tsx'

export function MeetingFacts({ meeting, insider }: { readonly meeting: Meeting; readonly insider: boolean }) {
  const t = useWords(meetingWords)
  const { instant } = useFormats()
  const { count, revision } = meeting
  return (
    <aside aria-label={t('where')}>
      <Facts
        items={[
          { term: t('where'), details: meeting.place },
          { term: t('online'), details: meeting.link && (insider ? <Link to={meeting.link}>{meeting.link}</Link> : t('onlyMembers')) },
          { term: t('quorumTerm'), details: count && t(isValid(count) ? 'quorumMet' : 'quorumMissed', { ...count }) },
          {
            term: t('calendar'),
            details: (
              <>
                <Link to={paths.meetingCalendar(meeting.id)}>{t('calendarLink')}</Link>
                {revision > 0 && !meeting.cancelledAt && (
                  <>
                    <br />
                    <span class="quiet small">{t('revised', { count: revision, at: instant(meeting.changedAt) })}</span>
                  </>
                )}
              </>
            ),
          },
        ]}
      />
    </aside>
  )
}

export function Papers({ papers }: { readonly papers: readonly Paper[] }) {
  const t = useWords(meetingWords)
  return (
    <Section id="documenti" title={t('papers')}>
      {papers.length > 0 ? (
        <ul>
          {papers.map(({ name, fileId, address }) => (
            <li>
              <Link to={fileId ? paths.file(fileId) : (address ?? '')}>{name}</Link>
            </li>
          ))}
        </ul>
      ) : (
        <p class="quiet">{t('noPapers')}</p>
      )}
    </Section>
  )
}

/** The answer of whoever reads, which can be changed until the meeting begins. */
export function YourAnswer({ invitation, meeting }: { readonly invitation: Invitation; readonly meeting: Meeting }) {
  const t = useWords(meetingWords)
  const { answer } = invitation
  return (
    <Section id="risposta" title={t('yourAnswer')}>
      <p>{t(answer === 'yes' ? 'answeredYes' : answer === 'no' ? 'answeredNo' : 'notAnswered')}</p>
      <AnswerButtons action={paths.meetingAnswer(meeting.id)} answer={answer} />
    </Section>
  )
}

interface AnswerButtonsProps {
  readonly action: string
  readonly answer: Invitation['answer']
}

/** Two forms that are posted: a program that follows links presses none of them. */
export function AnswerButtons({ action, answer }: AnswerButtonsProps) {
  const t = useWords(meetingWords)
  return (
    <div class="actions">
      {answer !== 'yes' && (
        <Form action={action}>
          <HiddenField name="answer" value="yes" />
          <SubmitButton kind={answer === null ? 'primary' : 'secondary'}>{t('askYes')}</SubmitButton>
        </Form>
      )}
      {answer !== 'no' && (
        <Form action={action}>
          <HiddenField name="answer" value="no" />
          <SubmitButton kind="secondary">{t('askNo')}</SubmitButton>
        </Form>
      )}
    </div>
  )
}

interface InvitedProps {
  readonly invitations: readonly Invitation[]
  readonly seats: readonly Seat[]
  readonly counted: boolean
  readonly bounced: ReadonlySet<string>
}

/** Who was invited and what they answered or, once it is recorded, whether they were there. */
export function Invited({ invitations, seats, counted, bounced }: InvitedProps) {
  const t = useWords(meetingWords)
  const m = useWords(memberWords)
  const rows = invitations.flatMap((invitation) => {
    const seat = seats.find(({ id }) => id === invitation.memberId)
    return seat ? [{ invitation, seat }] : []
  })
  const columns: Column<(typeof rows)[number]>[] = [
    { label: m('who'), rowHeader: true, cell: ({ seat }) => <Who seat={seat} /> },
    { label: m('organisation'), cell: ({ seat }) => <Organisation seat={seat} /> },
    { label: m('role'), cell: ({ seat }) => m(`role.${seat.role}`) },
    { label: t('answer'), cell: ({ invitation, seat }) => <Answered answer={invitation.answer} unreached={bounced.has(seat.personId)} /> },
  ]
  const attended: Column<(typeof rows)[number]> = {
    label: t('attended'),
    cell: ({ invitation }) => (invitation.attendance ? t(`attendance.${invitation.attendance}`) : ''),
  }
  return (
    <Section id="invitati" title={t('invited')}>
      <Table caption={t('invited')} captionHidden rows={rows} columns={counted ? [...columns, attended] : columns} />
    </Section>
  )
}

function Answered({ answer, unreached }: { readonly answer: Invitation['answer']; readonly unreached: boolean }) {
  const t = useWords(meetingWords)
  return (
    <>
      {t(`answer.${answer ?? 'none'}`)}
      {unreached && (
        <>
          <br />
          <StateMark state="late" label={t('bounced')} />
        </>
      )}
    </>
  )
}
