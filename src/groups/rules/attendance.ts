import type { Id } from '../../kernel/id.ts'
import type { Count } from './meetings.ts'
import { hasVote, type Member, type MemberId, seatsAmong } from './members.ts'
import { needed, type Quorum } from './quorum.ts'

export type InvitationId = Id<'invitation'>

export const answers = ['yes', 'no'] as const
export type Answer = (typeof answers)[number]

export const attendances = ['present', 'remote', 'excused', 'absent'] as const
export type Attendance = (typeof attendances)[number]

export interface Invitation {
  readonly id: InvitationId
  readonly meetingId: string
  readonly memberId: MemberId
  readonly answer: Answer | null
  readonly attendance: Attendance | null
}

export const wasThere = (attendance: Attendance | null): boolean => attendance === 'present' || attendance === 'remote'

/** The seats of those invited, and how many were filled: by the titular or, failing that, by one substitute. */
export function countSeats(quorum: Quorum, invited: readonly Member[], attendance: ReadonlyMap<string, Attendance | null>): Count {
  const seats = seatsAmong(invited)
  const there = (member: Member) => wasThere(attendance.get(member.id) ?? null)
  const titulars = invited.filter((member) => hasVote(member) && member.substituteFor === null)
  const filled = titulars.filter(
    (titular) => there(titular) || invited.some((member) => member.substituteFor === titular.id && there(member)),
  ).length
  return { seats, quorum: needed(quorum, seats), filled }
}
