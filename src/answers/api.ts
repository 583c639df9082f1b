import { apiRouter } from '../platform/api.ts'
import { besideApi } from './api/beside.ts'
import { outcomesApi } from './api/outcomes.ts'
import { repliesApi } from './api/replies.ts'

export const answerApi = apiRouter()
answerApi.route('/', repliesApi)
answerApi.route('/', outcomesApi)
answerApi.route('/', besideApi)
