import { router } from '../platform/http.ts'
import { evaluationPages } from './pages/evaluation.tsx'
import { outcomePages } from './pages/outcomes.tsx'
import { outcomeEditPages } from './pages/outcomes-edit.tsx'
import { preparedPages } from './pages/prepared.tsx'
import { publicationPages } from './pages/publication.tsx'
import { queuePages } from './pages/queue.tsx'
import { replyPages } from './pages/reply.tsx'

export const answerPages = router()

// The page of one reply comes last: its address would take the others' for an id.
for (const part of [queuePages, preparedPages, publicationPages, outcomeEditPages, outcomePages, evaluationPages, replyPages])
  answerPages.route('/', part)
