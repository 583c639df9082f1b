import { router } from '../platform/http.ts'
import { callHearingPages } from './pages/call-hearing.tsx'
import { editStakeholderPages } from './pages/edit-stakeholder.tsx'
import { hearingPages } from './pages/hearing.tsx'
import { hearingsPages } from './pages/hearings.tsx'
import { invitationPages } from './pages/invitation.tsx'
import { invitePages } from './pages/invite.tsx'
import { registerPages } from './pages/register.tsx'
import { slotPages } from './pages/slots.tsx'
import { stakeholderPages } from './pages/stakeholder.tsx'
import { stakeholdersPages } from './pages/stakeholders.tsx'

/** One line for each part of the room: the map, the hearings, the needs. */
const map = [stakeholdersPages, editStakeholderPages, stakeholderPages]
const hearings = [hearingsPages, callHearingPages, slotPages, hearingPages, invitePages, registerPages, invitationPages]

export const listeningPages = [...map, ...hearings].reduce((all, pages) => all.route('/', pages), router())

export { needPages } from './need-pages.ts'
