import { router } from '../platform/http.ts'
import { feed } from './feed.ts'
import { actPage } from './pages/act.tsx'
import { listPages } from './pages/list.tsx'

export const pages = router().route('/', listPages).route('/', feed).route('/', actPage)
