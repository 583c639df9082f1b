import type { NoticeKind } from '../charter/notices.ts'
import { router } from '../platform/http.ts'
import type { Enclosures } from '../platform/mail/enclosed.ts'
import { demoMailPages } from './pages/demo-mails.tsx'
import { followPages } from './pages/follow.tsx'
import { listPages } from './pages/list.tsx'
import { preferencePages } from './pages/preferences.tsx'
import { unsubscribePages } from './pages/unsubscribe.tsx'

export { oneClick } from './pages/unsubscribe.tsx'

/** One's own notices, how they come, and what one follows. */
export function notificationPages({ kinds, enclosures }: { readonly kinds: readonly NoticeKind[]; readonly enclosures: Enclosures }) {
  return router()
    .route('/', listPages)
    .route('/', preferencePages(kinds))
    .route('/', unsubscribePages)
    .route('/', followPages)
    .route('/', demoMailPages(enclosures))
}
