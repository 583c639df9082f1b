import { describe, expect, test } from 'vitest'
import { citizen, openHouse, type TestHouse } from '../testing.ts'
import { withNotices } from './test-notices.ts'

describe('the API', () => {
  test('lists notices, marks them, and keeps preferences and follows', async () => {
    const house = await openHouse()
    const { ada, slug } = await withNotices(house, 1)
    const json = async (path: string, options: Parameters<TestHouse['ask']>[1] = {}) =>
      (await (await house.ask(`/api/v1${path}`, { as: ada, ...options })).json()) as never
    const list: { items: { id: string; readAt: string | null }[]; next: null } = await json('/notices?unread=true')
    expect(list).toMatchObject({
      items: [{ kind: 'following', title: { en: 'Health: started the Envisioning phase' }, readAt: null }],
      next: null,
    })
    expect(await json(`/notices/${list.items[0]?.id}`, { method: 'PATCH', json: { read: true } })).toMatchObject({
      readAt: expect.any(String),
    })
    expect(await json('/notices?unread=true')).toMatchObject({ items: [] })
    expect(await json('/notice-preferences')).toMatchObject({ following: 'weekly', meetings: 'at-once' })
    expect(await json('/notice-preferences', { method: 'PUT', json: { following: 'off' } })).toMatchObject({
      following: 'off',
      meetings: 'at-once',
    })
    expect(await json('/notice-preferences', { method: 'PUT', json: { following: 'hourly' } })).toMatchObject({ status: 422 })
    expect(await json(`/ecosystems/${slug}/follow`, { method: 'DELETE' })).toEqual({ following: false })
    expect(await json(`/ecosystems/${slug}/follow`, { method: 'PUT' })).toEqual({ following: true })
  })

  test('refuses nobody and tokens of other rooms', async () => {
    const house = await openHouse()
    expect((await house.ask('/api/v1/notices')).status).toBe(401)
    expect((await house.ask('/api/v1/notices', { as: { ...citizen(), onlyRooms: ['plan'] } })).status).toBe(403)
  })
})
