import { router } from '../platform/http.ts'
import { keepAddresses } from './keep-addresses.ts'
import { cyclePages } from './pages/cycles.tsx'
import { describePages } from './pages/describe.tsx'
import { listPages } from './pages/list.tsx'
import { partyPages } from './pages/parties.tsx'
import { phasePages } from './pages/phases.tsx'

export const ecosystemPages = router()

ecosystemPages.use('/ecosistemi/:slug/*', keepAddresses())
for (const pages of [listPages, describePages, partyPages, phasePages, cyclePages]) ecosystemPages.route('/', pages)
