import { expect, test } from 'vitest'
import { allow, type Permit, platform } from '../charter/policy.ts'
import { openHouse, somebody } from '../testing.ts'
import { transact } from './db.ts'
import { record } from './record.ts'

const settings = (db: Awaited<ReturnType<typeof openHouse>>['db']) => db.selectFrom('setting').select('name').execute()

test('an act that forgets to record its permit is undone', async () => {
  const house = await openHouse()
  const desk = house.desk(somebody('officer'))
  const act = transact(desk.db, async (tx) => {
    allow(desk, 'plan.import', platform)
    await tx.insertInto('setting').values({ name: 'left-behind', value: '1' }).execute()
  })
  await expect(act).rejects.toThrow('never recorded')
  expect(await settings(house.db)).not.toContainEqual({ name: 'left-behind' })
})

test('an act that records a forged permit, or the same one twice, is undone and leaves no line in the record', async () => {
  const house = await openHouse()
  const desk = house.desk(somebody('officer'))
  const acts = [
    async (permit: Permit) => ({ ...permit }),
    async (permit: Permit, tx: Parameters<typeof record>[0]) => {
      await record(tx, permit, 'once')
      return permit
    },
  ]
  for (const spoil of acts) {
    const act = transact(desk.db, async (tx) => {
      await tx.insertInto('setting').values({ name: 'left-behind', value: '1' }).execute()
      await record(tx, await spoil(allow(desk, 'plan.import', platform), tx), 'subject')
    })
    await expect(act).rejects.toThrow('forged or used twice')
  }
  expect(await settings(house.db)).not.toContainEqual({ name: 'left-behind' })
  expect(await house.db.selectFrom('event').select('id').execute()).toEqual([])
})

test('an act that fails after recording leaves no line in the record', async () => {
  const house = await openHouse()
  const desk = house.desk(somebody('officer'))
  const act = transact(desk.db, async (tx) => {
    await record(tx, allow(desk, 'plan.import', platform), 'subject')
    throw new Error('the disk is full')
  })
  await expect(act).rejects.toThrow('the disk is full')
  expect(await house.db.selectFrom('event').select('id').execute()).toEqual([])
})
