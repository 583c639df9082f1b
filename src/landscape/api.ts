import { apiRouter } from '../platform/api.ts'
import { interconnectionsApi } from './api/interconnections.ts'
import { systemsApi } from './api/systems.ts'
import type { Neighbours } from './neighbours.ts'

/** What the rooms beside and above know of texts and projects comes with the mounting. */
export function landscapeApi(neighbours: Neighbours) {
  return [systemsApi, interconnectionsApi].reduce((api, part) => api.route('/', part(neighbours)), apiRouter())
}
