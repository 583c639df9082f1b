import { describe, expect, test } from 'vitest'
import { startPhase } from '../ecosystems/index.ts'
import { grantsInScope } from '../identity/index.ts'
import { day } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import { anExe, aPdf } from '../platform/files/samples.ts'
import { citizen, somebody } from '../testing.ts'
import { constituteBody, describeBody, dissolveBody, setBodyTerm } from './actions/bodies.ts'
import { decide } from './actions/decisions.ts'
import { endMembership, showName } from './actions/members.ts'
import { getBody } from './store/bodies.ts'
import { actorOf, admitTo, constitution, conveneIn, deskOf, holdMeeting, openGroup } from './test-group.ts'

const today = day('2020-07-22')

describe('a body', () => {
  test('is constituted by whoever leads the ecosystem, with an act of a day that has come', async () => {
    const { house, slug, ecosystemId, body } = await openGroup()
    expect(body).toMatchObject({ kind: 'working-group', from: '2019-12-09', act: { number: 'D.D. 214/2019' } })
    await expect(constituteBody(house.desk(citizen()), slug, constitution)).rejects.toThrow('not-allowed')
    const elsewhere = house.desk(somebody('lead', { kind: 'ecosystem', id: newId() }))
    await expect(constituteBody(elsewhere, slug, constitution)).rejects.toThrow('not-allowed')
    const lead = house.desk(somebody('lead', { kind: 'ecosystem', id: ecosystemId }))
    await dissolveBody(lead, body.id, { lastDay: null })
    expect((await constituteBody(lead, slug, constitution)).from).toBe('2019-12-09')
  })

  test('needs an act with a number and a day, not in the future, and no term before it', async () => {
    const { house, slug } = await openGroup()
    await startPhase(house.desk(), slug, { phase: 'make-or-buy', on: today })
    const monitoring = { ...constitution, kind: 'monitoring-table' } as const
    const attempt = (more: object) => constituteBody(house.desk(), slug, { ...monitoring, ...more })
    await expect(attempt({ actNumber: null })).rejects.toThrow('constitution-act-needed')
    await expect(attempt({ actDay: day('2020-07-23') })).rejects.toThrow('constitution-act-ahead')
    await expect(attempt({ from: day('2019-12-08') })).rejects.toThrow('term-before-act')
    await expect(attempt({ from: day('2020-01-10'), to: day('2020-01-09') })).rejects.toThrow('end-before-start')
    expect(await attempt({})).toMatchObject({ kind: 'monitoring-table' })
  })

  test('of work is one in a cycle, until it is dissolved', async () => {
    const { house, slug, body } = await openGroup()
    await expect(constituteBody(house.desk(), slug, constitution)).rejects.toThrow('working-group-there-already')
    await dissolveBody(house.desk(), body.id, { lastDay: null })
    await expect(dissolveBody(house.desk(), body.id, { lastDay: null })).rejects.toThrow('body-dissolved-already')
    expect(await constituteBody(house.desk(), slug, constitution)).toMatchObject({ kind: 'working-group' })
  })

  test('that monitors comes with Make or Buy', async () => {
    const { house, slug, body } = await openGroup()
    const monitoring = { ...constitution, kind: 'monitoring-table' } as const
    await expect(constituteBody(house.desk(), slug, monitoring)).rejects.toThrow('monitoring-table-too-early')
    await startPhase(house.desk(), slug, { phase: 'make-or-buy', on: today })
    expect((await constituteBody(house.desk(), slug, monitoring)).parentId).toBe(body.id)
  })

  test('that is a technical table is born of a decision of the group that defines tables', async () => {
    const group = await openGroup()
    const { house, slug, body, members } = group
    const table = { ...constitution, kind: 'technical-table', actNumber: null, actDay: null } as const
    await expect(constituteBody(house.desk(), slug, table)).rejects.toThrow('founding-decision-needed')
    const meeting = await holdMeeting(group)
    const secretary = await deskOf(house, members.secretary)
    const plain = { title: 'Tavoli', text: 'Due tavoli.', inFavour: null, against: null, abstained: null }
    const general = await decide(secretary, meeting.id, { ...plain, kind: 'general' })
    await expect(constituteBody(house.desk(), slug, { ...table, decisionId: general.id })).rejects.toThrow('founding-decision-needed')
    const lost = await decide(secretary, meeting.id, { ...plain, kind: 'tables', inFavour: 2, against: 2, abstained: 0 })
    await expect(constituteBody(house.desk(), slug, { ...table, decisionId: lost.id })).rejects.toThrow('founding-decision-needed')
    const tables = await decide(secretary, meeting.id, { ...plain, kind: 'tables' })
    expect(await constituteBody(house.desk(), slug, { ...table, decisionId: tables.id })).toMatchObject({ parentId: body.id, act: null })
  })

  test('keeps the text of its act, checked by its content and open to all', async () => {
    const { house, body } = await openGroup()
    const { name, mandate, actNumber, actDay } = constitution
    const description = { name, mandate, actNumber, actDay, quorumKind: 'majority', quorumCount: null, quorumOf: null } as const
    const file = (bytes: Buffer) => ({ bytes, name: 'atto.pdf', field: 'actFile' })
    await expect(describeBody(house.desk(), body.id, description, file(anExe()))).rejects.toThrow('file-refused')
    const after = await describeBody(house.desk(), body.id, description, file(aPdf()))
    expect(after.act?.fileId).toBeTruthy()
    expect((await describeBody(house.desk(), body.id, description)).act?.fileId).toBe(after.act?.fileId)
  })

  test('refuses a quorum that its members could never reach', async () => {
    const { house, body } = await openGroup()
    const { name, mandate, actNumber, actDay } = constitution
    const rule = (quorumKind: 'fraction' | 'number', quorumCount: number | null, quorumOf: number | null) =>
      describeBody(house.desk(), body.id, { name, mandate, actNumber, actDay, quorumKind, quorumCount, quorumOf })
    await expect(rule('number', 0, null)).rejects.toThrow('quorum-impossible')
    await expect(rule('fraction', 3, 2)).rejects.toThrow('quorum-impossible')
    await expect(rule('fraction', 2, null)).rejects.toThrow('quorum-unclear')
    await expect(rule('number', 5, null)).rejects.toThrow('quorum-beyond-seats')
    expect((await rule('number', 4, null)).quorum).toEqual({ kind: 'number', count: 4 })
  })
})

