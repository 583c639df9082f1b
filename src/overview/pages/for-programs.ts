import { inLang, paths } from '../../charter/paths.ts'
import { langs } from '../../kernel/lang.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { addressOf, countAddresses, listAddresses } from '../../search/index.ts'
import { assetUrl } from '../../ui/assets.ts'

export const pagesForPrograms = router()

const kept = { 'cache-control': 'public, max-age=3600' }
const xml = { 'content-type': 'application/xml; charset=utf-8', ...kept }
const head = '<?xml version="1.0" encoding="UTF-8"?>\n'
const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9'
/** A sitemap may hold 50,000 addresses; with both languages, this many things. */
const perMap = 20_000

/** Pages without anything of their own to find. */
const closed = [paths.search, paths.desk, paths.signIn, paths.account, `${paths.report}?`, '/api/v1/search']

pagesForPrograms.get('/robots.txt', (c) => {
  const lines = closed.flatMap((path) => langs.map((lang) => `Disallow: ${inLang(lang, path)}`))
  return c.text(['User-agent: *', ...new Set(lines), '', `Sitemap: ${c.var.config.baseUrl}/sitemap.xml`, ''].join('\n'), 200, kept)
})

pagesForPrograms.get('/sitemap.xml', async (c) => {
  const { baseUrl } = c.var.config
  const maps = Math.max(1, Math.ceil((await countAddresses(c.var.db)) / perMap))
  const entries = Array.from({ length: maps }, (_, index) => `<sitemap><loc>${baseUrl}/sitemap-${index + 1}.xml</loc></sitemap>`)
  return c.body(`${head}<sitemapindex xmlns="${namespace}">\n${entries.join('\n')}\n</sitemapindex>\n`, 200, xml)
})

pagesForPrograms.get('/:map{sitemap-[0-9]{1,4}\\.xml}', async (c) => {
  const page = Number(c.req.param('map').replace(/\D/g, ''))
  if (page < 1) throw new Problem(notFound)
  const found = (await listAddresses(c.var.db, (page - 1) * perMap, perMap)).map(addressOf)
  const addresses = page === 1 ? [...fixed, ...found] : found
  if (addresses.length === 0) throw new Problem(notFound)
  return c.body(
    `${head}<urlset xmlns="${namespace}">\n${addresses.flatMap((path) => entriesOf(c, path)).join('\n')}\n</urlset>\n`,
    200,
    xml,
  )
})

const fixed = [
  paths.home,
  paths.ecosystems,
  paths.plan,
  paths.acts,
  paths.organisations,
  paths.howToReadStates,
  paths.openData,
  paths.accessibility,
  paths.privacy,
  paths.report,
  paths.contact,
]

/** `paths` percent-encodes what XML would mind, except `&`, which no address of ours has. */
function entriesOf(c: Ctx, path: string): string[] {
  return langs.map((lang) => `<url><loc>${c.var.config.baseUrl}${inLang(lang, path)}</loc></url>`)
}

/** For programs that ask before reading any page. */
pagesForPrograms.get('/favicon.ico', (c) => c.redirect(assetUrl('icon.svg'), 302))
