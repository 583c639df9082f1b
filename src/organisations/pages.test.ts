import { describe, expect, test } from 'vitest'
import { openHouse, somebody } from '../testing.ts'
import { addOrganisation } from './actions.ts'
import { findOrganisations } from './index.ts'

const officer = somebody('officer')
const csv = (...lines: string[]) =>
  new File([['Codice_IPA,Denominazione_ente,Codice_fiscale_ente,Codice_Categoria', ...lines].join('\n')], 'enti.csv')

async function withMany(count: number) {
  const house = await openHouse()
  for (let n = 1; n <= count; n += 1) await addOrganisation(house.desk(officer), { name: `Comune <b>numero</b> ${n}`, kind: 'territorial' })
  return house
}

describe('the list', () => {
  test('is read by anybody, escapes names and offers nobody what they may not do', async () => {
    const house = await withMany(1)
    const page = await house.read('/organizzazioni')
    expect(page).toContain('Comune &lt;b&gt;numero&lt;/b&gt; 1')
    expect(page).not.toContain('/organizzazioni/nuova')
    expect(await house.read('/organizzazioni', officer)).toContain('/organizzazioni/nuova')
    expect(await house.read('/en/organizzazioni?q=comune')).toContain('/en/organizzazioni?q=comune&amp;tipo=territorial')
  })

  test('asks the database as often for fifty organisations as for one', async () => {
    const house = await withMany(1)
    const one = await house.countQueries(() => house.read('/organizzazioni?q=comune'))
    for (let n = 2; n <= 50; n += 1) await addOrganisation(house.desk(officer), { name: `Comune ${n}`, kind: 'territorial' })
    expect(await house.countQueries(() => house.read('/organizzazioni?q=comune'))).toBe(one)
  })

  test('says what to do when nothing is found, and takes a nonsense address as no filter', async () => {
    const house = await withMany(1)
    expect(await house.read('/organizzazioni?q=zzzzzz')).toContain('Prova con meno parole')
    expect(await house.read('/organizzazioni?tipo=nonsense&dentro=x')).toContain('numero')
    expect((await house.ask('/organizzazioni?da=nonsense')).status).toBe(400)
  })
})

describe('adding and correcting by form', () => {
  test('a rejected form comes back filled in, with the reason beside its field', async () => {
    const house = await openHouse()
    const response = await house.ask('/organizzazioni/nuova', {
      as: officer,
      form: { name: 'Ente "di prova"', kind: 'other', taxCode: '123' },
    })
    const page = await response.text()
    expect(response.status).toBe(422)
    expect(page).toContain('value="Ente &quot;di prova&quot;"')
    expect(page).toContain('href="#field-taxCode"')
  })

  test('without script the parent is found in a step of its own', async () => {
    const house = await withMany(1)
    const [parent] = (await findOrganisations(house.db, {})).items
    const form = { name: 'Ufficio', kind: 'other', 'parentId-query': 'comune' }
    const searched = await house.ask('/organizzazioni/nuova', { as: officer, form: { ...form, 'parentId-search': '1' } })
    expect(searched.status).toBe(200)
    expect(await searched.text()).toContain(`value="${parent?.id}"`)
    expect((await house.ask('/organizzazioni/nuova', { as: officer, form })).status).toBe(422)
    const added = await house.ask('/organizzazioni/nuova', { as: officer, form: { ...form, parentId: String(parent?.id) } })
    expect(added.status).toBe(303)
    expect(await house.read(String(added.headers.get('location')), officer)).toContain('Organizzazione aggiunta')
    expect(await house.read(`/organizzazioni/${parent?.id}`)).toContain('Ufficio')
  })

  test('a correction shows what holds now and, sent, keeps the former name', async () => {
    const house = await withMany(1)
    const [one] = (await findOrganisations(house.db, {})).items
    const address = `/organizzazioni/${one?.id}/modifica`
    expect(await house.read(address, officer)).toContain('<option value="territorial" selected')
    const response = await house.ask(address, { as: officer, form: { name: 'Nuovo nome', kind: 'territorial', nameFrom: '2020-07-01' } })
    expect(response.status).toBe(303)
    expect(await house.read(`/organizzazioni/${one?.id}?fatto=corretta`)).toContain('Dati corretti')
    expect(await house.read(`/organizzazioni/${one?.id}?fatto=constructor`)).not.toContain('Dati corretti')
    expect(await house.read(`/organizzazioni/${one?.id}`)).toMatch(/Nuovo nome[\s\S]*1 luglio 2020[\s\S]*numero[\s\S]*30 giugno 2020/)
  })

  test('the form is refused to whoever could not send it', async () => {
    const house = await openHouse()
    expect((await house.ask('/organizzazioni/nuova')).status).toBe(401)
    expect((await house.ask('/organizzazioni/importa', { as: somebody('delegate') })).status).toBe(403)
  })
})

