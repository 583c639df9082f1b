import { router } from '../platform/http.ts'
import { coveragePages } from './pages/coverage.tsx'
import { editPages } from './pages/edit.tsx'
import { historyPages } from './pages/history.tsx'
import { listPages } from './pages/list.tsx'
import { needPages } from './pages/needs.tsx'
import { projectPages } from './pages/project.tsx'
import { standingPages } from './pages/standing.tsx'

export const portfolioPages = [listPages, coveragePages, editPages, projectPages, needPages, standingPages, historyPages].reduce(
  (all, pages) => all.route('/', pages),
  router(),
)
