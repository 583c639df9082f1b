import { expect, test } from 'vitest'
import { day } from '../kernel/day.ts'
import { findMinutes } from '../minutes/index.ts'
import { citizen } from '../testing.ts'
import { agreeWithMinutes, amendStatement, answerAmendment } from './actions/amendments.ts'
import { closeMinutes, correctMinutes, editStatement, removeStatement, sendMinutes } from './actions/minutes.ts'
import { hashOf } from './actions/sitting.ts'
import { waitingInHearings } from './duties.ts'
import { amendmentsOn, statementsOf } from './store/minutes.ts'
import { deskOf, holdHearing } from './test-hearings.ts'

const refused = (slug: string) => expect.objectContaining({ kind: expect.objectContaining({ slug }) })

test('of two who edit one statement from the same words, the second is told, and both texts stay', async () => {
  const { house, secretary, hearing, statements } = await holdHearing()
  const [first] = statements
  const desk = house.desk(secretary)
  const id = first?.id ?? ''
  await editStatement(desk, hearing.id, id, { text: 'Uno', base: 1 })
  await expect(editStatement(desk, hearing.id, id, { text: 'Due', base: 1 })).rejects.toEqual(refused('statement-changed'))
  await editStatement(desk, hearing.id, id, { text: 'Due', base: 2 })
  const kept = await house.db.selectFrom('statementRevision').select('text').where('statementId', '=', id).orderBy('revision').execute()
  expect(kept.map(({ text }) => text)).toEqual([first?.text, 'Uno', 'Due'])
})

test('two who edit different statements at once do not meet', async () => {
  const { house, secretary, hearing, statements } = await holdHearing()
  const desk = house.desk(secretary)
  await Promise.all(statements.map(({ id }, index) => editStatement(desk, hearing.id, id, { text: `Testo ${index}`, base: 1 })))
  expect((await statementsOf(house.db, hearing.id)).map(({ text }) => text)).toEqual(['Testo 0', 'Testo 1'])
})

test('minutes become final once everybody has answered, and are never written again', async () => {
  const whole = await holdHearing()
  const { house, secretary, hearing, museums, visitors, statements } = whole
  const desk = house.desk(secretary)
  await expect(closeMinutes(desk, hearing.id, { version: 2 })).rejects.toEqual(refused('amendments-term-running'))
  await expect(agreeWithMinutes(house.desk(citizen()), hearing.id)).rejects.toEqual(refused('not-heard'))
  await agreeWithMinutes(deskOf(whole, museums), hearing.id)
  const second = statements[1]?.id ?? ''
  const same = amendStatement(deskOf(whole, visitors), hearing.id, second, { text: ' Comprare in linea è difficile. ' })
  await expect(same).rejects.toEqual(refused('amendment-unchanged'))
  const { id } = await amendStatement(deskOf(whole, visitors), hearing.id, second, { text: 'Comprare in linea è impossibile.' })
  await expect(closeMinutes(desk, hearing.id, { version: 2 })).rejects.toEqual(refused('amendments-open'))
  const unreasoned = answerAmendment(desk, hearing.id, id, { outcome: 'rejected', reason: null, text: null, base: 1 })
  await expect(unreasoned).rejects.toEqual(refused('amendment-reason-needed'))
  await answerAmendment(desk, hearing.id, id, { outcome: 'accepted', reason: null, text: 'Comprare in linea è impossibile.', base: 1 })
  await closeMinutes(desk, hearing.id, { version: 2 })

  const now = await statementsOf(house.db, hearing.id)
  expect(now.map(({ text }) => text)).toEqual(['Serve un solo biglietto per tutti i musei.', 'Comprare in linea è impossibile.'])
  const minutes = await findMinutes(house.db, hearing.id)
  expect(minutes?.approved).toMatchObject({ version: 2, on: '2020-08-04', hash: hashOf(now).toString('hex') })
  await expect(editStatement(desk, hearing.id, second, { text: 'Altro', base: 2 })).rejects.toEqual(refused('hearing-minutes-final'))
  await expect(removeStatement(desk, hearing.id, second)).rejects.toEqual(refused('hearing-minutes-final'))
  expect(await correctMinutes(desk, hearing.id, { text: 'Era un museo solo.', reason: 'Refuso' })).toBe(1)
})

test('the database itself keeps final minutes as they are', async () => {
  const whole = await holdHearing()
  const { house, secretary, hearing } = whole
  house.at('2020-08-21T09:00:00+02:00')
  await closeMinutes(house.desk(secretary), hearing.id, { version: 2 })
  for (const table of ['approvedMinutes', 'finalStatement', 'statementRevision'] as const)
    await expect(house.db.deleteFrom(table).execute()).rejects.toThrow('permission denied')
  await expect(house.db.updateTable('statementRevision').set({ text: 'Altro' }).execute()).rejects.toThrow('permission denied')
})

test('what changed after it was sent is sent again before it becomes final', async () => {
  const { house, secretary, hearing, statements } = await holdHearing()
  const desk = house.desk(secretary)
  await expect(sendMinutes(desk, hearing.id, { until: day('2020-08-30') })).rejects.toEqual(refused('hearing-minutes-sent-already'))
  await editStatement(desk, hearing.id, statements[0]?.id ?? '', { text: 'Cambiato', base: 1 })
  house.at('2020-08-21T09:00:00+02:00')
  await expect(closeMinutes(house.desk(secretary), hearing.id, { version: 3 })).rejects.toEqual(
    refused('hearing-minutes-changed-since-sent'),
  )
  await expect(sendMinutes(house.desk(secretary), hearing.id, { until: day('2020-08-20') })).rejects.toEqual(
    refused('amendments-term-in-the-past'),
  )
})

test('after the term nobody amends', async () => {
  const whole = await holdHearing()
  const { house, hearing, museums } = whole
  house.at('2020-08-21T09:00:00+02:00')
  await expect(agreeWithMinutes(deskOf(whole, museums), hearing.id)).rejects.toEqual(refused('amendments-over'))
})

test('an amendment to words that changed meanwhile is not written over them', async () => {
  const whole = await holdHearing()
  const { house, secretary, hearing, museums, statements } = whole
  const desk = house.desk(secretary)
  const id = statements[0]?.id ?? ''
  const amendment = await amendStatement(deskOf(whole, museums), hearing.id, id, { text: 'Un biglietto solo.' })
  await editStatement(desk, hearing.id, id, { text: 'Cambiato', base: 1 })
  const outcome = { outcome: 'accepted', reason: null, text: 'Un biglietto solo.', base: 1 } as const
  await expect(answerAmendment(desk, hearing.id, amendment.id, outcome)).rejects.toEqual(refused('statement-changed'))
  expect((await amendmentsOn(house.db, hearing.id))[0]?.outcome).toBeNull()
})

test('minutes to read wait on the desk of whoever was heard, until they answer', async () => {
  const whole = await holdHearing()
  const { house, hearing, museums } = whole
  const { now } = house.desk()
  const waiting = () => waitingInHearings(house.db, museums.personId ?? '', now)
  expect((await waiting()).minutes).toMatchObject([{ hearing: { id: hearing.id }, until: '2020-08-20' }])
  await agreeWithMinutes(deskOf(whole, museums), hearing.id)
  expect((await waiting()).minutes).toEqual([])
})