describe('a member', () => {
  test('receives the role that goes with the seat, for the days of the mandate', async () => {
    const { house, body, members } = await openGroup({ to: day('2020-12-31') })
    const held = await grantsInScope(house.db, { kind: 'body', id: body.id }, today)
    expect(held.find(({ personId }) => personId === members.chair.personId)).toMatchObject({
      role: 'chair',
      from: '2019-12-09',
      to: '2020-12-31',
    })
    expect(held).toHaveLength(5)
  })

  test('is refused twice on overlapping days, before the start, and beside another chair', async () => {
    const { house, body, members } = await openGroup({ to: day('2020-12-31') })
    const again = (more: object) => admitTo(house, body, { name: 'Ada Componente', role: 'member', ...more })
    await expect(again({})).rejects.toThrow('already-a-member')
    await expect(again({ from: day('2020-03-02'), to: day('2020-03-01') })).rejects.toThrow('end-before-start')
    await expect(admitTo(house, body, { name: 'Un Altro', role: 'chair' })).rejects.toThrow('chair-taken')
    await expect(admitTo(house, body, { name: 'Un Altro', role: 'member', from: day('2019-12-08') })).rejects.toThrow('body-not-in-office')
    await expect(admitTo(house, body, { name: 'Un Altro', role: 'member', to: day('2021-01-01') })).rejects.toThrow('outside-the-body-term')
    await endMembership(house.desk(), body.id, members.chair.id, { to: day('2020-06-30') })
    expect(await admitTo(house, body, { name: 'Un Altro', role: 'chair', from: day('2020-07-01') })).toMatchObject({ role: 'chair' })
    expect(await actorOf(house, members.chair)).toMatchObject({ grants: [] })
  })

  test('may have a substitute, who takes the same role and ends with them', async () => {
    const { house, body, members } = await openGroup()
    const substitute = await admitTo(house, body, { name: 'Vice Carla', role: 'observer', substituteFor: members.chair.id })
    expect(substitute).toMatchObject({ role: 'chair', organisationId: members.chair.organisationId })
    await expect(admitTo(house, body, { name: 'Terza', role: 'member', substituteFor: substitute.id })).rejects.toThrow('no-such-titular')
    await endMembership(house.desk(), body.id, members.chair.id, { to: day('2020-07-21') })
    expect((await actorOf(house, substitute)).grants).toEqual([])
    await expect(endMembership(house.desk(), body.id, members.chair.id, { to: null })).rejects.toThrow('membership-ended-already')
  })

  test('acts until the last day of the mandate, that day included, and not on the next', async () => {
    const group = await openGroup()
    const { house, body, members } = group
    await endMembership(house.desk(), body.id, members.secretary.id, { to: day('2020-07-24') })
    house.at('2020-07-24T23:59:00+02:00')
    await conveneIn(group)
    house.at('2020-07-25T00:00:30+02:00')
    await expect(conveneIn(group)).rejects.toThrow('not-allowed')
  })

  test('chooses alone whether their name is shown', async () => {
    const { house, body, members } = await openGroup()
    await expect(showName(house.desk(somebody('officer')), body.id, members.ada.id, { shows: true })).rejects.toThrow('not-allowed')
    await showName(await deskOf(house, members.ada), body.id, members.ada.id, { shows: true })
  })
})

describe('the term of a body', () => {
  test('when prolonged prolongs the mandates that had no end of their own', async () => {
    const { house, body, members } = await openGroup({ to: day('2020-07-21') })
    expect((await actorOf(house, members.chair)).grants).toEqual([])
    await setBodyTerm(house.desk(), body.id, { to: day('2020-12-31') })
    expect((await actorOf(house, members.chair)).grants).toMatchObject([{ role: 'chair' }])
    expect((await getBody(house.db, body.id)).to).toBe('2020-12-31')
  })

  test('does not end under a meeting that is convened', async () => {
    const group = await openGroup()
    const { house, body } = group
    await conveneIn(group)
    await expect(dissolveBody(house.desk(), body.id, { lastDay: null })).rejects.toThrow('something-after-the-end')
    await expect(setBodyTerm(house.desk(), body.id, { to: day('2019-12-01') })).rejects.toThrow('end-before-start')
  })
})
