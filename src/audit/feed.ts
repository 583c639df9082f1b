import { Feed } from 'feed'
import { inLang, paths, withQuery } from '../charter/paths.ts'
import { formatDay, say } from '../kernel/words.ts'
import { router } from '../platform/http.ts'
import { queryOf, readAddress, whichActs } from './address.ts'
import { messages } from './messages.ts'
import { namesIn, sentenceOf } from './names.ts'
import { listActs } from './store.ts'
import { placeAndAbout } from './telling.ts'

export const feed = router()

/** The latest acts for feed readers, with the filters of the page. */
feed.get(paths.actsFeed, async (c) => {
  const { db, reader, config } = c.var
  const { lang, baseUrl } = reader
  const { da: _, ...address } = readAddress(c.req.query())
  const { which } = await whichActs(db, address, c.var.today)
  const { items } = await listActs(db, which, undefined, 50)
  const names = await namesIn(db, items)
  const at = (path: string) => new URL(inLang(lang, path), baseUrl).href
  const atom = new Feed({
    id: at(withQuery(paths.acts, queryOf(address))),
    title: `Simbiosi: ${say(lang, messages, 'title')}`,
    description: say(lang, messages, 'lead'),
    link: at(withQuery(paths.acts, queryOf(address))),
    language: lang,
    author: { name: config.ownerName },
    updated: new Date(items[0]?.at ?? 0),
    generator: false,
    feedLinks: { atom: at(withQuery(paths.actsFeed, queryOf(address))) },
  })
  for (const act of items) {
    atom.addItem({
      id: new URL(paths.act(act.id), baseUrl).href,
      title: asHtml(sentenceOf(lang, act, names)),
      link: at(paths.act(act.id)),
      date: new Date(act.at),
      description: asHtml(`${placeAndAbout(lang, act, names)}, ${formatDay(lang, act.day)}`),
    })
  }
  return c.body(atom.atom1(), 200, { 'content-type': 'application/atom+xml; charset=utf-8' })
})

/** The library gives titles and summaries out as HTML: plain text must become such. */
function asHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
