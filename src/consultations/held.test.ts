import { expect, test } from 'vitest'
import { newId } from '../kernel/id.ts'
import { contributed, opened, person } from './test-consultation.ts'

test('whoever leaves takes a copy of what they wrote; the ledger keeps it without their name, and drafts go', async () => {
  const whole = await opened()
  const { house, consultation, lead, officer } = whole
  const [ada, bruno] = [await person(house), await person(house, 'Bruno Altro')]
  const one = await contributed(whole, ada, { showsName: 'on' })
  const other = await contributed(whole, bruno, { text: 'Si aprano gli archivi.' })
  const address = `/consultazioni/${consultation.id}/osservazioni`
  const send = (path: string, form: Record<string, string | Blob>) => house.ask(path, { as: ada, form })
  const file = new File(['Dati alla mano.\n'], 'dati.txt')
  const takePart = `/consultazioni/${consultation.id}/partecipa`
  expect((await send(takePart, { text: 'Con un allegato.', key: newId(), file })).status).toBe(303)
  await send(takePart, { text: 'Ci penso ancora', key: newId(), draft: newId(), doing: 'draft' })
  await send(`${address}/${other.number}/sostegno`, {})
  await send(`${address}/${other.number}/risposte`, { text: 'Concordo.', showsName: 'on' })
  await send(`${address}/${one.number}/modifica`, { text: 'Detto meglio.', showsName: 'on' })
  await house.ask(`${address}/${one.number}/moderazione`, { as: lead, form: { rule: 'offence', reason: 'Insulta.' } })
  await send(`${address}/${one.number}/riesame`, { reason: 'È una critica.' })
  await house.ask(`${address}/${one.number}/esito-riesame`, { as: officer, form: { outcome: 'restored', reason: 'Sì.' } })

  const data = JSON.parse(await (await send('/profilo/dati', {})).text())
  expect(data.contributions.map(({ text }: { text: string }) => text)).toEqual(['Detto meglio.', 'Con un allegato.'])
  expect(data.contributionRevisions).toMatchObject([{ text: 'Il biglietto unico va esteso ai parchi.' }])
  expect(data.contributionFiles).toMatchObject([{ name: 'dati.txt' }])
  expect(data.contributionDrafts).toMatchObject([{ content: { text: 'Ci penso ancora' } }])
  expect(data.contributionsSupported).toMatchObject([{ contributionId: other.id }])
  expect(data.contributionComments).toMatchObject([{ text: 'Concordo.' }])
  expect(data.contributionModeration.map(({ kind }: { kind: string }) => kind)).toEqual(['hidden', 'appealed', 'restored'])
  expect(data).toMatchObject({ consultationEvaluations: [], notices: expect.anything() })

  expect(await house.read(`${address}/${one.number}`)).toContain('Ada Cittadina')
  expect((await send('/profilo/cancellazione', { agree: 'on' })).status).toBe(303)
  for (const path of [`${address}/${one.number}`, `${address}/${other.number}`, address]) {
    const page = await house.read(path)
    expect(page).not.toContain('Ada Cittadina')
    expect(page).toContain(path.endsWith(String(other.number)) ? 'Concordo.' : 'Detto meglio.')
  }
  expect(await house.read(`${address}/${one.number}`)).toContain('Una persona che ha cancellato il suo profilo')
  const left = await house.db.selectFrom('contributionDraft').selectAll().execute()
  expect(left).toEqual([])
  const feed = await house.read(`/consultazioni/${consultation.id}/feed.atom`)
  expect(feed).not.toContain('Ada Cittadina')
})
