import { getEcosystem, nameIn } from '../../ecosystems/index.ts'
import type { Lang } from '../../kernel/lang.ts'
import { type CalendarEvent, calendarOf } from '../../platform/calendar.ts'
import type { Db } from '../../platform/db.ts'
import { router } from '../../platform/http.ts'
import { eventsOf } from '../calendar.ts'
import { listBodies } from '../store/bodies.ts'
import { meetingsOf } from '../store/meetings.ts'

/** What other rooms put in an ecosystem's calendar: they stand beside or above, so whoever mounts this room tells it. */
export type DaysElsewhere = (db: Db, lang: Lang, ecosystemId: string) => Promise<CalendarEvent[]>

/** Meetings, and whatever else has a day in the ecosystem. */
export const ecosystemCalendar = (elsewhere: readonly DaysElsewhere[]) =>
  router().get('/ecosistemi/:slug/calendario.ics', async (c) => {
    const { db, today, reader } = c.var
    const { lang, baseUrl } = reader
    const ecosystem = await getEcosystem(db, c.req.param('slug'), today)
    const bodies = new Map((await listBodies(db, [ecosystem.id])).map((body) => [body.id as string, body.name]))
    const meetings = await meetingsOf(db, [...bodies.keys()])
    const events = eventsOf(
      meetings.map((meeting) => ({ meeting, bodyName: bodies.get(meeting.bodyId) ?? '' })),
      { lang, withLinks: false },
    )
    for (const days of elsewhere) events.push(...(await days(db, lang, ecosystem.id)))
    return c.body(calendarOf(events, { lang, baseUrl, name: nameIn(lang, ecosystem) }), 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="calendario.ics"',
      'cache-control': 'public, max-age=300',
    })
  })
