import { apiRouter } from '../platform/api.ts'
import { callsApi } from './api/calls.ts'
import { needsApi } from './api/needs.ts'
import type { NeedMount } from './coverage.ts'

export function needApi(mount: NeedMount) {
  const api = apiRouter()
  api.route('/', needsApi(mount))
  api.route('/', callsApi)
  return api
}
