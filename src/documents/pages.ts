import { router } from '../platform/http.ts'
import type { Neighbours } from './pages/around.tsx'
import { comparePage } from './pages/compare.tsx'
import { describePages } from './pages/describe.tsx'
import { documentPage } from './pages/document.tsx'
import { draftPages } from './pages/draft.tsx'
import { exportPages } from './pages/export.ts'
import { historyPages } from './pages/history.tsx'
import { importPages } from './pages/import.tsx'
import { listPages } from './pages/list.tsx'
import { movePages } from './pages/move.tsx'
import { newSectionPages } from './pages/new-section.tsx'
import { versionPage } from './pages/version.tsx'
import { versionActPages } from './pages/version-acts.tsx'
import { writePages } from './pages/write.tsx'

export type { Neighbours } from './pages/around.tsx'

const all = [
  listPages,
  documentPage,
  describePages,
  versionActPages,
  versionPage,
  comparePage,
  draftPages,
  writePages,
  historyPages,
  movePages,
  newSectionPages,
  exportPages,
  importPages,
]

/** What the rooms beside and above know of bodies, decisions and the things that texts speak of comes with the mounting. */
export function documentPages(neighbours: Neighbours) {
  return all.reduce((pages, part) => pages.route('/', part(neighbours)), router())
}
