import { router } from '../platform/http.ts'
import { editStakeholderPages } from './pages/edit-stakeholder.tsx'
import { stakeholderPages } from './pages/stakeholder.tsx'
import { stakeholdersPages } from './pages/stakeholders.tsx'

/** One line for each part of the room: the map, the hearings, the needs. */
const map = [stakeholdersPages, editStakeholderPages, stakeholderPages]

export const listeningPages = [...map].reduce((all, pages) => all.route('/', pages), router())

export { needPages } from './need-pages.ts'
