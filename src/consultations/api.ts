import { apiRouter } from '../platform/api.ts'
import { consultationsApi } from './api/consultations.ts'
import { contributionsApi } from './api/contributions.ts'

export const consultationApi = apiRouter()

for (const part of [consultationsApi, contributionsApi]) consultationApi.route('/', part)
