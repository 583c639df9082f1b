import { apiRouter } from '../platform/api.ts'
import { bodiesApi } from './api/bodies.ts'
import { calendarsApi } from './api/calendars.ts'
import { decisionsApi } from './api/decisions.ts'
import { meetingsApi } from './api/meetings.ts'
import { minutesApi } from './api/minutes.ts'
import { tasksApi } from './api/tasks.ts'

export const groupApi = apiRouter()

for (const part of [bodiesApi, meetingsApi, minutesApi, decisionsApi, tasksApi, calendarsApi]) groupApi.route('/', part)
