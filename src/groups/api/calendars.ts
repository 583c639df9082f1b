import { createRoute, z } from '@hono/zod-openapi'
import { inLang, paths } from '../../charter/paths.ts'
import { apiRouter, json, refused } from '../../platform/api.ts'
import { secured } from '../../platform/api-routes.ts'
import { issueCalendar, revokeCalendar } from '../actions/calendars.ts'

export const calendarsApi = apiRouter()

const own = { path: '/personal-calendar', tags: ['Meetings'], ...secured }

calendarsApi.openapi(
  createRoute({
    ...own,
    method: 'post',
    summary: 'Make the address of your calendar',
    description: 'Whoever has the address sees your meetings. It is told now and never again; the former one stops working.',
    responses: { 201: json(z.object({ url: z.url() }).openapi('PersonalCalendar'), 'iCalendar, to subscribe to'), ...refused },
  }),
  async (c) => {
    const { lang, baseUrl } = c.var.reader
    c.header('cache-control', 'private, no-store')
    return c.json({ url: new URL(inLang(lang, paths.personalCalendar(await issueCalendar(c.var))), baseUrl).href }, 201)
  },
)

calendarsApi.openapi(
  createRoute({
    ...own,
    method: 'delete',
    summary: 'Revoke the address of your calendar',
    responses: { 204: { description: 'It stopped working' }, ...refused },
  }),
  async (c) => {
    await revokeCalendar(c.var)
    return c.body(null, 204)
  },
)
