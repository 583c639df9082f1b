import { expect, test } from 'vitest'
import { day } from '../kernel/day.ts'
import { closeMinutes } from '../listening/actions/minutes.ts'
import { holdHearing } from '../listening/test-hearings.ts'
import { evidenceOf } from './evidence.ts'

test('the gate of Envisioning counts a hearing from the day its minutes are final, and no earlier', async () => {
  const { house, secretary, hearing, ecosystemId } = await holdHearing()
  house.at('2020-08-21T09:00:00+02:00')
  await closeMinutes(house.desk(secretary), hearing.id, { version: 2 })
  const on = async (text: string) => (await evidenceOf(house.db, ecosystemId, day(text)))['hearing-held']
  expect(await on('2020-07-21')).toBeUndefined()
  expect(await on('2020-08-20')).toMatchObject({ met: false, on: '2020-07-22', link: { to: `/audizioni/${hearing.id}` } })
  expect(await on('2020-08-21')).toMatchObject({ met: true, on: '2020-08-21', link: { to: `/audizioni/${hearing.id}/verbale` } })
})
