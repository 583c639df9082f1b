import { describe, expect, test } from 'vitest'
import { day } from '../kernel/day.ts'
import { aPdf } from '../platform/files/samples.ts'
import { citizen } from '../testing.ts'
import { answerByLink, answerMeeting } from './actions/answers.ts'
import { recordAttendance } from './actions/attendance.ts'
import { annulDecision, decide } from './actions/decisions.ts'
import { cancelMeeting, changeMeeting, convene } from './actions/meetings.ts'
import { endMembership } from './actions/members.ts'
import { assignTask, finishTask, withdrawTask } from './actions/tasks.ts'
import { tasksOf } from './duties.ts'
import { invitationToken } from './secret-links.ts'
import { invitationsTo } from './store/invitations.ts'
import { getMeeting, papersOf } from './store/meetings.ts'
import { actorOf, admitTo, conveneIn, convocation, deskOf, holdMeeting, openGroup } from './test-group.ts'

const secret = 'a secret of the tests'
const change = { ...convocation, revision: null, removed: [] }
const plain = { kind: 'general', title: 'Titolo', text: 'Testo.', inFavour: null, against: null, abstained: null } as const

describe('a convocation', () => {
  test('invites whoever will be in office on that day, and nobody else', async () => {
    const group = await openGroup()
    const { house, body, members } = group
    await endMembership(house.desk(), body.id, members.bruno.id, { to: day('2020-07-27') })
    const later = await admitTo(house, body, { name: 'Dopo Domani', role: 'member', from: day('2020-07-29') })
    const meeting = await conveneIn(group)
    const invited = (await invitationsTo(house.db, meeting.id)).map(({ memberId }) => memberId)
    expect(invited.sort()).toEqual([members.chair, members.secretary, members.ada, members.observer].map(({ id }) => id).sort())
    expect(invited).not.toContain(later.id)
    expect(meeting).toMatchObject({ number: 1, revision: 0 })
    expect(meeting.startsAt.toISOString()).toBe('2020-07-28T13:00:00.000Z')
  })

  test('is refused in the past, without a place, upside down, at a time that clocks skip', async () => {
    const group = await openGroup()
    const refused = (more: Partial<typeof convocation>) => expect(conveneIn(group, more)).rejects
    await refused({ on: day('2020-07-21') }).toThrow('meeting-in-the-past')
    await refused({ on: day('2020-07-22'), starts: '08:59' }).toThrow('meeting-in-the-past')
    await refused({ place: null as never }).toThrow('meeting-without-place')
    await refused({ starts: '17:00', ends: '17:00' }).toThrow('meeting-ends-before-start')
    await refused({ on: day('2021-03-28'), starts: '02:30', ends: '04:00' }).toThrow('time-not-there')
    await refused({ links: 'Bozza senza indirizzo' as never }).toThrow('paper-address-unclear')
  })

  test('is refused when the rule could not be met, or the body is no longer in office on that day', async () => {
    const group = await openGroup({ to: day('2020-07-27'), quorumKind: 'number', quorumCount: 5 })
    await expect(conveneIn(group)).rejects.toThrow('body-not-in-office')
    await expect(conveneIn(group, { on: day('2020-07-27') })).rejects.toThrow('quorum-beyond-seats')
  })

  test('goes again when changed, with the next revision; whoever answered about another time is asked again', async () => {
    const group = await openGroup()
    const { house, members } = group
    const meeting = await conveneIn(group)
    const secretary = await deskOf(house, members.secretary)
    await answerMeeting(await deskOf(house, members.ada), meeting.id, { answer: 'yes' })
    const answersNow = async () => (await invitationsTo(house.db, meeting.id)).map(({ answer }) => answer).filter(Boolean)
    await changeMeeting(secretary, meeting.id, { ...change, agenda: 'Un altro ordine del giorno' })
    expect(await answersNow()).toEqual(['yes'])
    expect(await changeMeeting(secretary, meeting.id, { ...change, on: day('2020-07-29') })).toMatchObject({ revision: 2 })
    expect(await answersNow()).toEqual([])
    await expect(changeMeeting(secretary, meeting.id, { ...change, on: day('2020-07-20') })).rejects.toThrow('meeting-in-the-past')
    await expect(changeMeeting(secretary, meeting.id, { ...change, revision: 1 })).rejects.toThrow('conflict')
    const events = await house.db.selectFrom('event').select(['act', 'facts']).where('subjectId', '=', meeting.id).orderBy('id').execute()
    expect(events.map(({ act }) => act)).toEqual(['groups.convene', 'groups.answer', 'groups.change-meeting', 'groups.change-meeting'])
    expect(events.at(-1)?.facts).toMatchObject({ revision: 2, moved: true })
  })

  test('of a meeting that began can no longer be changed, nor cancelled', async () => {
    const group = await openGroup()
    const { house, members } = group
    const meeting = await conveneIn(group)
    house.at('2020-07-28T15:00:00+02:00')
    const secretary = await deskOf(house, members.secretary)
    await expect(changeMeeting(secretary, meeting.id, { ...change, on: day('2020-08-04') })).rejects.toThrow('meeting-begun')
    await expect(cancelMeeting(secretary, meeting.id, { reason: 'Rinvio' })).rejects.toThrow('meeting-begun')
    await expect(answerMeeting(await deskOf(house, members.ada), meeting.id, { answer: 'yes' })).rejects.toThrow('meeting-begun')
  })

  test('cancelled stays, with its reason, and takes no answer', async () => {
    const group = await openGroup()
    const { house, members } = group
    const meeting = await conveneIn(group)
    await cancelMeeting(await deskOf(house, members.secretary), meeting.id, { reason: 'Rinviata' })
    expect(await getMeeting(house.db, meeting.id)).toMatchObject({ cancelReason: 'Rinviata', revision: 1 })
    await expect(answerMeeting(await deskOf(house, members.ada), meeting.id, { answer: 'no' })).rejects.toThrow('meeting-cancelled')
  })

  test('carries documents, which can be taken away', async () => {
    const group = await openGroup()
    const { house, body, members } = group
    const secretary = await deskOf(house, members.secretary)
    const input = { ...convocation, links: 'Bozza del perimetro: https://example.org/bozza\nhttps://example.org/altro' }
    const meeting = await convene(secretary, body.id, input, [{ bytes: aPdf(), name: 'nota.pdf', field: 'file1' }])
    const papers = await papersOf(house.db, meeting.id)
    expect(papers.map(({ name }) => name)).toEqual(['Bozza del perimetro', 'https://example.org/altro', 'nota.pdf'])
    await changeMeeting(secretary, meeting.id, { ...change, removed: [papers[0]?.id as string] })
    expect(await papersOf(house.db, meeting.id)).toHaveLength(2)
  })
})

