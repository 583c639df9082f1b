import { router } from '../platform/http.ts'
import { editPages } from './pages/edit.tsx'
import { historyPages } from './pages/history.tsx'
import { listPages } from './pages/list.tsx'
import { projectPages } from './pages/project.tsx'
import { standingPages } from './pages/standing.tsx'

export const portfolioPages = [listPages, editPages, projectPages, standingPages, historyPages].reduce(
  (all, pages) => all.route('/', pages),
  router(),
)
