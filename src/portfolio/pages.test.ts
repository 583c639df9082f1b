import { describe, expect, test } from 'vitest'
import type { Actor } from '../charter/policy.ts'
import { day } from '../kernel/day.ts'
import { addOrganisation } from '../organisations/index.ts'
import { citizen, type TestHouse } from '../testing.ts'
import { stopProject, withdrawProject } from './actions/standing.ts'
import { openPortfolio } from './test-portfolio.ts'

async function sent(house: TestHouse, path: string, as: Actor, form: Record<string, string | string[]>) {
  const response = await house.ask(path, { as, form })
  return { status: response.status, to: response.headers.get('location') ?? '', text: await response.text() }
}

const plain = { kind: 'priority-service', titleIt: 'Biglietto unico', summaryIt: 'Uno per tutti.', audiences: ['citizens', 'firms'] }

describe('the list of projects', () => {
  test('says what to do while it is empty, and to whoever may, where to add one', async () => {
    const { house, slug, lead } = await openPortfolio()
    const page = await house.read(`/ecosistemi/${slug}/progetti`)
    expect(page).toContain('non c’è ancora nessun progetto')
    expect(page).not.toContain('/progetti/nuovo')
    expect(await house.read(`/ecosistemi/${slug}/progetti`, lead)).toContain('/progetti/nuovo')
    expect(await house.read(`/en/ecosistemi/${slug}/progetti`)).toContain('no projects nor services yet')
  })

  test('is filtered by its address and downloaded as a table', async () => {
    const { house, slug, add } = await openPortfolio()
    await add({ titleIt: 'Archivi', kind: 'existing-project' })
    await add({ titleIt: 'Musei', expectedStart: day('2020-07-01') })
    const late = await house.read(`/ecosistemi/${slug}/progetti?stato=not-started`)
    expect(late).toContain('non avviato, in ritardo di 21 giorni')
    expect(late).not.toContain('>Archivi<')
    expect(await house.read(`/ecosistemi/${slug}/progetti?q=nulla`)).toContain('Nessun progetto con queste')
    const csv = await house.ask(`/ecosistemi/${slug}/progetti.csv?tipo=existing-project`)
    expect(csv.headers.get('content-type')).toContain('text/csv')
    expect((await csv.text()).trim().split('\r\n')).toHaveLength(2)
    const { options } = (await (await house.ask(`/ecosistemi/${slug}/progetti/suggerimenti?q=arch`)).json()) as { options: object[] }
    expect(options).toMatchObject([{ label: 'Archivi' }])
  })

  test('takes as many statements for many projects as for few', async () => {
    const { house, slug, add } = await openPortfolio()
    const { id } = await add()
    const paths = [`/ecosistemi/${slug}/progetti`, `/progetti/${id}`, `/progetti/${id}/storia`]
    const count = async () => {
      const counts: number[] = []
      for (const path of paths) counts.push(await house.countQueries(() => house.read(path)))
      return counts
    }
    const few = await count()
    for (let n = 0; n < 8; n += 1) await add({ titleIt: `Progetto ${n}`, partOfId: id })
    const many = await count()
    // The parts of a project, once there are some, take the statements that fill them in.
    expect(many[0]).toBe(few[0])
    expect(many[2]).toBe(few[2])
    const some = many[1]
    for (let n = 0; n < 8; n += 1) await add({ titleIt: `Altro ${n}`, partOfId: id })
    expect((await count())[1]).toBe(some)
  })
})

describe('adding a project', () => {
  test('comes back filled in when something is wrong, and tells what', async () => {
    const { house, slug, lead } = await openPortfolio()
    const path = `/ecosistemi/${slug}/progetti/nuovo`
    const back = await sent(house, path, lead, plain)
    expect(back.status).toBe(422)
    expect(back.text).toContain('Serve almeno un’amministrazione responsabile')
    expect(back.text).toContain('value="Biglietto unico"')
    const none = await sent(house, path, lead, { ...plain, titleIt: '', audiences: [] })
    expect(none.text).toContain('Questo dato serve')
    expect((await house.ask(path, { as: citizen() })).status).toBe(403)
    expect((await house.ask(path)).status).toBe(401)
  })

  test('without script an organisation is searched for, added, and the next one after it', async () => {
    const { house, slug, lead, organisationId } = await openPortfolio()
    const path = `/ecosistemi/${slug}/progetti/nuovo`
    const other = await addOrganisation(house.desk(), { name: 'Regione Lazio', kind: 'territorial' })
    const words = { ...plain, 'organisationIds-new-query': 'beni culturali' }
    const found = await sent(house, path, lead, { ...words, 'organisationIds-new-search': '1' })
    expect(found.status).toBe(200)
    expect(found.text).toContain(`name="organisationIds-new" value="${organisationId}"`)
    const unchosen = await sent(house, path, lead, words)
    expect(unchosen.text).toContain('Scegli un’organizzazione tra quelle trovate')
    const added = await sent(house, path, lead, { ...words, 'organisationIds-new': organisationId, 'organisationIds-add': '1' })
    expect(added.status).toBe(200)
    expect(added.text).toMatch(new RegExp(`name="organisationIds" value="${organisationId}" checked`))
    const done = await sent(house, path, lead, {
      ...plain,
      organisationIds: organisationId,
      'organisationIds-new-query': 'Regione Lazio',
      'organisationIds-new': other.id,
    })
    expect(done.status).toBe(303)
    const page = await house.read(done.to, lead)
    expect(page).toContain('È aggiunto')
    expect(page).toMatch(/Ministero dei Beni Culturali[\s\S]+Regione Lazio/)
    expect(page).toContain('Servizio prioritario')
  })
})

describe('the page of a project', () => {
  test('is corrected, and its history tells what it said before', async () => {
    const { house, lead, organisationId, add } = await openPortfolio()
    const { id } = await add()
    expect(await house.read(`/progetti/${id}/modifica`, lead)).toContain('value="Catalogo unico"')
    const done = await sent(house, `/progetti/${id}/modifica`, lead, { ...plain, organisationIds: organisationId })
    expect(done.to).toBe(`/progetti/${id}?fatto=corretto`)
    const history = await house.read(`/progetti/${id}/storia`)
    expect(history).toContain('Versione 2')
    expect(history).toContain('Catalogo unico')
    expect(await house.read(`/en/progetti/${id}`)).toContain('available in Italian only')
  })

  test('says why it stands still, and why it was withdrawn', async () => {
    const { house, desk, lead, add } = await openPortfolio()
    const { id } = await add()
    expect((await sent(house, `/progetti/${id}/fermo`, lead, { reason: '' })).status).toBe(422)
    await stopProject(desk(), id, { on: null, reason: 'Mancano i fondi' })
    expect(await house.read(`/progetti/${id}`)).toContain('Mancano i fondi')
    expect((await sent(house, `/progetti/${id}/ripresa`, lead, {})).to).toContain('fatto=ripreso')
    await withdrawProject(desk(), id, { reason: 'Scritto due volte' })
    const page = await house.read(`/progetti/${id}`, lead)
    expect(page).toContain('Scritto due volte')
    expect(page).not.toContain('/modifica')
    expect((await sent(house, `/progetti/${id}/ripresa`, lead, {})).status).toBe(422)
  })

  test('of nobody is not found', async () => {
    const { house } = await openPortfolio()
    for (const id of ['0197a1f2-0000-7000-8000-000000000000', 'x']) expect((await house.ask(`/progetti/${id}`)).status).toBe(404)
  })
})