describe('importing by form', () => {
  test('previews, then imports, then tells; and the confirmation sent twice imports once', async () => {
    const house = await openHouse()
    const file = csv('c_h501,Roma Capitale,02438750586,L6', 'c_x,"<i>Errato</i>",1,L6')
    const sent = await house.ask('/organizzazioni/importa', { as: officer, form: { file } })
    const address = String(sent.headers.get('location'))
    const preview = await house.read(address, officer)
    expect(preview).toContain('Importa: 1 nuova, nessuna aggiornata')
    expect(preview).toContain('non ha 11 cifre')
    expect((await findOrganisations(house.db, {})).items).toHaveLength(0)
    await house.ask(address, { as: officer, form: {} })
    await house.ask(address, { as: officer, form: {} })
    expect(await house.read(address, officer)).toContain('Importazione conclusa')
    expect((await findOrganisations(house.db, {})).items).toHaveLength(1)
    expect(await house.db.selectFrom('event').select('id').where('act', '=', 'organisations.import').execute()).toHaveLength(1)
    const refused = await house.ask(`${address}/righe-rifiutate.csv`, { as: officer })
    expect(await refused.text()).toMatch(/^"Riga","Codice","Perché"\r\n3,"c_x","Il codice fiscale/)
    expect((await house.ask(address, { as: somebody('officer') })).status).toBe(404)
  })

  test('a file that is missing or is another thing is refused in words', async () => {
    const house = await openHouse()
    const none = await house.ask('/organizzazioni/importa', { as: officer, form: { file: new File([], 'enti.csv') } })
    expect([none.status, await none.text()]).toEqual([422, expect.stringContaining('Scegli il file')])
    const other = await house.ask('/organizzazioni/importa', { as: officer, form: { file: new File(['a,b\n1,2'], 'x.csv') } })
    expect([other.status, await other.text()]).toEqual([422, expect.stringContaining('Codice_IPA')])
  })
})

describe('for programs', () => {
  test('options for search as you type', async () => {
    const house = await withMany(1)
    const found = await (await house.ask('/organizzazioni/suggerimenti?q=comune')).json()
    expect(found).toEqual({ options: [{ value: expect.any(String), label: 'Comune <b>numero</b> 1', detail: 'Ente territoriale' }] })
    expect(await (await house.ask('/organizzazioni/suggerimenti')).json()).toEqual({ options: expect.any(Array) })
  })

  test('the API lists, adds, corrects and refuses with the same rules', async () => {
    const house = await openHouse()
    const added = await house.ask('/api/v1/organisations', { as: officer, json: { name: 'Agenzia', kind: 'central', ipaCode: 'AGID' } })
    expect(added.status).toBe(201)
    const { id } = (await added.json()) as { id: string }
    const patched = await house.ask(`/api/v1/organisations/${id}`, {
      as: officer,
      method: 'PATCH',
      json: { name: 'Agenzia per l’Italia Digitale', nameFrom: '2020-01-01' },
    })
    expect(patched.status).toBe(200)
    expect(await (await house.ask(`/api/v1/organisations/${id}`)).json()).toMatchObject({
      ipaCode: 'agid',
      names: [{ name: 'Agenzia per l’Italia Digitale', from: '2020-01-01' }, { until: '2019-12-31' }],
    })
    expect(await (await house.ask('/api/v1/organisations?q=agenzia&kind=central&limit=1')).json()).toMatchObject({
      items: [{ id }],
      next: null,
    })
    const wrong = await house.ask('/api/v1/organisations', { as: officer, json: { name: '', kind: 'central' } })
    expect([wrong.status, wrong.headers.get('content-type')]).toEqual([422, 'application/problem+json'])
    expect((await house.ask('/api/v1/organisations', { json: { name: 'X', kind: 'other' } })).status).toBe(401)
    expect((await house.ask('/api/v1/organisations/nonsense')).status).toBe(422)
  })

  test('the OpenAPI document describes the organisations', async () => {
    const house = await openHouse()
    const document = (await (await house.ask('/api/v1/openapi.json')).json()) as { paths: object }
    expect(Object.keys(document.paths)).toEqual(expect.arrayContaining(['/organisations', '/organisations/{id}']))
  })
})
