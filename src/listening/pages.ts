import { router } from '../platform/http.ts'
import { amendPages } from './pages/amend.tsx'
import { callHearingPages } from './pages/call-hearing.tsx'
import { editStakeholderPages } from './pages/edit-stakeholder.tsx'
import { hearingPages } from './pages/hearing.tsx'
import { hearingCorrectionPages } from './pages/hearing-correction.tsx'
import { hearingMinutesPages } from './pages/hearing-minutes.tsx'
import { hearingsPages } from './pages/hearings.tsx'
import { invitationPages } from './pages/invitation.tsx'
import { invitePages } from './pages/invite.tsx'
import { listeningFront } from './pages/listening.tsx'
import { markNeedPages } from './pages/mark-need.tsx'
import { registerPages } from './pages/register.tsx'
import { slotPages } from './pages/slots.tsx'
import { stakeholderPages } from './pages/stakeholder.tsx'
import { stakeholdersPages } from './pages/stakeholders.tsx'
import { statementPages } from './pages/statements.tsx'
import type { TakingPart } from './taking-part.ts'

/** One line for each part of the room: the map, the hearings, the needs. */
const map = (takingPart: TakingPart) => [
  listeningFront(takingPart),
  stakeholdersPages(takingPart),
  editStakeholderPages,
  stakeholderPages(takingPart),
]
const hearings = [hearingsPages, callHearingPages, slotPages, hearingPages, invitePages, registerPages, invitationPages]
const minutes = [hearingMinutesPages, markNeedPages, amendPages, hearingCorrectionPages, statementPages]

export function listeningPages(takingPart: TakingPart) {
  return [...map(takingPart), ...hearings, ...minutes].reduce((all, pages) => all.route('/', pages), router())
}

export { needPages } from './need-pages.ts'
