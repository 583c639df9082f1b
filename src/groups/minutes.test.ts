import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { day } from '../kernel/day.ts'
import { correctionsOf, findMinutes } from '../minutes/index.ts'
import { annulDecision, decide } from './actions/decisions.ts'
import { approveMinutes, correctMinutes, sendMinutes, writeMinutes } from './actions/minutes.ts'
import { answerRemark, remarkOnMinutes } from './actions/remarks.ts'
import { waitingFor } from './duties.ts'
import { findVersion } from './store/minutes.ts'
import { conveneIn, deskOf, holdMeeting, openGroup, type TestGroup } from './test-group.ts'

const until = day('2020-08-04')
const agreement = { kind: 'agreement', text: null } as const

async function written(group: TestGroup, text = 'La riunione comincia.') {
  const meeting = await holdMeeting(group)
  await writeMinutes(await deskOf(group.house, group.members.secretary), meeting.id, { text, base: 0 })
  return meeting
}

async function sent(group: TestGroup) {
  const meeting = await written(group)
  await sendMinutes(await deskOf(group.house, group.members.secretary), meeting.id, { until })
  return meeting
}

async function approved(group: TestGroup) {
  const meeting = await sent(group)
  group.house.at('2020-08-05T09:00:00+02:00')
  await approveMinutes(await deskOf(group.house, group.members.chair), meeting.id, { version: 1 })
  return meeting
}

describe('minutes being written', () => {
  test('wait for the meeting to begin, and for whoever writes them', async () => {
    const group = await openGroup()
    const { house, members } = group
    const meeting = await conveneIn(group)
    const first = { text: 'Prima', base: 0 }
    await expect(writeMinutes(await deskOf(house, members.secretary), meeting.id, first)).rejects.toThrow('meeting-not-begun')
    house.at('2020-07-28T15:30:00+02:00')
    await expect(writeMinutes(await deskOf(house, members.ada), meeting.id, first)).rejects.toThrow('not-allowed')
    expect(await writeMinutes(await deskOf(house, members.secretary), meeting.id, first)).toBe(1)
  })

  test('by two people at once lose neither text: the second is told, and chooses', async () => {
    const group = await openGroup()
    const { house, members } = group
    const meeting = await written(group)
    const [secretary, chair] = [await deskOf(house, members.secretary), await deskOf(house, members.chair)]
    const both = await Promise.allSettled([
      writeMinutes(secretary, meeting.id, { text: 'Del segretario', base: 1 }),
      writeMinutes(chair, meeting.id, { text: 'Della presidente', base: 1 }),
    ])
    const [lost] = both.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(lost).toMatchObject({ message: 'minutes-changed', facts: { version: 2 } })
    await writeMinutes(chair, meeting.id, { text: 'Di entrambi', base: 2 })
    const texts = await Promise.all([1, 2, 3].map((version) => findVersion(house.db, meeting.id, version)))
    expect(texts.map((one) => one?.text)).toEqual(['La riunione comincia.', expect.stringMatching(/^Del/), 'Di entrambi'])
  })

  test('are sent to those who attended, once for each text', async () => {
    const group = await openGroup()
    const { house, members } = group
    const meeting = await written(group)
    const secretary = await deskOf(house, members.secretary)
    await expect(sendMinutes(secretary, meeting.id, { until: day('2020-07-27') })).rejects.toThrow('remarks-term-past')
    await sendMinutes(secretary, meeting.id, { until })
    await expect(sendMinutes(secretary, meeting.id, { until })).rejects.toThrow('minutes-sent-already')
    const now = new Date('2020-07-29T10:00:00+02:00')
    expect((await waitingFor(house.db, members.ada.personId, now)).minutes).toMatchObject([{ until }])
    expect((await waitingFor(house.db, members.observer.personId, now)).minutes).toEqual([])
  })
})

