import { apiRouter } from '../platform/api.ts'

export const listeningApi = apiRouter()

const parts: readonly ReturnType<typeof apiRouter>[] = []

for (const part of parts) listeningApi.route('/', part)

export { needApi } from './need-api.ts'
