import type { Audience } from '../platform/telling.ts'
import { invitedToMeetings } from './audiences/meetings.ts'
import { hearersOfDecisions, readersOfMinutes } from './audiences/minutes.ts'
import { membersOfBodies, ownersOfTasks } from './audiences/people.ts'

/** Who is told of what goes on in bodies. */
export const groupAudiences: readonly Audience[] = [invitedToMeetings, readersOfMinutes, hearersOfDecisions, membersOfBodies, ownersOfTasks]
