import { apiRouter } from '../platform/api.ts'
import type { Answers } from './answers-told.ts'
import { accompanyApi } from './api/accompany.ts'
import { annotationsApi } from './api/annotations.ts'
import { aroundOneApi } from './api/around-one.ts'
import { bulkApi } from './api/bulk.ts'
import { consultationsApi } from './api/consultations.ts'
import { contributionsApi } from './api/contributions.ts'
import { draftsApi } from './api/drafts.ts'
import { questionsApi } from './api/questions.ts'
import { queuesApi } from './api/queues.ts'

export function consultationApi(answers: Answers) {
  const api = apiRouter()
  const parts = [
    consultationsApi,
    questionsApi,
    accompanyApi,
    annotationsApi,
    contributionsApi,
    draftsApi,
    bulkApi(answers),
    queuesApi,
    aroundOneApi,
  ]
  for (const part of parts) api.route('/', part)
  return api
}
