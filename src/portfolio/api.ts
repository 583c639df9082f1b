import { apiRouter } from '../platform/api.ts'
import { needsApi } from './api/needs.ts'
import { projectsApi } from './api/projects.ts'
import { rankingsApi } from './api/rankings.ts'

export const portfolioApi = apiRouter()

for (const part of [projectsApi, needsApi, rankingsApi]) portfolioApi.route('/', part)
