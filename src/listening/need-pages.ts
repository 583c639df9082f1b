import { router } from '../platform/http.ts'
import type { NeedMount } from './coverage.ts'
import { callPages } from './pages/call.tsx'
import { callsPages } from './pages/calls.tsx'
import { likenessPages } from './pages/likenesses.tsx'
import { mergeNeedPages } from './pages/merge-need.tsx'
import { needPagesOf } from './pages/need.tsx'
import { needCsvPages } from './pages/need-csv.ts'
import { needListPages } from './pages/need-list.tsx'
import { proposalPages } from './pages/proposal.tsx'
import { proposalsPages } from './pages/proposals.tsx'
import { proposePages } from './pages/propose.tsx'
import { recordNeedPages } from './pages/record-need.tsx'

/** What covers needs, and where they were heard, other rooms know: it is told where the site is put together. */
export function needPages(mount: NeedMount) {
  // '/esigenze/mie' comes before '/esigenze/:id', which would take it for a need.
  const parts = [
    callsPages,
    callPages,
    proposePages,
    proposalsPages,
    proposalPages,
    likenessPages,
    mergeNeedPages,
    recordNeedPages,
    needListPages(mount),
    needCsvPages(mount),
    needPagesOf(mount),
  ]
  return parts.reduce((all, pages) => all.route('/', pages), router())
}
