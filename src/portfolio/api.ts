import { apiRouter } from '../platform/api.ts'
import { projectsApi } from './api/projects.ts'

export const portfolioApi = apiRouter()

for (const part of [projectsApi]) portfolioApi.route('/', part)
