import { expect, test } from 'vitest'
import { allow, platform } from '../charter/policy.ts'
import { openHouse, type TestHouse } from '../testing.ts'
import type { Db } from './db.ts'
import { followEvents } from './follow.ts'
import type { Desk } from './http.ts'
import { record } from './record.ts'

const happen = (tx: Db, desk: Desk, subject: string) => record(tx, allow(desk, 'plan.declare', platform), subject)

/** Follows once, and tells the subjects of what was handed over. */
async function followed(house: TestHouse, name = 'test'): Promise<string[]> {
  const seen: string[] = []
  await followEvents(house.db, name, async (_, events) => void seen.push(...events.map(({ subjectId }) => subjectId)))
  return seen
}

test('a follower begins with what happens after it began', async () => {
  const house = await openHouse()
  await happen(house.db, house.desk(), 'before')
  expect(await followed(house)).toEqual([])
  await happen(house.db, house.desk(), 'after')
  expect(await followed(house)).toEqual(['after'])
  expect(await followed(house)).toEqual([])
})

test('an event that began early and was committed late is not skipped', async () => {
  const house = await openHouse()
  await followed(house)
  const late = await house.db.startTransaction().execute()
  await happen(late, house.desk(), 'begun first')
  await happen(house.db, house.desk(), 'committed first')
  expect(await followed(house)).toEqual(['committed first'])
  await late.commit().execute()
  expect(await followed(house)).toEqual(['begun first'])
})

test('what a follower fails to take is handed to it again, with nothing left of the failure', async () => {
  const house = await openHouse()
  await followed(house)
  await happen(house.db, house.desk(), 'one')
  const failing = followEvents(house.db, 'test', async (tx) => {
    await tx.insertInto('setting').values({ name: 'trace', value: '1' }).execute()
    throw new Error('killed')
  })
  await expect(failing).rejects.toThrow('killed')
  expect(await house.db.selectFrom('setting').selectAll().where('name', '=', 'trace').execute()).toEqual([])
  expect(await followed(house)).toEqual(['one'])
})

test('several processes that follow together take each event once, and each follower has its own pace', async () => {
  const house = await openHouse()
  await followed(house)
  await followed(house, 'other')
  for (let n = 0; n < 30; n += 1) await happen(house.db, house.desk(), `${n}`)
  const rounds = await Promise.all([followed(house), followed(house), followed(house)])
  expect(rounds.flat().concat(await followed(house))).toHaveLength(30)
  expect(await followed(house, 'other')).toHaveLength(30)
})
