import { createRoute, z } from '@hono/zod-openapi'
import { type NoticeKind, noticeKinds } from '../charter/notices.ts'
import { inLang } from '../charter/paths.ts'
import { apiRouter, body, json, PageQuery, pageOf, refused } from '../platform/api.ts'
import type { Ctx } from '../platform/http.ts'
import { arrangeNotices, CadenceField, followEcosystem, markRead, reader } from './actions.ts'
import type { Notice } from './rules.ts'
import { getNotice, noticesOf } from './store/notices.ts'
import { preferencesOf } from './store/preferences.ts'

export const notificationApi = apiRouter()

const tags = ['Notices']
const security = [{ token: [] }]

const InBothLanguages = z.object({ it: z.string(), en: z.string() })

const NoticeJson = z
  .object({
    id: z.uuid(),
    kind: z.enum(noticeKinds),
    title: InBothLanguages.openapi({ example: { it: 'Sanità: avviata la fase Design', en: 'Health: started the Design phase' } }),
    text: InBothLanguages.nullable(),
    url: z.url().openapi({ description: 'The page that shows what happened' }),
    at: z.iso.datetime(),
    readAt: z.iso.datetime().nullable(),
  })
  .openapi('Notice')

function noticeJson(c: Ctx, { id, kind, words: { it, en }, address, at, readAt }: Notice): z.output<typeof NoticeJson> {
  return {
    id,
    kind,
    title: { it: it.title, en: en.title },
    text: it.text !== undefined && en.text !== undefined ? { it: it.text, en: en.text } : null,
    url: c.var.config.baseUrl + inLang(c.var.reader.lang, address),
    at: at.toISOString(),
    readAt: readAt?.toISOString() ?? null,
  }
}

const NoticeQuery = PageQuery.extend({
  unread: z.enum(['true', 'false']).default('false').openapi({ description: 'Only those still to be read' }),
})

notificationApi.openapi(
  createRoute({
    method: 'get',
    path: '/notices',
    tags,
    security,
    summary: 'Your notices, those still to be read first',
    request: { query: NoticeQuery },
    responses: { 200: json(pageOf(NoticeJson), 'Unread before read, the newest first'), ...refused },
  }),
  async (c) => {
    const { cursor = null, limit, unread } = c.req.valid('query')
    const { items, next } = await noticesOf(c.var.db, reader(c.var).id, { cursor, limit, unread: unread === 'true' })
    return c.json({ items: items.map((notice) => noticeJson(c, notice)), next }, 200)
  },
)

notificationApi.openapi(
  createRoute({
    method: 'patch',
    path: '/notices/{id}',
    tags,
    security,
    summary: 'Mark a notice as read, or as still to be read',
    request: { params: z.object({ id: z.uuid() }), ...body(z.object({ read: z.boolean() })) },
    responses: { 200: json(NoticeJson, 'As it now is'), ...refused },
  }),
  async (c) => {
    const { id } = c.req.valid('param')
    await markRead(c.var, id, c.req.valid('json').read)
    return c.json(noticeJson(c, await getNotice(c.var.db, reader(c.var).id, id)), 200)
  },
)

const PreferencesJson = z
  .object(Object.fromEntries(noticeKinds.map((kind) => [kind, CadenceField])) as Record<NoticeKind, typeof CadenceField>)
  .openapi('NoticePreferences', { description: 'How often the mails of each kind come. On the site all notices are kept.' })

notificationApi.openapi(
  createRoute({
    method: 'get',
    path: '/notice-preferences',
    tags,
    security,
    summary: 'How often you get the mails of each kind',
    responses: { 200: json(PreferencesJson, 'What you chose, or the usual'), ...refused },
  }),
  async (c) => c.json(await preferencesOf(c.var.db, reader(c.var).id), 200),
)

notificationApi.openapi(
  createRoute({
    method: 'put',
    path: '/notice-preferences',
    tags,
    security,
    summary: 'Choose how often you get the mails of each kind',
    request: body(PreferencesJson.partial()),
    responses: { 200: json(PreferencesJson, 'What now holds; kinds left out stay as they were'), ...refused },
  }),
  async (c) => c.json(await arrangeNotices(c.var, c.req.valid('json')), 200),
)

const Slug = z.object({ slug: z.string().max(120) })
const FollowJson = z.object({ following: z.boolean() })

for (const [method, following, summary] of [
  ['put', true, 'Follow an ecosystem: its official acts come among your notices'],
  ['delete', false, 'Cease to follow an ecosystem'],
] as const)
  notificationApi.openapi(
    createRoute({
      method,
      path: '/ecosystems/{slug}/follow',
      tags,
      security,
      summary,
      request: { params: Slug },
      responses: { 200: json(FollowJson, 'As it now is'), ...refused },
    }),
    async (c) => {
      await followEcosystem(c.var, c.req.valid('param').slug, following)
      return c.json({ following }, 200)
    },
  )
