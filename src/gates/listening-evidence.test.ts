import { expect, test } from 'vitest'
import { day } from '../kernel/day.ts'
import { mergeNeeds } from '../listening/actions/merging.ts'
import { closeMinutes } from '../listening/actions/minutes.ts'
import { NeedForm } from '../listening/actions/needs.ts'
import { recordNeed } from '../listening/index.ts'
import { needsOf } from '../listening/store/need-list.ts'
import { holdHearing } from '../listening/test-hearings.ts'
import { addTestEcosystem } from '../listening/test-needs.ts'
import { openHouse } from '../testing.ts'
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

test('the gate of Envisioning asks for needs of two kinds of stakeholder: many of one are not enough, one of each is', async () => {
  const house = await openHouse()
  const { slug, ecosystemId } = await addTestEcosystem(house, 'Scuola')
  const voiced = (voiceKind: string) => recordNeed(house.desk(), slug, NeedForm.parse({ statement: 'Orari dei musei', voiceKind }))
  const on = async (text: string) => (await evidenceOf(house.db, ecosystemId, day(text)))['needs-recorded']
  expect(await on('2020-07-22')).toBeUndefined()
  for (const kind of ['citizens', 'citizens', 'citizens']) await voiced(kind)
  const missing = { it: 'esigenze di almeno un altro tipo di portatori di interesse.' }
  expect(await on('2020-07-22')).toMatchObject({ met: false, on: '2020-07-22', missing, link: { to: `/ecosistemi/${slug}/esigenze` } })

  house.at('2020-07-24T09:00:00+02:00')
  const firms = await voiced('firms')
  expect(await on('2020-07-24')).toMatchObject({ met: true, on: '2020-07-24', says: { it: '4 esigenze registrate: cittadini e imprese.' } })
  expect(await on('2020-07-23')).toMatchObject({ met: false })

  const [first] = (await needsOf(house.db, ecosystemId, { sort: 'number', descending: false, limit: 1 })).items
  await mergeNeeds(house.desk(), firms.id, { intoId: first?.id ?? '', reason: 'È la stessa.' })
  // What firms said was said, whoever else says the same.
  expect(await on('2020-07-24')).toMatchObject({ met: true })
})
