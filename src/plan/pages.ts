import { router } from '../platform/http.ts'
import { actionPages } from './pages/action.tsx'
import { chapterPages } from './pages/chapter.tsx'
import { chaptersPages } from './pages/chapters.tsx'
import { comparePages } from './pages/compare.tsx'
import { declarePages } from './pages/declare.tsx'
import { editionPages } from './pages/editions.tsx'
import { importPages } from './pages/import.tsx'
import { lineagePages } from './pages/lineage.tsx'
import { listPages } from './pages/list.tsx'
import { timelinePages } from './pages/timeline.tsx'

export const pages = router()

for (const some of [
  editionPages,
  importPages,
  comparePages,
  listPages,
  timelinePages,
  chaptersPages,
  chapterPages,
  actionPages,
  declarePages,
  lineagePages,
])
  pages.route('/', some)
