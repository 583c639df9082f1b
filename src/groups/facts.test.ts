import { expect, test } from 'vitest'
import { addEcosystem, beginCycle } from '../ecosystems/index.ts'
import { day } from '../kernel/day.ts'
import { constituteBody, dissolveBody } from './actions/bodies.ts'
import { annulDecision, decide } from './actions/decisions.ts'
import { endMembership } from './actions/members.ts'
import { waitingFor } from './duties.ts'
import { bodiesOf, decisionById, groupFacts, membershipsOf, namesOfBodies, nextMeetings, workingGroupsConstituted } from './index.ts'
import { admitTo, constitution, conveneIn, deskOf, holdMeeting, openGroup } from './test-group.ts'

const today = day('2020-07-22')

test('the facts of a working group are those of the day asked about', async () => {
  const group = await openGroup()
  const { house, ecosystemId, body, members } = group
  await endMembership(house.desk(), body.id, members.chair.id, { to: day('2020-06-30') })
  const on = async (text: string) => (await groupFacts(house.db, [ecosystemId], day(text))).get(ecosystemId)
  expect(await on('2019-12-08')).toMatchObject({ workingGroup: null, chair: null })
  expect(await on('2020-06-30')).toMatchObject({
    workingGroup: { actNumber: 'D.D. 214/2019', actDay: '2019-12-09', state: 'in-office' },
    chair: { memberId: members.chair.id, since: '2019-12-09' },
    secretary: { memberId: members.secretary.id },
    tables: [],
    tablesDecision: null,
    monitoringTable: null,
  })
  expect(await on('2020-07-01')).toMatchObject({ chair: null, secretary: { memberId: members.secretary.id } })
})

test('a substitute alone puts nobody in office', async () => {
  const { house, ecosystemId, body, members } = await openGroup()
  await admitTo(house, body, { name: 'Vice', role: 'member', substituteFor: members.chair.id, to: day('2020-12-31') })
  await endMembership(house.desk(), body.id, members.chair.id, { to: day('2020-07-21') })
  expect((await groupFacts(house.db, [ecosystemId], today)).get(ecosystemId)?.chair).toBeNull()
})

test('tables are defined, or declared unnecessary, by a decision that holds', async () => {
  const group = await openGroup()
  const { house, slug, ecosystemId, members } = group
  const meeting = await holdMeeting(group)
  const secretary = await deskOf(house, members.secretary)
  const plain = { title: 'Tavoli', text: 'Testo.', inFavour: null, against: null, abstained: null }
  const facts = async (text = '2020-07-28') => (await groupFacts(house.db, [ecosystemId], day(text))).get(ecosystemId)
  const none = await decide(secretary, meeting.id, { ...plain, kind: 'no-tables' })
  expect((await facts())?.tablesDecision).toEqual({ id: none.id, number: 1, on: '2020-07-28', kind: 'no-tables' })
  expect((await facts('2020-07-27'))?.tablesDecision).toBeNull()
  await annulDecision(await deskOf(house, members.chair), none.id, { reason: 'Errore' })
  expect((await facts())?.tablesDecision).toBeNull()
  expect(await decisionById(house.db, none.id)).toMatchObject({ holds: false, bodyKind: 'working-group', ecosystemId })
  const { id: decisionId } = await decide(secretary, meeting.id, { ...plain, kind: 'tables' })
  const table = await constituteBody(house.desk(), slug, {
    ...constitution,
    kind: 'technical-table',
    name: 'Tavolo dati',
    actNumber: null,
    actDay: null,
    decisionId,
  })
  expect(await facts()).toMatchObject({ tablesDecision: { kind: 'tables' }, tables: [{ id: table.id, name: 'Tavolo dati' }] })
})

test('a new cycle has no working group until one is constituted in it', async () => {
  const { house, slug, ecosystemId } = await openGroup()
  await beginCycle(house.desk(), slug, { on: day('2020-07-01'), outcome: 'Si ricomincia.' })
  const facts = async (text: string) => (await groupFacts(house.db, [ecosystemId], day(text))).get(ecosystemId)?.workingGroup
  expect(await facts('2020-06-30')).not.toBeNull()
  expect(await facts('2020-07-22')).toBeNull()
})

test('working groups constituted by a day are counted, dissolved ones too', async () => {
  const { house, slug, body } = await openGroup()
  await dissolveBody(house.desk(), body.id, { lastDay: day('2020-03-31') })
  const by = (text: string) => workingGroupsConstituted(house.db, [slug, 'non-esiste'], day(text))
  expect(await by('2019-12-08')).toEqual([])
  expect(await by('2019-12-31')).toEqual([{ slug, bodyId: body.id, actNumber: 'D.D. 214/2019', constitutedOn: '2019-12-09' }])
})

test('facts of eleven ecosystems take as many statements as of one', async () => {
  const { house, ecosystemId } = await openGroup()
  const described = { nameEn: null, summaryIt: null, summaryEn: null, priority: false, prioritySource: null, parentId: null }
  const ids = [ecosystemId]
  for (let n = 1; n <= 10; n += 1) {
    const { id, slug } = await addEcosystem(house.desk(), { ...described, nameIt: `Numero ${n}`, since: day('2019-01-01') })
    await constituteBody(house.desk(), slug, { ...constitution, name: `Gruppo ${n}` })
    ids.push(id)
  }
  const count = (some: string[]) => house.countQueries(() => groupFacts(house.db, some, today))
  expect(await count(ids)).toBe(await count([ecosystemId]))
  expect(await count(ids)).toBe(4)
  expect(await house.countQueries(() => bodiesOf(house.db, ids, today))).toBe(2)
})

test('a person’s places, and what waits for an answer of theirs', async () => {
  const group = await openGroup({ to: day('2020-12-31') })
  const { house, body, members, ecosystemId } = group
  expect(await membershipsOf(house.db, members.ada.personId, today)).toEqual([
    {
      memberId: members.ada.id,
      bodyId: body.id,
      bodyName: body.name,
      ecosystemId,
      role: 'member',
      substituteFor: null,
      from: '2019-12-09',
      to: '2020-12-31',
    },
  ])
  expect(await membershipsOf(house.db, members.ada.personId, day('2021-01-01'))).toEqual([])
  const meeting = await conveneIn(group)
  const { now } = house.desk()
  expect((await waitingFor(house.db, members.ada.personId, now)).invitations).toMatchObject([{ meeting: { id: meeting.id } }])
  expect(await nextMeetings(house.db, now, 5)).toMatchObject([{ meeting: { id: meeting.id }, body: { id: body.id } }])
  expect((await namesOfBodies(house.db, [body.id])).get(body.id)).toEqual({ name: body.name, ecosystemId })
})
