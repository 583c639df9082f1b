import { expect, test } from 'vitest'
import { citizen } from '../testing.ts'
import { asPerson, openMap } from './test-hearings.ts'

const told = async (response: Response | Promise<Response>) => {
  const answer = await response
  return { status: answer.status, to: answer.headers.get('location') ?? '', text: await answer.text() }
}

test('the map shows organisations to all, and people who speak for themselves as a person', async () => {
  const { house, slug, secretary, museums, visitors } = await openMap()
  const page = await house.read(`/ecosistemi/${slug}/portatori`)
  expect(page).toContain('Direzione generale Musei')
  expect(page).toContain('Una persona')
  expect(page).not.toContain('Vito Visitatore')
  expect(page).not.toContain('Mara Musei')
  expect(page).toContain('Nessuna associazione di cittadini è ancora stata ascoltata.')
  expect(page).toContain('Direzione generale Musei: influenza alta, mai coinvolto.')
  expect(await house.read(`/ecosistemi/${slug}/portatori`, secretary)).toContain('Vito Visitatore')
  expect(await house.read(`/portatori/${museums.id}`)).not.toContain('Mara Musei')
  const self = asPerson(visitors.personId)
  await house.ask(`/portatori/${visitors.id}/nome`, { as: self, form: { shows: 'on' } })
  expect(await house.read(`/en/ecosistemi/${slug}/portatori`)).toContain('Vito Visitatore')
})

test('the map is filtered by address', async () => {
  const { house, slug } = await openMap()
  const citizens = await house.read(`/ecosistemi/${slug}/portatori?tipo=citizens`)
  expect(citizens).toContain('Una persona')
  expect(citizens).not.toContain('>Direzione generale Musei</a>')
  expect(await house.read(`/ecosistemi/${slug}/portatori?ascoltati=si`)).toContain('Nessuno corrisponde a questi filtri.')
  expect(await house.read(`/ecosistemi/${slug}/portatori?interesse=4&influenza=5`)).toContain('>Direzione generale Musei</a>')
  expect(await house.read(`/ecosistemi/${slug}/portatori?interesse=9&tipo=x`)).toContain('Direzione generale Musei')
})

test('the number of statements of the map does not grow with those on it', async () => {
  const { house, slug, secretary } = await openMap()
  const read = () => house.read(`/ecosistemi/${slug}/portatori`, secretary)
  await read()
  const before = await house.countQueries(read)
  for (let n = 0; n < 5; n += 1)
    await house.ask(`/ecosistemi/${slug}/portatori/nuovo`, {
      as: secretary,
      form: { name: `Nome ${n}`, email: `n${n}@example.org`, kind: 'firm', interest: '3', influence: '5', involvement: 'consult' },
    })
  expect(await read()).toContain('Nome 4')
  expect(await house.countQueries(read)).toBe(before)
})

test('a refused stakeholder comes back filled in', async () => {
  const { house, slug, secretary } = await openMap()
  const form = { name: 'Solo Nome', email: '', kind: 'firm', interest: '3', influence: '5', involvement: 'consult', notes: 'Da sentire' }
  const answer = await told(house.ask(`/ecosistemi/${slug}/portatori/nuovo`, { as: secretary, form }))
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('Di una persona servono sia il nome sia l’indirizzo di posta')
  expect(answer.text).toContain('value="Solo Nome"')
  expect(answer.text).toContain('Da sentire')
  expect((await house.ask(`/ecosistemi/${slug}/portatori/nuovo`, { as: citizen() })).status).toBe(403)
})

test('two who weigh one stakeholder at once do not write over each other', async () => {
  const { house, secretary, museums } = await openMap()
  const form = { kind: 'administration', interest: '1', influence: '1', involvement: 'inform', revision: '0' }
  expect((await told(house.ask(`/portatori/${museums.id}/modifica`, { as: secretary, form }))).status).toBe(303)
  expect((await told(house.ask(`/portatori/${museums.id}/modifica`, { as: secretary, form }))).status).toBe(422)
})
