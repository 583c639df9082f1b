import { apiRouter } from '../platform/api.ts'
import { accompanyApi } from './api/accompany.ts'
import { annotationsApi } from './api/annotations.ts'
import { aroundOneApi } from './api/around-one.ts'
import { bulkApi } from './api/bulk.ts'
import { consultationsApi } from './api/consultations.ts'
import { contributionsApi } from './api/contributions.ts'
import { draftsApi } from './api/drafts.ts'
import { questionsApi } from './api/questions.ts'
import { queuesApi } from './api/queues.ts'

export const consultationApi = apiRouter()

for (const part of [
  consultationsApi,
  questionsApi,
  accompanyApi,
  annotationsApi,
  contributionsApi,
  draftsApi,
  bulkApi,
  queuesApi,
  aroundOneApi,
])
  consultationApi.route('/', part)
