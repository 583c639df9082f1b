import { router } from '../platform/http.ts'
import { coveragePages } from './pages/coverage.tsx'
import { editPages } from './pages/edit.tsx'
import { historyPages } from './pages/history.tsx'
import { listPages } from './pages/list.tsx'
import { needPages } from './pages/needs.tsx'
import { perimeterPages } from './pages/perimeter.tsx'
import { perimeterItemPages } from './pages/perimeter-item.tsx'
import { projectPages } from './pages/project.tsx'
import { rankingPages } from './pages/ranking.tsx'
import { methodPages } from './pages/ranking-method.tsx'
import { scorePages } from './pages/ranking-scores.tsx'
import { stepPages } from './pages/ranking-steps.tsx'
import { rankingsPages } from './pages/rankings.tsx'
import { standingPages } from './pages/standing.tsx'
import { visionPages } from './pages/vision.tsx'
import { visionItemPages } from './pages/vision-item.tsx'

const projects = [listPages, coveragePages, editPages, projectPages, needPages, standingPages, historyPages]
const rankings = [rankingsPages, rankingPages, methodPages, scorePages, stepPages]
const texts = [perimeterPages, perimeterItemPages, visionPages, visionItemPages]

export const portfolioPages = [...projects, ...rankings, ...texts].reduce((all, pages) => all.route('/', pages), router())
