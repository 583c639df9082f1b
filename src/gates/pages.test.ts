import { expect, test } from 'vitest'
import { addEcosystem, appointLead, setPhaseTerm, startPhase } from '../ecosystems/index.ts'
import { day } from '../kernel/day.ts'
import { addOrganisation } from '../organisations/index.ts'
import { openHouse, somebody, type TestHouse } from '../testing.ts'
import { derogate } from './actions.ts'

const officer = somebody('officer')
const reason = 'Il gruppo ha lavorato nel <comitato> già previsto dalla norma di settore.'
const gate = '/ecosistemi/scuola/fasi/envisioning'

async function school(house: TestHouse) {
  const plain = {
    nameEn: 'School',
    summaryIt: null,
    summaryEn: null,
    priority: false,
    prioritySource: null,
    parentId: null,
    since: day('2019-01-01'),
  }
  const { id } = await addEcosystem(house.desk(), { ...plain, nameIt: 'Scuola' })
  const term = { expectedOn: null, dueOn: day('2019-12-01'), precision: 'month', qualifier: 'by', source: 'LA51 2019-2021' } as const
  const published = { ...house.desk(), today: day('2019-03-12') }
  await setPhaseTerm(published, 'scuola', { phase: 'envisioning', ...term })
  return { lead: somebody('lead', { kind: 'ecosystem', id }) }
}

const start = (house: TestHouse) => startPhase(house.desk(), 'scuola', { phase: 'envisioning', on: day('2019-02-08') })

test('a phase not started says so, and offers its start to whoever may', async () => {
  const house = await openHouse()
  await school(house)
  const anonymous = await house.read(gate)
  expect(anonymous).toContain('La fase non è ancora avviata')
  expect(anonymous).toContain('in ritardo di 204 giorni')
  expect(anonymous).toContain('Toccherà all’amministrazione capofila')
  expect(anonymous).not.toContain('/avvio"')
  expect(await house.read(gate, officer)).toContain(`href="${gate}/avvio"`)
})

test('a phase under way lists what is missing and whose turn it is, and its button says why it is shut', async () => {
  const house = await openHouse()
  await school(house)
  await start(house)
  const page = await house.read(gate)
  expect(page).toContain('<h1>Envisioning: che cosa manca per concludere</h1>')
  expect(page).toContain(
    'Nessuna condizione su 6 è soddisfatta. Il prossimo passo è dell’amministrazione capofila: costituire il gruppo di lavoro con un atto.',
  )
  expect(page).toContain('dall’8 febbraio 2019')
  expect(page).toContain('dopo l’atto istitutivo')
  expect(page).toContain('Non si può ancora: mancano 6 condizioni su 6.')
  expect(page).toMatch(/<button[^>]*disabled[^>]*aria-describedby="conclude-why"/)
  expect(page).toContain('href="/piano/2019-2021/azioni/51"')
  for (const phase of ['design', 'make-or-buy', 'growth']) expect(page).toContain(`href="/ecosistemi/scuola/fasi/${phase}"`)
})

test('the same page in English', async () => {
  const house = await openHouse()
  await school(house)
  await start(house)
  const page = await house.read(`/en${gate}`)
  expect(page).toContain('School, phase 1 of 4')
  expect(page).toContain(
    'No condition out of 6 is met. The next step is the lead administration’s: constitute the working group by an act.',
  )
  expect(page).toContain('Not yet: 6 conditions are missing out of 6.')
})

test('two leads are addressed in the plural', async () => {
  const house = await openHouse()
  await school(house)
  await start(house)
  for (const name of ['Ministero uno', 'Ministero due']) {
    const { id: organisationId } = await addOrganisation(house.desk(), { name, kind: 'central' })
    await appointLead(house.desk(), 'scuola', { organisationId, fromDay: null })
  }
  expect(await house.read(gate)).toContain('Tocca alle amministrazioni capofila')
})

test('concluding too early brings back the page with the list', async () => {
  const house = await openHouse()
  const { lead } = await school(house)
  await start(house)
  const answer = await house.ask(`${gate}/conclusione`, { as: lead, form: {} })
  const page = await answer.text()
  expect(answer.status).toBe(409)
  expect(page).toContain('Non si può ancora concludere: mancano 6 condizioni su 6.')
  expect(page).toContain('Il gruppo di lavoro è costituito con un atto')
  expect((await house.ask(`${gate}/conclusione`, { form: {} })).status).toBe(401)
})