describe('minutes sent', () => {
  test('are answered by those who attended alone, until the day said', async () => {
    const group = await openGroup()
    const { house, members } = group
    const meeting = await sent(group)
    await expect(remarkOnMinutes(await deskOf(house, members.observer), meeting.id, agreement)).rejects.toThrow('not-attended')
    const ada = await deskOf(house, members.ada)
    await expect(remarkOnMinutes(ada, meeting.id, { kind: 'correction', text: null })).rejects.toThrow('correction-without-text')
    await remarkOnMinutes(ada, meeting.id, agreement)
    expect((await waitingFor(house.db, members.ada.personId, ada.now)).minutes).toEqual([])
    house.at('2020-08-05T00:01:00+02:00')
    await expect(remarkOnMinutes(await deskOf(house, members.bruno), meeting.id, agreement)).rejects.toThrow('remarks-over')
  })

  test('are approved when every correction has its outcome and the time is over', async () => {
    const group = await openGroup()
    const { house, members } = group
    const meeting = await sent(group)
    const chair = await deskOf(house, members.chair)
    const remark = await remarkOnMinutes(await deskOf(house, members.ada), meeting.id, { kind: 'correction', text: 'Ero presente io.' })
    await expect(approveMinutes(chair, meeting.id, { version: 1 })).rejects.toThrow('remarks-open')
    const secretary = await deskOf(house, members.secretary)
    await expect(answerRemark(secretary, meeting.id, remark.id, { outcome: 'rejected', reason: null })).rejects.toThrow(
      'rejection-reason-needed',
    )
    await answerRemark(secretary, meeting.id, remark.id, { outcome: 'accepted', reason: null })
    await expect(answerRemark(secretary, meeting.id, remark.id, { outcome: 'accepted', reason: null })).rejects.toThrow(
      'remark-answered-already',
    )
    await expect(approveMinutes(chair, meeting.id, { version: 1 })).rejects.toThrow('remarks-term-running')
    house.at('2020-08-05T00:01:00+02:00')
    await expect(approveMinutes(await deskOf(house, members.secretary), meeting.id, { version: 1 })).rejects.toThrow('not-allowed')
    await expect(approveMinutes(await deskOf(house, members.chair), meeting.id, { version: 2 })).rejects.toThrow('minutes-changed')
    await approveMinutes(await deskOf(house, members.chair), meeting.id, { version: 1 })
    expect((await findMinutes(house.db, meeting.id))?.approved).toMatchObject({ version: 1, on: '2020-08-05' })
  })

  test('are approved at once when all those who attended have answered', async () => {
    const group = await openGroup()
    const { house, members } = group
    const meeting = await sent(group)
    const { chair, secretary, ada, bruno } = members
    for (const member of [chair, secretary, ada, bruno]) await remarkOnMinutes(await deskOf(house, member), meeting.id, agreement)
    await approveMinutes(await deskOf(house, chair), meeting.id, { version: 1 })
    expect((await findMinutes(house.db, meeting.id))?.approved?.on).toBe('2020-07-28')
  })

  test('are not approved with a text that nobody was sent', async () => {
    const group = await openGroup()
    const { house, members } = group
    const meeting = await sent(group)
    await writeMinutes(await deskOf(house, members.secretary), meeting.id, { text: 'Un altro testo', base: 1 })
    house.at('2020-08-05T09:00:00+02:00')
    await expect(approveMinutes(await deskOf(house, members.chair), meeting.id, { version: 2 })).rejects.toThrow(
      'minutes-changed-since-sent',
    )
  })
})

describe('minutes approved', () => {
  test('are never written again: neither by a rule nor by the database', async () => {
    const group = await openGroup()
    const { house, members } = group
    const meeting = await approved(group)
    const secretary = await deskOf(house, members.secretary)
    await expect(writeMinutes(secretary, meeting.id, { text: 'Di nascosto', base: 1 })).rejects.toThrow('minutes-frozen')
    await expect(sendMinutes(secretary, meeting.id, { until: day('2020-08-20') })).rejects.toThrow('minutes-frozen')
    for (const statement of [
      sql`update minutes_version set text = 'Di nascosto'`,
      sql`delete from minutes_version`,
      sql`update approved_minutes set version = 1`,
      sql`delete from approved_minutes`,
      sql`update minutes_correction set text = 'Di nascosto'`,
    ])
      await expect(statement.execute(house.db)).rejects.toThrow('permission denied')
  })

  test('are corrected beside, with a reason and a number', async () => {
    const group = await openGroup()
    const { house, members } = group
    const meeting = await sent(group)
    const correction = { text: 'La seduta è cominciata alle 15.', reason: 'Ora sbagliata' }
    await expect(correctMinutes(await deskOf(house, members.secretary), meeting.id, correction)).rejects.toThrow('minutes-not-approved')
    house.at('2020-08-05T09:00:00+02:00')
    await approveMinutes(await deskOf(house, members.chair), meeting.id, { version: 1 })
    const secretary = await deskOf(house, members.secretary)
    expect(await correctMinutes(secretary, meeting.id, correction)).toBe(1)
    expect(await correctMinutes(secretary, meeting.id, correction)).toBe(2)
    expect(await correctionsOf(house.db, meeting.id)).toMatchObject([{ number: 1, madeOn: '2020-08-05' }, { number: 2 }])
    expect((await findVersion(house.db, meeting.id, 1))?.text).toBe('La riunione comincia.')
  })

  test('settle the decisions that they hold', async () => {
    const group = await openGroup()
    const { house, members } = group
    const meeting = await holdMeeting(group)
    const secretary = await deskOf(house, members.secretary)
    const decision = { kind: 'general', title: 'Titolo', text: 'Testo', inFavour: null, against: null, abstained: null } as const
    const { id } = await decide(secretary, meeting.id, decision)
    await writeMinutes(secretary, meeting.id, { text: 'Si decide.', base: 0 })
    await sendMinutes(secretary, meeting.id, { until })
    house.at('2020-08-05T09:00:00+02:00')
    const chair = await deskOf(house, members.chair)
    await approveMinutes(chair, meeting.id, { version: 1 })
    await expect(annulDecision(chair, id, { reason: 'Ripensamento' })).rejects.toThrow('decision-settled')
    await expect(decide(chair, meeting.id, decision)).rejects.toThrow('minutes-frozen')
  })
})
