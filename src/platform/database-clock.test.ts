import { expect, test, vi } from 'vitest'
import { openHouse } from '../testing.ts'
import { databaseClock } from './database-clock.ts'

test('tells the instant of the database, whatever the clock of the machine says, and asks it seldom', async () => {
  const house = await openHouse()
  const clock = databaseClock(house.db)
  const really = Date.now()
  vi.spyOn(Date, 'now').mockReturnValue(really - 3_600_000)
  const asked = await house.countQueries(async () => {
    for (let turn = 0; turn < 5; turn += 1) expect(Math.abs((await clock()).getTime() - really)).toBeLessThan(60_000)
  })
  vi.restoreAllMocks()
  expect(asked).toBe(1)
})
