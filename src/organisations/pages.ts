import { router } from '../platform/http.ts'
import { editPages } from './pages/edit.tsx'
import { importPages } from './pages/import.tsx'
import { listPages } from './pages/list.tsx'
import { optionRoutes } from './pages/options.ts'
import { organisationPage } from './pages/organisation.tsx'
import type { PartsTaken } from './pages/parts-taken.tsx'

/** The page of one organisation comes last: its address would take the others' for an id. */
export function organisationPages({ partsTaken }: { readonly partsTaken: PartsTaken }) {
  return router()
    .route('/', listPages)
    .route('/', optionRoutes)
    .route('/', editPages)
    .route('/', importPages)
    .route('/', organisationPage(partsTaken))
}
