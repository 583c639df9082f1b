import { expect, test } from 'vitest'
import { listEcosystems } from '../ecosystems/index.ts'
import { day } from '../kernel/day.ts'
import { planProgress } from '../plan/index.ts'
import { openHouse } from '../testing.ts'
import { seedDemonstration } from './index.ts'

const today = day('2020-07-22')

test('the demonstration holds thirteen ecosystems, one more inside them, ninety actions and a believable account of results', async () => {
  const house = await openHouse()
  await seedDemonstration(house.db)
  const ecosystems = await listEcosystems(house.db, today)
  expect(ecosystems.filter(({ parentId }) => !parentId)).toHaveLength(13)
  expect(
    ecosystems
      .filter(({ priority }) => priority)
      .map(({ nameIt }) => nameIt)
      .sort(),
  ).toEqual(['Beni culturali e turismo', 'Finanza pubblica', 'Sviluppo e sostenibilità', 'Welfare'])
  expect(ecosystems.every(({ leads }) => leads.length > 0)).toBe(true)
  const progress = await planProgress(house.db, today)
  expect(progress?.actions).toBe(90)
  expect(progress?.counts.done).toBeGreaterThan(10)
  expect(progress?.late.length).toBeGreaterThan(5)
})

test('sowing it again changes nothing, also when the first time was interrupted at the end', async () => {
  const house = await openHouse()
  const count = async () =>
    Number(
      (
        await house.db
          .selectFrom('event')
          .select((q) => q.fn.countAll().as('n'))
          .executeTakeFirstOrThrow()
      ).n,
    )
  await seedDemonstration(house.db)
  const before = await count()
  await seedDemonstration(house.db)
  await house.db.deleteFrom('setting').where('name', '=', 'demonstration-seeded').execute()
  await seedDemonstration(house.db)
  expect(await count()).toBe(before)
})
