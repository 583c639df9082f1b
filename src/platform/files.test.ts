import { describe, expect, test } from 'vitest'
import { nobody } from '../charter/policy.ts'
import { openHouse, somebody, type TestHouse } from '../testing.ts'
import { aPdf } from './files/samples.ts'
import { documentKinds, fileRoutes, forgetFile, keepFile, megabyte, openFile, readFile } from './files.ts'
import { router } from './http.ts'

const now = new Date('2020-07-22T07:00:00Z')

const keep = (house: TestHouse, name: string, bytes: Buffer, { open = true } = {}) =>
  keepFile(house.db, { room: 'groups', name, bytes, allowed: documentKinds, open, now })

describe('a file', () => {
  test('is kept with the type of its content and given back byte for byte, in parts', async () => {
    const house = await openHouse()
    const bytes = aPdf(3 * 256 * 1024)
    const file = await keep(house, 'Decreto istitutivo n. 12.pdf', bytes)
    expect(file).toMatchObject({ name: 'Decreto istitutivo n. 12.pdf', type: 'application/pdf', size: bytes.length })
    expect((await readFile(house.db, file.id)).equals(bytes)).toBe(true)
    expect(Buffer.from(await (await house.ask(`/file/${file.id}`)).arrayBuffer()).equals(bytes)).toBe(true)
    await forgetFile(house.db, file.id)
    expect((await house.ask(`/file/${file.id}`)).status).toBe(404)
  })

  test('of fifty megabytes is turned away while it comes, with what to do', async () => {
    const house = await openHouse()
    const file = new Blob([new Uint8Array(50 * megabyte)])
    const answer = await house.ask('/organizzazioni/importa', { as: somebody('officer'), form: { file } })
    expect(answer.status).toBe(413)
    expect(await answer.text()).toContain('il limite è 32 MB. Riducilo')
  })
})

describe('the address of a file', () => {
  test('downloads, never opens, and touches no cookie', async () => {
    const house = await openHouse()
    const file = await keep(house, '..\\Città «ordine».pdf', aPdf())
    const answer = await house.ask(`/file/${file.id}`, { headers: { cookie: 'session=not-a-session' } })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="Citta ordine.pdf"; filename*=UTF-8''Citt%C3%A0%20%C2%ABordine%C2%BB.pdf`,
    )
    expect(answer.headers.get('content-security-policy')).toContain('sandbox')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(answer.headers.get('cache-control')).toBe('public, max-age=300')
    const again = await house.ask(`/file/${file.id}`, { headers: { 'if-none-match': answer.headers.get('etag') ?? '' } })
    expect(again.status).toBe(304)
  })

  test('of a file that is not open shows it only to those its room lets in', async () => {
    const house = await openHouse()
    const file = await keep(house, 'interno.pdf', aPdf(), { open: false })
    expect((await house.ask(`/file/${file.id}`, { as: somebody('administrator') })).status).toBe(404)
    const secretary = somebody('secretary')
    const routes = fileRoutes({ mayRead: { groups: (c) => c.var.actor.id === secretary.id } })
    const app = (actor = nobody) =>
      router()
        .use(async (c, next) => {
          c.set('db', house.db)
          c.set('actor', actor)
          await next()
        })
        .onError(() => new Response(null, { status: 404 }))
        .route('/', routes)
        .request(`/file/${file.id}`)
    expect((await app()).status).toBe(404)
    const read = await app(secretary)
    expect(read.status).toBe(200)
    expect(read.headers.get('cache-control')).toBe('private, no-store')
    await openFile(house.db, file.id, true)
    expect((await app()).status).toBe(200)
  })

  test.each(['', 'nulla', '../../etc/passwd', '0192f0c1-0000-7000-8000-000000000000'])('«%s» is not found', async (id) => {
    const house = await openHouse()
    expect((await house.ask(`/file/${encodeURIComponent(id)}`)).status).toBe(404)
  })
})
