import { expect, test } from 'vitest'
import { registerToHearing, withdrawFromHearing } from './actions/registrations.ts'
import { inviteTo, openHearing, personCalled, speaking } from './test-hearings.ts'

test('whoever is invited is told, and whoever waited hears of the place that came free', async () => {
  const whole = await openHearing({ capacity: 1 })
  const { house, hearing, slot, museums } = whole
  // Who tells follows what happens from the first time it looks.
  await house.work()
  await inviteTo(whole)
  const [anna, berto] = [await personCalled(house, 'Anna'), await personCalled(house, 'Berto')]
  for (const one of [anna, berto]) await registerToHearing(house.desk(one), hearing.id, { slotId: slot.id, ...speaking })
  await withdrawFromHearing(house.desk(anna), hearing.id)
  await house.work()
  const told = await house.db.selectFrom('notice').selectAll().execute()
  const titlesOf = (personId: string | null) => told.filter((one) => one.personId === personId).map((one) => JSON.stringify(one))
  expect(titlesOf(museums.personId).join()).toContain('Invito a essere ascoltati')
  expect(titlesOf(berto.id).join()).toContain('Si è liberato un posto')
})
