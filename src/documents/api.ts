import { apiRouter } from '../platform/api.ts'
import { documentsApi } from './api/documents.ts'
import { versionsApi } from './api/versions.ts'
import type { Neighbours } from './pages/around.tsx'

export function documentApi(neighbours: Neighbours) {
  const api = apiRouter()
  for (const part of [documentsApi, versionsApi]) api.route('/', part(neighbours))
  return api
}
