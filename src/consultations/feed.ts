import { Feed } from 'feed'
import { inLang, paths } from '../charter/paths.ts'
import { say } from '../kernel/words.ts'
import { calendarOf } from '../platform/calendar.ts'
import { router } from '../platform/http.ts'
import { freshFor } from '../platform/public-pages.ts'
import { daysOf } from './calendar.ts'
import { milestoneWords } from './messages/accompany.ts'
import { contributionWords } from './messages/contributions.ts'
import { aroundOpened } from './pages/around.tsx'
import { signaturesOf } from './people.ts'
import { receiptNumber } from './rules/contributions.ts'
import { listContributions } from './store/listing.ts'
import { milestonesOf } from './store/milestones.ts'

export const feedPages = router()

/** The latest contributions that can be read, for feed readers. */
feedPages.get('/consultazioni/:id/feed.atom', async (c) => {
  freshFor(c, 2)
  const { db, reader, config } = c.var
  const { lang, baseUrl } = reader
  const { consultation, title } = await aroundOpened(c)
  const { items } = await listContributions(db, { consultationId: consultation.id, state: 'visible', limit: 50 })
  const by = await signaturesOf(db, lang, items)
  const at = (path: string) => new URL(inLang(lang, path), baseUrl).href
  const atom = new Feed({
    id: at(paths.contributions(consultation.id)),
    title: asHtml(title),
    description: say(lang, contributionWords, 'listLead'),
    link: at(paths.contributions(consultation.id)),
    language: lang,
    author: { name: config.ownerName },
    updated: items[0]?.receivedAt ?? consultation.openedAt,
    generator: false,
    feedLinks: { atom: at(paths.consultationFeed(consultation.id)) },
  })
  for (const one of items)
    atom.addItem({
      id: new URL(paths.contribution(consultation.id, one.number), baseUrl).href,
      title: asHtml(`${receiptNumber(one)}, ${by(one)}`),
      link: at(paths.contribution(consultation.id, one.number)),
      date: one.changedAt ?? one.receivedAt,
      description: asHtml(one.text ?? ''),
    })
  return c.body(atom.atom1(), 200, { 'content-type': 'application/atom+xml; charset=utf-8' })
})

/** Opening, closing and the dates between, for calendars. */
feedPages.get('/consultazioni/:id/calendario.ics', async (c) => {
  const { db, reader } = c.var
  const { consultation, title } = await aroundOpened(c)
  const days = daysOf(reader.lang, consultation, await milestonesOf(db, consultation.id))
  const name = say(reader.lang, milestoneWords, 'calendarName', { title })
  return c.body(calendarOf(days, { lang: reader.lang, baseUrl: reader.baseUrl, name }), 200, {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': 'inline; filename="consultazione.ics"',
    'cache-control': 'public, max-age=300',
  })
})

/** The library gives titles and summaries out as HTML: plain text must become such. */
function asHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
