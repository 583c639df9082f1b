import { apiRouter } from '../platform/api.ts'
import { needsApi } from './api/needs.ts'
import { projectsApi } from './api/projects.ts'
import { rankingsApi } from './api/rankings.ts'
import { textsApi } from './api/texts.ts'

export const portfolioApi = apiRouter()

for (const part of [projectsApi, needsApi, rankingsApi, textsApi]) portfolioApi.route('/', part)
