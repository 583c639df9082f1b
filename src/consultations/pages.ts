import { router } from '../platform/http.ts'
import type { Answers } from './answers-told.ts'
import { feedPages } from './feed.ts'
import { bulkPages } from './pages/bulk.tsx'
import { calendarPages } from './pages/calendar.tsx'
import { commentModerationPages } from './pages/comment-moderation.tsx'
import { consultationPages } from './pages/consultation.tsx'
import { contributionPages } from './pages/contribution.tsx'
import { contributionDoingPages } from './pages/contribution-doings.tsx'
import { contributionListPages } from './pages/contribution-list.tsx'
import { discardPages } from './pages/discard.tsx'
import { importPages } from './pages/import.tsx'
import { listPages } from './pages/list.tsx'
import { materialPages } from './pages/materials.tsx'
import { milestonePages } from './pages/milestones.tsx'
import { moderationPages } from './pages/moderation.tsx'
import { newConsultationPages } from './pages/new.tsx'
import { otherChannelPages } from './pages/other-channels.tsx'
import { ownPages } from './pages/own.tsx'
import { placePages } from './pages/places.tsx'
import { questionPages } from './pages/questions.tsx'
import { receiptPages } from './pages/receipt.tsx'
import { setUpPages } from './pages/set-up.tsx'
import { stepPages } from './pages/steps.tsx'
import { takePartPages } from './pages/take-part.tsx'
import { textPages } from './pages/text.tsx'

export function consultationRoutes(answers: Answers) {
  const routes = router()
  for (const part of [
    listPages,
    // Before the page of a consultation: the rules stand where its id would.
    moderationPages,
    commentModerationPages,
    ownPages,
    feedPages,
    otherChannelPages,
    bulkPages,
    importPages,
    newConsultationPages,
    setUpPages,
    stepPages,
    questionPages,
    materialPages,
    milestonePages,
    discardPages,
    calendarPages,
    takePartPages,
    textPages(answers),
    placePages,
    receiptPages,
    contributionDoingPages,
    contributionListPages(answers),
    contributionPages(answers),
    consultationPages(answers),
  ])
    routes.route('/', part)
  return routes
}
