import { expect, test } from 'vitest'
import { newId } from '../kernel/id.ts'
import { extendConsultation } from './actions/calendar.ts'
import { EnterForm, enterContribution } from './actions/enter.ts'
import { hide } from './actions/moderate.ts'
import { receiptNumber } from './rules/contributions.ts'
import { contributed, opened, person } from './test-consultation.ts'

test('whoever wrote is told at once that it arrived, and of what happens to it', async () => {
  const whole = await opened()
  const { house, consultation, lead } = whole
  await house.work()
  const ada = await person(house)
  const one = await contributed(whole, ada)
  await house.work()
  const receipt = receiptNumber(one)
  const notices = () => house.read('/avvisi', ada)
  expect(await notices()).toContain(`Osservazione ${receipt} ricevuta`)
  await hide(house.desk(lead), consultation.id, one.id, { rule: 'offence', reason: 'Insulta.' })
  await extendConsultation(house.desk(lead), consultation.id, { closesOn: '2020-10-09' as never, reason: 'Richieste' })
  await house.work()
  const after = await notices()
  expect(after).toContain(`La tua osservazione ${receipt} è stata oscurata`)
  expect(after).not.toContain('Insulta.')
  expect(after).toContain('chiude più tardi')
})

test('whoever wrote on paper and left an address gets a mail with a link of their own', async () => {
  const whole = await opened()
  const { house, consultation, lead } = whole
  await house.work()
  const paper = {
    channel: 'paper',
    authorName: 'Pia Lettera',
    authorEmail: 'pia@example.org',
    protocolNumber: '2020/1',
    protocolDay: '2020-08-05',
  }
  const form = EnterForm.parse({ ...paper, text: 'Per posta.', key: newId() })
  const { contribution } = await enterContribution(house.desk(lead), consultation.id, form)
  await house.work()
  const { rows } = await (await import('kysely')).sql<{ text: string }>`select * from mail`.execute(house.db)
  expect(JSON.stringify(rows)).toContain('/ricevute/')
  expect(JSON.stringify(rows)).toContain(receiptNumber(contribution))
})
