import { createRoute, z } from '@hono/zod-openapi'
import { inLang } from '../charter/paths.ts'
import { langs } from '../kernel/lang.ts'
import { apiRouter, json, PageQuery, pageOf, refused } from '../platform/api.ts'
import { addressOf, kinds } from './rules.ts'
import { search } from './store.ts'

export const searchApi = apiRouter()

const FoundJson = z
  .object({
    kind: z.enum(kinds),
    id: z.string().openapi({ description: 'The id of the thing found; for a chapter, of the whole chapter' }),
    title: z.string().openapi({ example: 'Beni culturali e turismo' }),
    excerpt: z.string().nullable().openapi({ description: 'Words around those sought' }),
    url: z.url().openapi({ description: 'The page where a person reads it' }),
  })
  .openapi('Found')

const SearchQuery = PageQuery.extend({
  q: z.string().trim().min(1).max(200).openapi({ description: 'Words, in Italian or English; "in a row", -left out', example: 'musei' }),
  kind: z.enum(kinds).optional(),
  lang: z.enum(langs).default('it').openapi({ description: 'The language of titles and excerpts, where both exist' }),
  limit: z.coerce.number().int().min(1).max(50).default(20),
})

const SearchJson = pageOf(FoundJson).extend({
  counts: z.partialRecord(z.enum(kinds), z.number().int()).openapi({ description: 'How many of each kind, counted up to 500' }),
  reading: z.enum(['all', 'corrected', 'some']).openapi({ description: 'All the words, those words set right, or only some of them' }),
  words: z.string().openapi({ description: 'The words that were looked for in the end' }),
})

const route = createRoute({
  method: 'get',
  path: '/search',
  tags: ['search'],
  summary: 'Search ecosystems, actions, results, chapters and organisations',
  request: { query: SearchQuery },
  responses: { 200: json(SearchJson, 'What was found, the closest first'), ...refused },
})

const marks = /[\uE000\uE001]/g

searchApi.openapi(route, async (c) => {
  const { q, kind = null, lang, cursor = null, limit } = c.req.valid('query')
  const { items, ...answer } = await search(c.var.db, { words: q, kind, lang, cursor, limit })
  const { baseUrl } = c.var.config
  return c.json(
    {
      ...answer,
      items: items.map((found) => ({
        kind: found.kind,
        id: found.id,
        title: found.title.replace(marks, ''),
        excerpt: found.excerpt?.replace(marks, '') ?? null,
        url: baseUrl + inLang(lang, addressOf(found)),
      })),
    },
    200,
  )
})
