import ICAL from 'ical.js'
import nodeIcal from 'node-ical'
import { expect, test } from 'vitest'
import { issueCalendar } from './groups/actions/calendars.ts'
import { day } from './kernel/day.ts'
import { newId } from './kernel/id.ts'
import { agreeWithMinutes, amendStatement } from './listening/actions/amendments.ts'
import { openCall } from './listening/actions/calls.ts'
import { closeMinutes } from './listening/actions/minutes.ts'
import { proposeNeed } from './listening/actions/proposals.ts'
import { registerToHearing } from './listening/actions/registrations.ts'
import { asPerson, deskOf, holdHearing, inviteTo, openHearing } from './listening/test-hearings.ts'
import { search } from './search/store.ts'

/** What two parsers, written by different people, understand. */
const eventsIn = (text: string) => {
  const other = Object.values(nodeIcal.sync.parseICS(text)).flatMap((event) => (event?.type === 'VEVENT' ? [String(event.location)] : []))
  const one = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))
  expect(one.map(({ location }) => location)).toEqual(other)
  return one.map(({ summary, location, startDate }) => ({ summary, location, start: startDate.toJSDate().toISOString() }))
}

test('a hearing stands in the calendar of its ecosystem and of whoever is invited or registered; how to join, in that of the latter', async () => {
  const whole = await openHearing()
  const { house, slug, hearing, slot, museums } = whole
  const place = 'Roma, via del Collegio Romano 27'
  const told = { summary: 'Audizione: Biglietti unici per i musei', start: '2020-08-03T08:00:00.000Z' }
  expect(eventsIn(await house.read(`/ecosistemi/${slug}/calendario.ics`))).toEqual([{ ...told, location: place }])

  const own = `/calendario/${await issueCalendar(deskOf(whole, museums))}.ics`
  expect(eventsIn(await house.read(own))).toEqual([])
  await inviteTo(whole)
  expect(eventsIn(await house.read(own))).toEqual([{ ...told, location: place }])
  await registerToHearing(deskOf(whole, museums), hearing.id, { slotId: slot.id, kind: null, organisationId: null, subject: null })
  expect(eventsIn(await house.read(own))).toEqual([{ ...told, location: `${place} · https://meet.example.org/audizione` }])
})

test('a hearing is found by its call, and by what was said once its minutes are final', async () => {
  const whole = await holdHearing()
  const { house, secretary, hearing, museums, visitors, statements } = whole
  const found = async (words: string) =>
    (await search(house.db, { words, kind: null, lang: 'it', cursor: null, limit: 10 })).items.filter(({ kind }) => kind === 'hearing')
  expect(await found('biglietti unici')).toMatchObject([{ id: hearing.id, place: [hearing.id] }])
  expect(await found('difficile')).toEqual([])
  for (const one of [museums, visitors]) await agreeWithMinutes(deskOf(whole, one), hearing.id)
  await closeMinutes(house.desk(secretary), hearing.id, { version: 2 })
  expect(await found('difficile')).toMatchObject([{ place: [hearing.id, statements[1]?.id] }])
  expect(await house.read('/cerca?q=difficile')).toContain(`/audizioni/${hearing.id}/verbale#i-${statements[1]?.id}`)
})

test('whoever was heard downloads where they stand, to what they registered, what they amended and proposed', async () => {
  const whole = await holdHearing()
  const { house, slug, secretary, hearing, visitors, statements } = whole
  await amendStatement(deskOf(whole, visitors), hearing.id, statements[1]?.id ?? '', { text: 'Comprare in linea è impossibile.' })
  const called = { title: 'Che cosa manca?', guidance: 'Una esigenza alla volta.', opensOn: day('2020-08-04'), closesOn: day('2020-09-04') }
  const { id } = await openCall(house.desk(secretary), slug, called)
  const need = { statement: 'Orari certi', why: null, evidenceText: null, evidenceLink: null, frequency: null, severity: null }
  await proposeNeed(deskOf(whole, visitors), id, { ...need, voiceKind: 'citizens', organisationId: null, key: newId() })
  const data = await (await house.ask('/profilo/dati', { as: asPerson(visitors.personId), form: {} })).json()
  expect(data).toMatchObject({
    stakeholderMaps: [{ kind: 'citizens', interest: 4 }],
    hearingInvitations: [{ hearingId: hearing.id }],
    hearingRegistrations: [{ hearingId: hearing.id, withdrawnAt: null }],
    minutesRemarks: [{ hearingId: hearing.id, kind: 'correction', text: 'Comprare in linea è impossibile.' }],
    needsProposed: [{ call: 'Che cosa manca?', statement: 'Orari certi', outcome: null }],
    groupMandates: [],
    groupTasks: [],
  })
})
