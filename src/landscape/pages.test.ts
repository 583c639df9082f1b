import { describe, expect, test } from 'vitest'
import type { Actor } from '../charter/policy.ts'
import { citizen, type TestHouse } from '../testing.ts'
import { built, openLandscape } from './test-landscape.ts'

async function sent(house: TestHouse, path: string, as: Actor, form: Record<string, string | string[]>) {
  const response = await house.ask(path, { as, form })
  return { status: response.status, to: response.headers.get('location') ?? '', text: await response.text() }
}

const plain = { kind: 'database', nameIt: 'Catalogo generale', acronym: 'CG', descriptionIt: 'Le schede.', access: 'open' }

describe('the story of a database', () => {
  test('begins on an empty list, where whoever may adds it, its form filled in again until it is right', async () => {
    const { house, slug, lead, organisationId } = await openLandscape()
    const list = `/ecosistemi/${slug}/sistemi`
    expect(await house.read(list)).toContain('non c’è ancora nessuna base dati')
    expect(await house.read(list)).not.toContain('/sistemi/nuovo')
    expect(await house.read(`/en/ecosistemi/${slug}/interconnessioni`)).toContain('Nobody has told yet')
    const path = `${list}/nuovo`
    expect(await house.read(path, lead)).toContain('Amministrazione titolare')
    expect((await house.ask(path, { as: citizen() })).status).toBe(403)
    const back = await sent(house, path, lead, plain)
    expect(back.status).toBe(422)
    expect(back.text).toContain('Serve l’amministrazione titolare')
    expect(back.text).toContain('value="Catalogo generale"')
    const found = await sent(house, path, lead, { ...plain, 'holderId-query': 'beni culturali', 'holderId-search': '1' })
    expect(found.text).toContain(`name="holderId" value="${organisationId}"`)
    const chosen = { ...plain, holderId: organisationId, 'holderId-query': 'Ministero' }
    expect((await sent(house, path, lead, { ...chosen, inServiceOn: '2010-05-20' })).text).toContain('quanto si sa di questa data')
    const done = await sent(house, path, lead, { ...chosen, inServiceOn: '2010-05-20', inServicePrecision: 'year', nationalInterest: 'on' })
    expect(done.to).toMatch(/\?fatto=aggiunto$/)
    const page = await house.read(done.to, lead)
    for (const words of [
      'La voce è aggiunta',
      'dal 2010',
      'Base dati di interesse nazionale',
      'Ministero dei Beni Culturali',
      'Nessun documento',
    ])
      expect(page).toContain(words)
    expect(await house.read(`${list}?q=cg&nazionale=si`)).toContain('>Catalogo generale (CG)<')
    expect(await house.read(`${list}?stato=retired`)).toContain('Nessuna base dati e nessun sistema con queste')
    const csv = await house.ask(`${list}.csv`)
    expect(csv.headers.get('content-type')).toContain('text/csv')
    expect((await csv.text()).trim().split('\r\n')).toHaveLength(2)
    expect(await house.read(`/ecosistemi/${slug}`)).toContain(list)
    expect(await house.read('/cerca?q=catalogo&tipo=system')).toContain('(CG)')
  })

  test('goes on with what it exchanges data with, and what is missing; what refers to it keeps it in the lists', async () => {
    const { house, slug, lead, add } = await openLandscape()
    const [one, two] = [await add({ nameIt: 'Catalogo generale', acronym: 'CG' }), await add({ nameIt: 'Archivio' })]
    const path = `/ecosistemi/${slug}/interconnessioni/nuova`
    expect(await house.read(`${path}?di=${one.id}`, lead)).toContain('value="Catalogo generale (CG)"')
    const { options } = (await (await house.ask('/sistemi/suggerimenti?q=arch')).json()) as { options: object[] }
    expect(options).toMatchObject([{ value: two.id, label: 'Archivio' }])
    const flow = { fromId: one.id, 'fromId-query': 'x', toId: two.id, 'toId-query': 'y', purposeIt: 'Scrivere una volta', dataIt: 'Schede' }
    const back = await sent(house, path, lead, { ...flow, realisedOn: '2019-03-01', realisedPrecision: 'month' })
    expect(back.status).toBe(422)
    expect(back.text).toContain('Se esiste già, serve l’indirizzo')
    expect(back.text).toContain('Scrivere una volta')
    const done = await sent(house, path, lead, { ...flow, plannedOn: '2020-06-01', plannedPrecision: 'month' })
    expect(done.to).toMatch(/\?fatto=collegata$/)
    const at = done.to.replace(/\?.*/, '')
    expect(await house.read(at)).toContain('da realizzare, in ritardo di 22 giorni')
    const refused = await sent(house, `/sistemi/${one.id}/rimozione`, lead, { reason: 'Errore' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('CG → Archivio')
    const realised = { realisedOn: '2020-07-01', realisedPrecision: 'day', means: 'api', evidenceUrl: 'https://example.org/prova' }
    expect((await sent(house, `${at}/realizzazione`, lead, realised)).to).toBe(`${at}?fatto=realizzata`)
    expect(await house.read(`${at}/storia`)).toContain('È cambiato: come viaggiano i dati')
    expect(await house.read(`/sistemi/${two.id}`)).toContain('dal 1 luglio 2020')
    expect(await house.read(`/en/ecosistemi/${slug}/interconnessioni?stato=existing`)).toContain('Application interface (API)')
    expect(await (await house.ask(`/ecosistemi/${slug}/interconnessioni.csv`)).text()).toContain('https://example.org/prova')
    expect((await sent(house, `/sistemi/${one.id}/dismissione`, lead, { on: '2020-09-01', reason: 'Arriva il nuovo' })).to).toContain(
      'dismesso',
    )
    expect(await house.read(`/sistemi/${one.id}`)).toContain('In servizio fino al 1 settembre 2020')
    expect(await house.read(`/sistemi/${one.id}/ritorno`, lead)).toContain('Risulta fuori servizio dal 1 settembre 2020')
    const corrected = await house.read(`/sistemi/${one.id}/modifica`, lead)
    expect(corrected).toContain('value="2010-01-01"')
    expect(await house.read(`${at}/modifica`, lead)).toContain('value="Archivio"')
    expect((await sent(house, `${at}/rimozione`, lead, { reason: 'Errore' })).to).toBe(`${at}?fatto=tolta`)
    expect((await sent(house, `/sistemi/${one.id}/rimozione`, lead, { reason: 'Errore' })).to).toContain('tolto')
    expect(await house.read(`/sistemi/${one.id}`)).toContain('Fuori dagli elenchi dal')
  })

  test('takes as many statements for many as for few', async () => {
    const { house, slug, add, join } = await openLandscape()
    const centre = await add({ nameIt: 'Centro' })
    const more = async (count: number) => {
      for (let n = 0; n < count; n += 1) {
        const { id } = await add({ nameIt: `Base ${n}` })
        await join(centre.id, id, built)
        await join(id, centre.id)
      }
    }
    await more(1)
    const paths = [`/ecosistemi/${slug}/sistemi`, `/ecosistemi/${slug}/interconnessioni`, `/sistemi/${centre.id}`, `/ecosistemi/${slug}`]
    const count = async () => {
      const counts: number[] = []
      for (const path of paths) counts.push(await house.countQueries(() => house.read(path)))
      return counts
    }
    const few = await count()
    await more(4)
    expect(await count()).toEqual(few)
  })
})
