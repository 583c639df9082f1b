import type { Audience } from '../platform/telling.ts'
import { invitedToHearings, registeredInHearings } from './audiences/hearings.ts'
import { readersOfHearingMinutes } from './audiences/minutes.ts'
import { authorsOfNeeds, authorsOfProposals } from './audiences/needs.ts'

/** Who is told of what goes on in hearings and of the needs that come out of them. */
export const listeningAudiences: readonly Audience[] = [
  invitedToHearings,
  registeredInHearings,
  readersOfHearingMinutes,
  authorsOfProposals,
  authorsOfNeeds,
]
