import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { Problem } from '../kernel/problem.ts'
import { readConfig } from '../platform/config.ts'
import { startDemoClock } from '../platform/demo-clock.ts'
import { router } from '../platform/http.ts'
import { openHouse, somebody, type TestHouse } from '../testing.ts'
import { moveClock } from './actions.ts'
import { clockPages } from './pages/demo-clock.tsx'

const address = '/dimostrazione/orologio'

async function offsetIn({ db }: TestHouse): Promise<number> {
  const { rows } = await sql<{
    days: number
  }>`select round((value::text)::numeric / 86400000)::int as days from setting where name = 'demo-clock-offset'`.execute(db)
  return rows[0]?.days ?? Number.NaN
}

describe('the clock of the demonstration', () => {
  test('goes forward by a step or to a day, tells so, and keeps it in the record', async () => {
    const house = await openHouse()
    await startDemoClock(house.db)
    const administrator = somebody('administrator')
    const before = await offsetIn(house)
    const stepped = await house.ask(address, { as: administrator, form: { step: '30' } })
    expect([stepped.status, stepped.headers.get('location')]).toEqual([303, `${address}?fatto=30`])
    const chosen = await house.ask(`/en${address}`, { as: administrator, form: { step: '', to: '2020-07-25' } })
    expect([chosen.status, chosen.headers.get('location')]).toEqual([303, `/en${address}?fatto=3`])
    expect((await offsetIn(house)) - before).toBe(33)
    const { rows } = await sql<{ facts: unknown }>`select facts from event where act = 'platform.move-clock' order by at, id`.execute(
      house.db,
    )
    expect(rows.map(({ facts }) => facts)).toEqual([{ days: 30 }, { days: 3 }])
    expect(await house.read(`${address}?fatto=30`, administrator)).toContain('L’orologio è andato avanti di 30 giorni')
  })

  test.each([
    [{ to: '2020-07-22' }, 'L’orologio va solo avanti'],
    [{ to: '2020-07-01' }, 'L’orologio va solo avanti'],
    [{ to: '2022-07-22' }, 'Troppo lontano'],
    [{ to: '2020-02-30' }, 'un giorno che esiste'],
    [{}, 'Scegli di quanto andare avanti'],
    [{ step: '-7' }, 'Scegli una delle voci'],
  ])('does not move for %j, and says why', async (form, why) => {
    const house = await openHouse()
    await startDemoClock(house.db)
    const before = await offsetIn(house)
    const answer = await house.ask(address, { as: somebody('administrator'), form: form as Record<string, string> })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(why)
    expect(await offsetIn(house)).toBe(before)
  })

  test('is moved by administrators alone', async () => {
    const house = await openHouse()
    await startDemoClock(house.db)
    expect((await house.ask(address, { as: somebody(['officer', 'lead', 'analyst']), form: { step: '1' } })).status).toBe(403)
    expect((await house.ask(address, { form: { step: '1' } })).status).toBe(401)
    await expect(moveClock(house.desk(somebody('officer')), { step: '1', to: null })).rejects.toMatchObject({ kind: { status: 403 } })
    const html = await house.read(address)
    expect(html).toContain('Solo chi amministra')
    expect(html).not.toContain('name="step"')
    expect(await house.read(`${address}?fatto=9`)).not.toContain('andato avanti di 9')
  })

  test('does not exist outside a demonstration', async () => {
    const config = readConfig({ BASE_URL: 'http://127.0.0.1', SECRET: 'a'.repeat(40) }, false)
    const site = router()
    site.onError((error, c) => c.text('', error instanceof Problem ? error.kind.status : 500))
    site.use(async (c, next) => {
      c.set('config', config)
      c.set('actor', somebody('administrator'))
      await next()
    })
    site.route('/', clockPages)
    expect((await site.request(address)).status).toBe(404)
    expect((await site.request(address, { method: 'POST' })).status).toBe(404)
  })
})
