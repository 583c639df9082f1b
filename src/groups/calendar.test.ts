import ICAL from 'ical.js'
import nodeIcal from 'node-ical'
import { describe, expect, test } from 'vitest'
import { day } from '../kernel/day.ts'
import { issueCalendar, revokeCalendar } from './actions/calendars.ts'
import { cancelMeeting, changeMeeting, convene } from './actions/meetings.ts'
import { conveneIn, convocation, deskOf, openGroup } from './test-group.ts'

/** What two parsers, written by different people, understand of a calendar: it must be the same. */
function readTwice(text: string) {
  const component = new ICAL.Component(ICAL.parse(text))
  const one = component.getAllSubcomponents('vevent').map((vevent) => {
    const { uid, summary, sequence, startDate, endDate, location } = new ICAL.Event(vevent)
    const status = vevent.getFirstPropertyValue('status')
    return { uid, summary, sequence, start: startDate.toJSDate().toISOString(), end: endDate.toJSDate().toISOString(), location, status }
  })
  const other = Object.values(nodeIcal.sync.parseICS(text)).flatMap((event) =>
    event?.type === 'VEVENT'
      ? [
          {
            uid: event.uid,
            summary: event.summary,
            sequence: Number(event.sequence),
            start: event.start.toISOString(),
            end: event.end?.toISOString(),
            location: event.location ?? null,
            status: event.status,
          },
        ]
      : [],
  )
  const byStart = (a: { start: string }, b: { start: string }) => (a.start < b.start ? -1 : 1)
  expect(one.toSorted(byStart)).toEqual(other.toSorted(byStart))
  return one.toSorted(byStart)
}

describe('the calendar of a body', () => {
  test('says the same to two parsers, across daylight saving, with changes and cancellings', async () => {
    const group = await openGroup()
    const { house, slug, body, members } = group
    const secretary = await deskOf(house, members.secretary)
    const summer = await conveneIn(group, { on: day('2020-10-24') })
    await conveneIn(group, { on: day('2020-10-26') })
    const gone = await conveneIn(group, { on: day('2020-10-27') })
    await changeMeeting(secretary, summer.id, {
      ...convocation,
      on: day('2020-10-24'),
      agenda: 'Un altro; con, virgole\ne righe',
      revision: 0,
      removed: [],
    })
    await cancelMeeting(secretary, gone.id, { reason: 'Rinviata' })
    const response = await house.ask(`/gruppi/${body.id}/calendario.ics`)
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const text = await response.text()
    const events = readTwice(text)
    expect(events).toMatchObject([
      {
        uid: `${summer.id}@simbiosi.test`,
        start: '2020-10-24T13:00:00.000Z',
        end: '2020-10-24T15:00:00.000Z',
        sequence: 1,
        status: 'CONFIRMED',
      },
      { start: '2020-10-26T14:00:00.000Z', end: '2020-10-26T16:00:00.000Z', sequence: 0 },
      { uid: `${gone.id}@simbiosi.test`, sequence: 1, status: 'CANCELLED' },
    ])
    expect(events[0]?.summary).toBe('Gruppo di lavoro Beni culturali, riunione 1')
    expect(readTwice(await (await house.ask(`/ecosistemi/${slug}/calendario.ics`)).text())).toEqual(events)
    expect(readTwice(await (await house.ask(`/riunioni/${summer.id}/calendario.ics`)).text())).toHaveLength(1)
    for (const row of text.split('\r\n')) expect(Buffer.byteLength(row)).toBeLessThanOrEqual(75)
  })

  test('keeps the address to join for the invited', async () => {
    const { house, body, members } = await openGroup()
    const secretary = await deskOf(house, members.secretary)
    await convene(secretary, body.id, { ...convocation, link: 'https://video.example.org/stanza' })
    expect(await (await house.ask(`/gruppi/${body.id}/calendario.ics`)).text()).not.toContain('video.example.org')
  })
})

describe('a person’s own calendar', () => {
  test('opens with its secret address alone, shows what they were invited to, and closes when revoked', async () => {
    const group = await openGroup()
    const { house, body, members } = group
    const secretary = await deskOf(house, members.secretary)
    await convene(secretary, body.id, { ...convocation, link: 'https://video.example.org/stanza' })
    const ada = await deskOf(house, members.ada)
    const key = await issueCalendar(ada)
    const open = async (with_: string) => house.ask(`/calendario/${with_}.ics`)
    const mine = await open(key)
    expect(mine.headers.get('cache-control')).toBe('private, no-store')
    const [event] = readTwice(await mine.text())
    expect(event?.location).toContain('https://video.example.org/stanza')
    expect((await open(`${key.startsWith('A') ? 'B' : 'A'}${key.slice(1)}`)).status).toBe(404)
    const next = await issueCalendar(ada)
    expect((await open(key)).status).toBe(404)
    expect((await open(next)).status).toBe(200)
    expect(JSON.stringify(await house.db.selectFrom('calendarKey').selectAll().execute())).not.toContain(next)
    await revokeCalendar(ada)
    expect((await open(next)).status).toBe(404)
  })

  test('is made by form, and its address is shown once', async () => {
    const { house, members } = await openGroup()
    const { actor } = await deskOf(house, members.ada)
    expect((await house.ask('/calendario')).status).toBe(401)
    const made = await (await house.ask('/calendario', { as: actor, form: {} })).text()
    const [, address = ''] = /<code>http:\/\/simbiosi\.test(\/calendario\/[^<]+\.ics)<\/code>/.exec(made) ?? []
    expect((await house.ask(address)).status).toBe(200)
    expect(await house.read('/calendario', actor)).not.toContain('.ics')
  })
})
