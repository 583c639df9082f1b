import { apiRouter } from '../platform/api.ts'
import { hearingMinutesApi } from './api/hearing-minutes.ts'
import { hearingsApi } from './api/hearings.ts'
import { stakeholdersApi } from './api/stakeholders.ts'

export const listeningApi = apiRouter()

/** One line for each part of the room: the map, the hearings, the needs. */
const parts: readonly ReturnType<typeof apiRouter>[] = [stakeholdersApi, hearingsApi, hearingMinutesApi]

for (const part of parts) listeningApi.route('/', part)

export { needApi } from './need-api.ts'
