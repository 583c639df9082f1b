import { router } from '../platform/http.ts'
import { editPages } from './pages/edit.tsx'
import { importPages } from './pages/import.tsx'
import { listPages } from './pages/list.tsx'
import { optionRoutes } from './pages/options.ts'
import { organisationPage } from './pages/organisation.tsx'

/** The page of one organisation comes last: its address would take the others' for an id. */
export const pages = router()
  .route('/', listPages)
  .route('/', optionRoutes)
  .route('/', editPages)
  .route('/', importPages)
  .route('/', organisationPage)
