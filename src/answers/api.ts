import { apiRouter } from '../platform/api.ts'
import { outcomesApi } from './api/outcomes.ts'
import { repliesApi } from './api/replies.ts'

export const answerApi = apiRouter()
answerApi.route('/', repliesApi)
answerApi.route('/', outcomesApi)
