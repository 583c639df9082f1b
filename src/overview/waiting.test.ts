import { expect, test } from 'vitest'
import { agreeWithMinutes } from '../listening/actions/amendments.ts'
import { asPerson, deskOf, holdHearing, inviteTo, openHearing } from '../listening/test-hearings.ts'

test('an invitation to be heard waits on the desk of whoever was invited', async () => {
  const whole = await openHearing()
  const { house, hearing, museums } = whole
  await inviteTo(whole)
  const desk = await house.read('/scrivania', asPerson(museums.personId))
  expect(desk).toContain('Rispondi all’invito a un’audizione')
  expect(desk).toContain(`href="/audizioni/${hearing.id}"`)
})

test('minutes wait for those heard, and then for whoever closes them', async () => {
  const whole = await holdHearing()
  const { house, secretary, museums } = whole
  expect(await house.read('/scrivania', asPerson(museums.personId))).toContain('Leggi il verbale dell’audizione in cui hai parlato')
  await agreeWithMinutes(deskOf(whole, museums), whole.hearing.id)
  expect(await house.read('/scrivania', asPerson(museums.personId))).not.toContain('in cui hai parlato')
  house.at('2020-08-21T09:00:00+02:00')
  expect(await house.read('/en/scrivania', secretary)).toContain('Make the minutes of a hearing final')
})
