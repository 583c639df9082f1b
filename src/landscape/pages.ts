import { router } from '../platform/http.ts'
import type { Neighbours } from './neighbours.ts'
import { connectPages } from './pages/connect.tsx'
import { editPages } from './pages/edit.tsx'
import { historyPages } from './pages/history.tsx'
import { interconnectionPages } from './pages/interconnection.tsx'
import { interconnectionActPages } from './pages/interconnection-acts.tsx'
import { interconnectionsPages } from './pages/interconnections.tsx'
import { listPages } from './pages/list.tsx'
import { standingPages } from './pages/standing.tsx'
import { systemPages } from './pages/system.tsx'

/** What the rooms beside and above know of texts and projects comes with the mounting. */
export function landscapePages(neighbours: Neighbours) {
  const told = [systemPages, standingPages, historyPages, interconnectionPages, connectPages].map((pages) => pages(neighbours))
  return [listPages, editPages, interconnectionsPages, interconnectionActPages, ...told].reduce(
    (all, pages) => all.route('/', pages),
    router(),
  )
}
