import { useWords } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'
import { meetingWords } from '../messages/meetings.ts'
import { memberWords } from '../messages/members.ts'
import { minutesWords } from '../messages/minutes.ts'
import type { Seat } from '../people.ts'
import { type Attendance, attendances } from '../rules/attendance.ts'
import type { Decision } from '../rules/decisions.ts'
import { isValid, type Meeting } from '../rules/meetings.ts'
import { inOrder, Organisation, Who } from './composition.tsx'
import { Decisions } from './decision-list.tsx'

export interface RecordProps {
  readonly meeting: Meeting
  readonly seats: readonly Seat[]
  /** By the member's id. Empty for whoever does not belong to the body: they are told how many seats were filled. */
  readonly attendance: ReadonlyMap<string, Attendance>
  readonly decisions: readonly Decision[]
}

/** What the meeting's own records say beside the text: who was there, and what was decided. */
export function MeetingRecord({ meeting, seats, attendance, decisions }: RecordProps) {
  const t = useWords(meetingWords)
  const w = useWords(minutesWords)
  const { count } = meeting
  return (
    <>
      {count && (
        <Section id="presenze" title={t('quorumTerm')}>
          <p>{w('counted', { counted: t(isValid(count) ? 'quorumMet' : 'quorumMissed', { ...count }) })}</p>
          {seats.length > 0 && <WhoWasThere seats={seats} attendance={attendance} />}
        </Section>
      )}
      {(count || decisions.length > 0) && (
        <Section id="decisioni" title={w('decisionsTaken')}>
          {decisions.length > 0 ? <Decisions decisions={decisions} /> : <p>{w('nothingDecided')}</p>}
        </Section>
      )}
    </>
  )
}

function WhoWasThere({ seats, attendance }: Pick<RecordProps, 'seats' | 'attendance'>) {
  const t = useWords(meetingWords)
  const m = useWords(memberWords)
  const told = (seat: Seat) => attendance.get(seat.id) ?? 'absent'
  const rows = attendances.flatMap((one) => inOrder(seats).filter((seat) => told(seat) === one))
  return (
    <Table
      caption={t('quorumTerm')}
      captionHidden
      rows={rows}
      columns={[
        { label: m('who'), rowHeader: true, cell: (seat) => <Who seat={seat} /> },
        { label: m('organisation'), cell: (seat) => <Organisation seat={seat} /> },
        { label: m('role'), cell: ({ role }) => m(`role.${role}`) },
        { label: t('attended'), cell: (seat) => t(`attendance.${told(seat)}`) },
      ]}
    />
  )
}