describe('an invitation', () => {
  test('is answered by whoever holds its link, without entering', async () => {
    const group = await openGroup()
    const { house, members } = group
    const meeting = await conveneIn(group)
    const mine = (await invitationsTo(house.db, meeting.id)).find(({ memberId }) => memberId === members.ada.id)
    const token = invitationToken(secret, mine?.id as string)
    const nobody = { ...house.desk(), actor: { id: null, grants: [], onlyRooms: null } }
    await answerByLink(nobody, secret, token, { answer: 'no' })
    expect((await invitationsTo(house.db, meeting.id)).find(({ id }) => id === mine?.id)?.answer).toBe('no')
    expect(JSON.stringify(await house.db.selectFrom('invitation').selectAll().execute())).not.toContain(token.split('.')[1])
  })

  test('is refused to another who entered, with a signature changed, or of another secret', async () => {
    const group = await openGroup()
    const { house, members } = group
    const meeting = await conveneIn(group)
    const [first, second] = await invitationsTo(house.db, meeting.id)
    const token = invitationToken(secret, first?.id as string)
    const bruno = await deskOf(house, members.bruno)
    await expect(answerByLink(bruno, secret, token, { answer: 'yes' })).rejects.toThrow('invitation-of-another')
    const swapped = `${second?.id}.${token.split('.')[1]}`
    for (const bad of [swapped, `${token}x`, token.split('.')[0] as string, '', 'a.b'])
      await expect(answerByLink(bruno, secret, bad, { answer: 'yes' }), bad).rejects.toThrow('invitation-unknown')
    await expect(answerByLink(bruno, 'another secret', token, { answer: 'yes' })).rejects.toThrow('invitation-unknown')
  })

  test('is not answered with a mandate that will have ended, nor by somebody who was not invited', async () => {
    const group = await openGroup()
    const { house, body, members } = group
    const meeting = await conveneIn(group)
    const ada = await deskOf(house, members.ada)
    await endMembership(house.desk(), body.id, members.ada.id, { to: day('2020-07-25') })
    await expect(answerMeeting(ada, meeting.id, { answer: 'yes' })).rejects.toThrow('mandate-expired')
    await expect(answerMeeting(house.desk(citizen()), meeting.id, { answer: 'yes' })).rejects.toThrow('invitation-of-another')
  })
})

