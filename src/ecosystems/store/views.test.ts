import { expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { addOrganisation } from '../../organisations/index.ts'
import { openHouse } from '../../testing.ts'
import { importEcosystems } from '../actions/import.ts'
import { listEcosystems } from './views.ts'

test('listing takes the same number of statements for two ecosystems as for twelve', async () => {
  const house = await openHouse()
  const today = day('2020-07-22')
  const count = () => house.countQueries(() => listEcosystems(house.db, today))
  await addOrganisation(house.desk(), { name: 'Ministero della Salute', kind: 'central' })
  const grow = (from: number, to: number) => {
    const told = Array.from({ length: to - from }, (_, n) => ({
      name: `Ecosistema ${from + n}`,
      leads: ['Ministero della Salute'],
      actors: [],
    }))
    return importEcosystems(house.desk(), told, { name: 'Piano', from: day('2019-01-01') })
  }
  await grow(0, 2)
  const few = await count()
  await grow(2, 12)
  expect(await count()).toBe(few)
  const all = await listEcosystems(house.db, today)
  expect(all.map(({ leads }) => leads.length)).toEqual(Array(12).fill(1))
})
