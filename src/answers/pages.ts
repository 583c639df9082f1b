import { router } from '../platform/http.ts'
import { preparedPages } from './pages/prepared.tsx'
import { queuePages } from './pages/queue.tsx'
import { replyPages } from './pages/reply.tsx'

/** The page of one reply comes last: its address would take the others' for an id. */
export const answerPages = router().route('/', queuePages).route('/', preparedPages).route('/', replyPages)
