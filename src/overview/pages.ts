import { router } from '../platform/http.ts'
import { clockPages } from './pages/demo-clock.tsx'
import { deskPages } from './pages/desk.tsx'
import { ecosystemPages } from './pages/ecosystem.tsx'
import { pagesForPrograms } from './pages/for-programs.ts'
import { homePages } from './pages/home.tsx'
import { accessibilityPages } from './pages/information/accessibility.tsx'
import { contactPages } from './pages/information/contact.tsx'
import { openDataPages } from './pages/information/open-data.tsx'
import { privacyPages } from './pages/information/privacy.tsx'
import { statesPages } from './pages/information/states.tsx'

export const overviewPages = router()

for (const part of [
  homePages,
  ecosystemPages,
  deskPages,
  clockPages,
  statesPages,
  accessibilityPages,
  contactPages,
  privacyPages,
  openDataPages,
  pagesForPrograms,
])
  overviewPages.route('/', part)