test('the derogation is offered to the officer alone, wants a reason, and its reason is published', async () => {
  const house = await openHouse()
  const { lead } = await school(house)
  await start(house)
  expect(await house.read(gate, lead)).not.toContain(`href="${gate}/deroga"`)
  expect(await house.read(gate, officer)).toContain(`href="${gate}/deroga"`)
  expect((await house.ask(`${gate}/deroga`, { as: lead })).status).toBe(403)
  expect(await house.read(`${gate}/deroga`, officer)).toContain('Il gruppo di lavoro è costituito con un atto')
  const short = await house.ask(`${gate}/deroga`, { as: officer, form: { reason: 'perché sì' } })
  expect([short.status, await short.text()]).toEqual([422, expect.stringMatching(/almeno 20 caratteri[\s\S]*perché sì/)])
  const granted = await house.ask(`${gate}/deroga`, { as: officer, form: { reason } })
  expect([granted.status, granted.headers.get('location')]).toEqual([303, `${gate}?fatto=deroga`])
  const page = await house.read(`${gate}?fatto=deroga`)
  expect(page).toContain('nel &lt;comitato&gt; già previsto')
  expect(page).toContain('Envisioning: come si è conclusa')
  expect(page).toContain('Fase conclusa in deroga')
  expect(page).not.toContain('class="conclude"')
  expect((await house.ask(`${gate}/deroga`, { as: officer })).status).toBe(409)
})

test('on a day of the past the page tells how things stood, with nothing to press', async () => {
  const house = await openHouse()
  await school(house)
  await start(house)
  await derogate(house.desk(officer), 'scuola', 'envisioning', { reason })
  const past = await house.read(`${gate}?al=2020-07-21`, officer)
  expect(past).toContain('Così stavano le cose il 21 luglio 2020')
  expect(past).toContain('in ritardo di 203 giorni')
  expect(past).not.toContain('class="conclude"')
  expect(past).not.toContain('comitato')
  expect(past).toContain('href="/ecosistemi/scuola/fasi/design?al=2020-07-21"')
  expect(await house.read(`${gate}?al=2019-02-07`)).toContain('La fase non è ancora avviata')
})

test('a day that is not one, or out of range, is refused beside its field', async () => {
  const house = await openHouse()
  await school(house)
  for (const al of ['ieri', '2020-07-23', '2018-12-31', '2020-02-30']) {
    const answer = await house.ask(`${gate}?al=${al}`)
    expect([al, answer.status, await answer.text()]).toEqual([al, 422, expect.stringContaining('id="field-al-error"')])
  }
  expect((await house.ask('/ecosistemi/scuola/fasi/inventata')).status).toBe(404)
  expect((await house.ask('/ecosistemi/niente/fasi/design')).status).toBe(404)
})

test('the gate is read, shut and derogated through the API too', async () => {
  const house = await openHouse()
  const { lead } = await school(house)
  await start(house)
  const path = '/api/v1/ecosystems/scuola/phases/envisioning'
  const read = async (query = '') => (await house.ask(path + query)).json()
  expect(await read()).toMatchObject({
    state: 'late',
    daysLate: 204,
    met: 0,
    total: 6,
    conditions: [{ id: 'group-constituted', met: false, turn: 'lead', evidence: null }, {}, {}, {}, {}, {}],
  })
  const shut = await house.ask(`${path}/conclusions`, { as: lead, method: 'POST' })
  expect([shut.status, await shut.json()]).toEqual([
    409,
    expect.objectContaining({
      type: '/problems/gate-shut',
      missing: expect.arrayContaining(['hearing-held']),
      detail: expect.stringContaining('mancano 6'),
    }),
  ])
  expect((await house.ask(`${path}/derogations`, { as: lead, json: { reason } })).status).toBe(403)
  expect((await house.ask(`${path}/derogations`, { as: officer, json: { reason: 'breve' } })).status).toBe(422)
  expect((await house.ask(`${path}/derogations`, { as: officer, json: { reason } })).status).toBe(204)
  expect(await read()).toMatchObject({ state: 'done', derogationReason: reason })
  expect(await read('?asOf=2020-07-21')).toMatchObject({ state: 'late', daysLate: 203, derogationReason: null })
})
