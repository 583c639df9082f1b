import { apiRouter } from '../platform/api.ts'
import { hearingMinutesApi } from './api/hearing-minutes.ts'
import { hearingPeopleApi } from './api/hearing-people.ts'
import { hearingsApi } from './api/hearings.ts'
import { stakeholdersApi } from './api/stakeholders.ts'
import type { TakingPart } from './taking-part.ts'

/** One line for each part of the room: the map, the hearings, the needs. */
export function listeningApi(takingPart: TakingPart) {
  const api = apiRouter()
  const parts: readonly ReturnType<typeof apiRouter>[] = [stakeholdersApi(takingPart), hearingsApi, hearingMinutesApi, hearingPeopleApi]
  for (const part of parts) api.route('/', part)
  return api
}

export { needApi } from './need-api.ts'