describe('a meeting', () => {
  test('counts its seats by the rule of its body: observers do not, a substitute does for whoever is absent', async () => {
    const group = await openGroup()
    const { house, body, members } = group
    const vice = await admitTo(house, body, { name: 'Vice Carla', role: 'member', substituteFor: members.chair.id })
    const meeting = await conveneIn(group)
    house.at('2020-07-28T18:00:00+02:00')
    const count = async (there: string[]) =>
      recordAttendance(await deskOf(house, members.secretary), meeting.id, Object.fromEntries(there.map((id) => [id, 'present'])))
    expect(await count([members.ada.id, members.bruno.id, members.observer.id])).toEqual({ seats: 4, quorum: 3, filled: 2 })
    expect(await count([members.ada.id, members.bruno.id, vice.id])).toEqual({ seats: 4, quorum: 3, filled: 3 })
    expect(await count([members.ada.id, members.chair.id, vice.id])).toEqual({ seats: 4, quorum: 3, filled: 2 })
  })

  test('that has not begun, or has no quorum, decides nothing', async () => {
    const group = await openGroup()
    const { house, members } = group
    const meeting = await conveneIn(group)
    await expect(decide(await deskOf(house, members.secretary), meeting.id, plain)).rejects.toThrow('meeting-not-begun')
    house.at('2020-07-28T18:00:00+02:00')
    const secretary = await deskOf(house, members.secretary)
    await expect(decide(secretary, meeting.id, plain)).rejects.toThrow('attendance-needed')
    await recordAttendance(secretary, meeting.id, { [members.ada.id]: 'present' })
    await expect(decide(secretary, meeting.id, plain)).rejects.toThrow('no-quorum')
  })

  test('decides by number, with votes that fit its seats; a tie does not pass', async () => {
    const group = await openGroup()
    const { house, members } = group
    const meeting = await holdMeeting(group)
    const secretary = await deskOf(house, members.secretary)
    const vote = (inFavour: number | null, against: number | null, abstained: number | null) =>
      decide(secretary, meeting.id, { ...plain, inFavour, against, abstained })
    expect(await decide(secretary, meeting.id, plain)).toMatchObject({ number: 1, adopted: true, takenOn: '2020-07-28' })
    expect(await vote(2, 2, 0)).toMatchObject({ number: 2, adopted: false })
    expect(await vote(2, 1, 1)).toMatchObject({ number: 3, adopted: true })
    await expect(vote(3, null, null)).rejects.toThrow('votes-incomplete')
    await expect(vote(3, 1, 1)).rejects.toThrow('votes-beyond-seats')
    await expect(vote(0, 0, 0)).rejects.toThrow('no-votes-cast')
    await expect(decide(await deskOf(house, members.ada), meeting.id, plain)).rejects.toThrow('not-allowed')
  })

  test('on whose attendance something was decided keeps it, unless the decision is annulled', async () => {
    const group = await openGroup()
    const { house, members } = group
    const meeting = await holdMeeting(group)
    const secretary = await deskOf(house, members.secretary)
    const { id } = await decide(secretary, meeting.id, plain)
    await expect(recordAttendance(secretary, meeting.id, {})).rejects.toThrow('attendance-settled')
    await annulDecision(await deskOf(house, members.chair), id, { reason: 'Scritta per errore' })
    await expect(annulDecision(await deskOf(house, members.chair), id, { reason: 'Di nuovo' })).rejects.toThrow('annulled-already')
    expect(await recordAttendance(secretary, meeting.id, {})).toMatchObject({ filled: 0 })
  })
})

describe('a task', () => {
  test('is on its owner’s desk until they say that it is done', async () => {
    const group = await openGroup()
    const { house, body, members } = group
    const today = day('2020-07-22')
    const secretary = await deskOf(house, members.secretary)
    const input = { ownerId: members.ada.id, text: 'Censire le basi dati', dueDay: day('2020-07-23'), meetingId: null }
    await expect(assignTask(secretary, body.id, { ...input, dueDay: day('2020-07-21') })).rejects.toThrow('task-due-past')
    await expect(assignTask(secretary, body.id, { ...input, meetingId: body.id })).rejects.toThrow('task-meeting-unknown')
    const { id } = await assignTask(secretary, body.id, input)
    expect(await tasksOf(house.db, members.ada.personId, today)).toMatchObject([{ text: 'Censire le basi dati', daysLate: null }])
    expect(await tasksOf(house.db, members.ada.personId, day('2020-07-25'))).toMatchObject([{ daysLate: 2 }])
    await expect(finishTask(secretary, id, { note: null })).rejects.toThrow('not-allowed')
    await finishTask(await deskOf(house, members.ada), id, { note: 'Fatto' })
    expect(await tasksOf(house.db, members.ada.personId, today)).toEqual([])
    await expect(withdrawTask(secretary, id)).rejects.toThrow('task-closed')
  })

  test('is not given to somebody out of office, nor finished after the mandate', async () => {
    const { house, body, members } = await openGroup()
    const secretary = await deskOf(house, members.secretary)
    const input = { ownerId: members.ada.id, text: 'Censire', dueDay: day('2020-08-01'), meetingId: null }
    const { id } = await assignTask(secretary, body.id, input)
    await endMembership(house.desk(), body.id, members.ada.id, { to: day('2020-07-21') })
    await expect(finishTask(house.desk(await actorOf(house, members.ada)), id, { note: null })).rejects.toThrow('mandate-expired')
    await expect(assignTask(secretary, body.id, input)).rejects.toThrow('task-owner-out')
  })
})
