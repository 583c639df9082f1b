import { latestDaily, latestWeekly } from '../platform/jobs/schedule.ts'
import type { Work } from '../platform/jobs.ts'
import type { Audience } from '../platform/telling.ts'
import { sendDigests } from './digest.ts'
import { tellPeople } from './tell.ts'

const hour = 8
const monday = 1

/** What goes on here without anybody asking. */
export function notificationWork(audiences: readonly Audience[]): Work {
  return {
    watches: [(desk) => tellPeople(desk, audiences)],
    schedules: [
      { name: 'notices.daily', task: 'notifications.daily', latest: latestDaily(hour) },
      { name: 'notices.weekly', task: 'notifications.weekly', latest: latestWeekly(monday, hour) },
    ],
    tasks: {
      'notifications.daily': (desk, { at }) => sendDigests(desk, 'daily', new Date(String(at))),
      'notifications.weekly': (desk, { at }) => sendDigests(desk, 'weekly', new Date(String(at))),
    },
  }
}
