import { expect, test } from 'vitest'
import { day } from '../kernel/day.ts'
import { openPostOffice } from '../platform/test-post-office.ts'
import { cancelMeeting, changeMeeting } from './actions/meetings.ts'
import { endMembership } from './actions/members.ts'
import { approveMinutes, sendMinutes, writeMinutes } from './actions/minutes.ts'
import { answerRemark, remarkOnMinutes } from './actions/remarks.ts'
import { assignTask, finishTask } from './actions/tasks.ts'
import { conveneIn, convocation, deskOf, holdMeeting, openGroup, type TestGroup } from './test-group.ts'

/** What a member was told, the latest first. */
async function titles({ house, members }: TestGroup, who: keyof TestGroup['members']): Promise<string[]> {
  const { personId } = members[who]
  const rows = await house.db
    .selectFrom('notice')
    .select('words')
    .where('personId', '=', personId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ words }) => (words as { it: { title: string } }).it.title)
}

test('a convocation reaches each invited person with a link of their own, a calendar, and goes again when changed', async () => {
  const group = await openGroup()
  const { house, members } = group
  const office = await openPostOffice()
  const config = { demo: false, smtpUrl: office.url, mailFrom: 'noreply@simbiosi.test' }
  await house.work({ config })
  office.mails.length = 0
  const meeting = await conveneIn(group)
  await house.work({ config })
  const links = office.mails.map(({ text }) => /\/inviti\/(\S+)/.exec(text ?? '')?.[1])
  expect(new Set(links).size).toBe(4)
  expect(office.mails[0]?.subject).toContain('riunione 1 convocata per martedì 28 luglio 2020')
  const [link = ''] = links
  expect((await house.ask(`/inviti/${link}`)).status).toBe(200)
  office.mails.length = 0
  const secretary = await deskOf(house, members.secretary)
  await changeMeeting(secretary, meeting.id, { ...convocation, on: day('2020-07-29'), revision: 0, removed: [] })
  await cancelMeeting(secretary, meeting.id, { reason: 'Rinviata' })
  await house.work({ config })
  expect(office.mails.map(({ subject }) => subject).every((subject) => subject?.includes('è annullata'))).toBe(true)
  expect(office.mails).toHaveLength(4)
})

test('whoever leaves the body before the day is not told of its meeting', async () => {
  const group = await openGroup()
  const { house, body, members } = group
  await house.work()
  await endMembership(house.desk(), body.id, members.bruno.id, { to: day('2020-07-25') })
  await conveneIn(group)
  await house.work()
  expect((await titles(group, 'bruno'))[0]).toContain('finisce il 25 luglio 2020')
  expect((await titles(group, 'ada'))[0]).toContain('riunione 1 convocata')
})

test('minutes go to those who attended, corrections to the secretariat, outcomes to whoever proposed', async () => {
  const group = await openGroup()
  const { house, members } = group
  await house.work()
  const meeting = await holdMeeting(group)
  const secretary = await deskOf(house, members.secretary)
  await writeMinutes(secretary, meeting.id, { text: 'Testo.', base: 0 })
  await sendMinutes(secretary, meeting.id, { until: day('2020-08-04') })
  await house.work()
  expect((await titles(group, 'ada'))[0]).toContain('leggi il verbale della riunione 1')
  expect((await titles(group, 'observer')).join()).not.toContain('verbale')
  const remark = await remarkOnMinutes(await deskOf(house, members.ada), meeting.id, { kind: 'correction', text: 'Alle 16.' })
  await answerRemark(await deskOf(house, members.chair), meeting.id, remark.id, { outcome: 'accepted', reason: null })
  await house.work()
  expect((await titles(group, 'secretary'))[0]).toContain('una correzione al verbale')
  expect((await titles(group, 'ada'))[0]).toContain('l’esito della tua correzione')
  house.at('2020-08-05T09:00:00+02:00')
  await approveMinutes(await deskOf(house, members.chair), meeting.id, { version: 1 })
  await house.work()
  expect((await titles(group, 'observer'))[0]).toContain('approvato il verbale')
})

test('a task is told to its owner and, once done, to the secretariat', async () => {
  const group = await openGroup()
  const { house, body, members } = group
  await house.work()
  const task = { ownerId: members.ada.id, text: 'Censire', dueDay: day('2020-08-01'), meetingId: null }
  const { id } = await assignTask(await deskOf(house, members.chair), body.id, task)
  await house.work()
  expect((await titles(group, 'ada'))[0]).toContain('un compito per te, entro il 1 agosto 2020')
  await finishTask(await deskOf(house, members.ada), id, { note: null })
  await house.work()
  expect((await titles(group, 'secretary'))[0]).toContain('un compito è concluso')
})
