import { calendarOf } from '../../platform/calendar.ts'
import { router } from '../../platform/http.ts'
import { eventsOf } from '../calendar.ts'
import { registrationsIn } from '../store/registrations.ts'
import { aroundHearing } from './around-hearing.ts'
import { gatherHearingPage } from './gather-hearing.ts'
import { HearingPage } from './hearing-view.tsx'

export const hearingPages = router()

hearingPages.get('/audizioni/:id', async (c) =>
  c.html(<HearingPage reader={c.var.reader} {...(await gatherHearingPage(c, c.req.param('id')))} />),
)

hearingPages.get('/audizioni/:id/calendario.ics', async (c) => {
  const { db, actor, reader, config } = c.var
  const { hearing, slots } = await aroundHearing(c, c.req.param('id'))
  const registrations = actor.id ? await registrationsIn(db, [hearing.id]) : []
  const withLinks = registrations.some(({ personId, withdrawnAt }) => personId === actor.id && withdrawnAt === null)
  const { lang } = reader
  const text = calendarOf(eventsOf(lang, hearing, slots, withLinks), { lang, baseUrl: config.baseUrl, name: hearing.title })
  return c.body(text, 200, {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': 'inline; filename="calendario.ics"',
    'cache-control': withLinks ? 'private, no-store' : 'public, max-age=300',
  })
})
