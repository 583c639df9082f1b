import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { day } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import { extendConsultation } from './actions/calendar.ts'
import { ChangeForm, changeContribution } from './actions/change.ts'
import { comment, hideCommentBy } from './actions/comments.ts'
import { EnterForm, enterContribution } from './actions/enter.ts'
import { addMaterial, moveMaterial } from './actions/materials.ts'
import { addMilestone, changeMilestone, endMilestone, MilestoneForm } from './actions/milestones.ts'
import { hide } from './actions/moderate.ts'
import { receiptNumber } from './rules/contributions.ts'
import { contributed, opened, person } from './test-consultation.ts'

test('whoever wrote is told at once that it arrived, and of what happens to it', async () => {
  const whole = await opened()
  const { house, consultation, lead } = whole
  await house.work()
  const ada = await person(house)
  const one = await contributed(whole, ada)
  await changeContribution(house.desk(ada), consultation.id, one.id, ChangeForm.parse({ text: 'Cambiata.' }), { lang: 'it' })
  await house.work()
  const receipt = receiptNumber(one)
  const { rows } = await sql<{ id: string; told: string }>`select id, letter || '{}' as told from mail
    union all select id, words from notice`.execute(house.db)
  expect(JSON.stringify(rows)).not.toMatch(/biglietto unico|Cambiata/)
  const mail = () => house.read(`/dimostrazione/posta/${rows[0]?.id}`)
  expect(await mail()).toContain('Che cosa hai scritto\n\n&gt; Il biglietto unico va esteso ai parchi.')
  expect(await mail()).toContain(one.hash)
  const notices = () => house.read('/avvisi', ada)
  expect(await notices()).toContain(`Osservazione ${receipt} ricevuta`)
  const bea = await person(house, 'Bea Risponde')
  const said = await comment(house.desk(bea), consultation.id, one.id, { text: 'Ladri.', showsName: false })
  await hideCommentBy(house.desk(lead), consultation.id, one.id, said.id, { rule: 'offence' })
  await hide(house.desk(lead), consultation.id, one.id, { rule: 'offence', reason: 'Insulta.' })
  await extendConsultation(house.desk(lead), consultation.id, { closesOn: '2020-10-09' as never, reason: 'Richieste' })
  await house.work()
  expect(await mail()).not.toContain('biglietto unico')
  expect(await house.read('/avvisi', bea)).toContain(`La tua risposta all’osservazione ${receipt} è stata oscurata`)
  const after = await notices()
  expect(after).toContain(`La tua osservazione ${receipt} è stata oscurata`)
  expect(after).not.toContain('Insulta.')
  expect(after).toContain('chiude più tardi')
})

test('whoever took part, or follows the ecosystem, hears once of a date added, moved or called off, and of what there is to read', async () => {
  const whole = await opened()
  const { house, consultation, lead, slug } = whole
  await house.work()
  const [ada, bea] = [await person(house), await person(house, 'Bea Lettrice')]
  await contributed(whole, ada)
  for (const who of [ada, bea]) expect((await house.ask(`/api/v1/ecosystems/${slug}/follow`, { as: who, method: 'PUT' })).status).toBe(200)
  await house.work()
  const told = async (who: typeof ada) => {
    const { items } = (await (await house.ask('/api/v1/notices', { as: who })).json()) as { items: { title: { it: string } }[] }
    return items.map(({ title }) => title.it).filter((title) => !title.includes('ricevuta'))
  }
  const desk = house.desk(lead)
  const meeting = MilestoneForm.parse({
    kind: 'meeting',
    titleIt: 'Incontro con le guide',
    day: '2020-08-20',
    starts: '17:30',
    place: 'Roma',
  })
  const { id } = await addMilestone(desk, consultation.id, meeting)
  await house.work()
  expect(await told(ada)).toEqual(['Nuovo appuntamento: Incontro con le guide'])
  expect(await told(bea)).toEqual(['Beni culturali e turismo: nuovo appuntamento: Incontro con le guide'])
  expect(await house.read('/en/avvisi', ada)).toContain(
    'Public meeting, 20 August 2020, from 17:30, Roma. Consultation: Strategia dei beni culturali.',
  )

  const link = { titleIt: 'Uno studio', titleEn: null, lang: 'it', address: 'https://docs.example.org/studio' } as const
  const { id: material } = await addMaterial(desk, consultation.id, link, null)
  await moveMaterial(desk, consultation.id, material, { way: 'later' })
  await changeMilestone(desk, consultation.id, id, { ...meeting, day: day('2020-08-21') })
  await house.work()
  await endMilestone(desk, consultation.id, id)
  await house.work()
  expect((await told(ada)).toSorted()).toEqual(
    [
      'Appuntamento annullato: Incontro con le guide',
      'Nuovo appuntamento: Incontro con le guide',
      'Nuovo materiale da leggere: Uno studio',
      'È cambiato un appuntamento: Incontro con le guide',
    ].toSorted(),
  )
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
  const { rows } = await sql<{ text: string }>`select * from mail`.execute(house.db)
  expect(JSON.stringify(rows)).toContain('/ricevute/')
  expect(JSON.stringify(rows)).toContain(receiptNumber(contribution))
})
