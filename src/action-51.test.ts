import { expect, test } from 'vitest'
import { approved, constituted, convened, type Group, met, opened, type Whole } from './testing-working-group.ts'

test('through the API alone, action 51 goes from the act that constitutes the group to the concluded gate', async () => {
  const whole = await opened()
  const { house, anybody, lead, eco, slug } = whole
  const group = await constituted(whole)
  const meeting = await convened(whole, group)
  const hearing = await called(whole, group)
  const texts = await written(whole, group)

  house.at('2020-07-30T18:00:00+02:00')
  const adoption = await met(whole, group, meeting)
  const needs = await heard(whole, group, hearing)
  await projectFor(whole, needs)

  house.at('2020-08-04T09:00:00+02:00')
  await approved(whole, group, meeting)
  await group.secretary.does('POST', `/hearings/${hearing}/minutes/closings`, {
    version: (await group.secretary.read(`/hearings/${hearing}/minutes`)).version,
  })
  const gate = (asOf?: string) => anybody.read(`${eco}/phases/envisioning${asOf ? `?asOf=${asOf}` : ''}`)
  expect((await gate()).conditions.filter(({ met }: { met: boolean }) => !met)).toMatchObject([{ id: 'perimeter-published' }])
  expect(await lead.refused('POST', `${eco}/phases/envisioning/conclusions`)).toBe('gate-shut')
  await adopted(whole, group, texts, adoption)

  const { conditions, ...shut } = await gate()
  expect(shut).toMatchObject({ met: 6, total: 6 })
  for (const { id, evidence } of conditions) expect(evidence?.link, id).toMatch(/^\//)
  expect((await gate('2020-07-22')).met).toBe(2)
  await lead.does('POST', `${eco}/phases/envisioning/conclusions`)
  expect(await gate()).toMatchObject({ state: 'done' })

  const counted = async (on: string) => {
    const { results } = await anybody.read(`/editions/2019-2021/actions/51?on=${on}`)
    const { count, ecosystems } = results[0].evidence
    return [count, ecosystems.find((one: { slug: string }) => one.slug === slug).workingGroup?.id ?? null]
  }
  expect(await counted('2020-07-19')).toEqual([0, null])
  expect(await counted('2020-07-20')).toEqual([1, group.id])
  expect((await anybody.read('/openapi.json')).paths).toHaveProperty('/ecosystems/{slug}/perimeter/items')
})

/** Two kinds of stakeholder on the map, and a hearing to which one is invited and registers. */
async function called({ anybody, eco, person }: Whole, { secretary }: Group): Promise<string> {
  const weighed = { interest: 5, influence: 4, involvement: 'consult' }
  const luca = await person('Luca Ansaldi')
  const citizens = await secretary.makes(`${eco}/stakeholders`, { kind: 'citizens', name: luca.name, email: luca.email, ...weighed })
  const nora = { name: 'Nora Registri', email: 'nora.registri@example.org' }
  const firm = await secretary.makes(`${eco}/stakeholders`, { kind: 'firm', ...nora, ...weighed })
  await secretary.does('POST', `/stakeholders/${firm}/involvements`, { level: 'consult', day: '2020-07-21', note: 'Telefonata' })
  expect(await secretary.read(`/stakeholders/${firm}`)).toMatchObject({ name: 'Nora Registri', involvements: [{ note: 'Telefonata' }] })
  expect((await anybody.read(`${eco}/stakeholder-gaps`)).neverHeard).toContain('citizens')
  const hearing = await secretary.makes(`${eco}/hearings`, {
    title: 'Il biglietto unico',
    reason: 'Capire che cosa serve.',
    questions: 'Che cosa manca?',
    openTo: 'stakeholders',
    opensOn: '2020-07-22',
    closesOn: '2020-07-28',
    on: '2020-07-29',
    starts: '09:30',
    ends: '10:30',
    place: 'Roma',
    capacity: 3,
  })
  await secretary.does('POST', `/hearings/${hearing}/invitations`, { stakeholders: [citizens] })
  expect(await secretary.read(`/hearings/${hearing}/invitations`)).toMatchObject({ items: [{ stakeholderId: citizens, bounces: false }] })
  const [slot] = (await anybody.read(`/hearings/${hearing}/slots`)).items
  await luca.makes(`/hearings/${hearing}/registrations`, { slotId: slot.id, subject: 'Il biglietto' })
  expect((await luca.ask('GET', `/hearings/${hearing}/registrations`)).status).toBe(403)
  return hearing
}

/** What was said is written, amended by whoever said it, and marked as a need; firms voice another. */
async function heard({ anybody, eco, person }: Whole, { secretary }: Group, hearing: string): Promise<readonly [string, string]> {
  const [asked] = (await secretary.read(`/hearings/${hearing}/registrations`)).items
  const said = { stakeholderId: asked.stakeholderId, text: 'Ogni museo vende un biglietto suo.' }
  const statement = await secretary.makes(`/hearings/${hearing}/statements`, said)
  const marked = { statement: 'Un solo biglietto per tutti i musei', voiceKind: 'citizens' }
  const need = await secretary.makes(`/hearings/${hearing}/statements/${statement}/needs`, marked)
  await secretary.does('POST', `/hearings/${hearing}/minutes/sendings`, { until: '2020-08-02' })
  const luca = await person('Luca Ansaldi')
  const amendment = await luca.makes(`/hearings/${hearing}/statements/${statement}/amendments`, { text: 'Ogni museo di Roma.' })
  const [written] = (await secretary.read(`/hearings/${hearing}/minutes`)).statements
  const outcome = { outcome: 'accepted', text: 'Ogni museo di Roma vende un biglietto suo.', base: written.revision }
  await secretary.does('PUT', `/hearings/${hearing}/amendments/${amendment}/outcome`, outcome)
  const other = { statement: 'Dati aperti sugli orari', voiceKind: 'firms', severity: 4 }
  const needs = [need, await secretary.makes(`${eco}/needs`, other)] as const
  expect(await anybody.read(`/needs/${need}`)).toMatchObject({
    voiceKind: 'citizens',
    source: { kind: 'hearing', id: statement },
    state: 'open',
  })
  return needs
}

/** A service that answers one need, which the coverage tells; the other stays open. */
async function projectFor({ anybody, eco, lead }: Whole, [covered, open]: readonly [string, string]): Promise<void> {
  const [{ organisationId }] = (await anybody.read(eco)).leads
  const project = await lead.makes(`${eco}/projects`, {
    kind: 'priority-service',
    titleIt: 'Biglietteria unica',
    summaryIt: 'Un biglietto per tutti.',
    audiences: ['citizens'],
    organisationIds: [organisationId],
  })
  await lead.does('PUT', `/projects/${project}/needs/${covered}`, { extent: 'fully' })
  expect((await anybody.read(`${eco}/coverage`)).levels).toMatchObject({ open: 2, covered: 1 })
  expect((await anybody.read(`${eco}/coverage/needs?level=open&voice=firms`)).items).toMatchObject([{ id: open }])
}

/** Perimeter and vision, item by item: changed, taken away, and frozen. Gives the documents. */
async function written({ anybody, eco, lead }: Whole, { secretary }: Group): Promise<readonly string[]> {
  for (const kind of ['perimeter', 'vision']) await lead.does('POST', `${eco}/${kind}`, {})
  expect((await anybody.ask('POST', `${eco}/perimeter/items`, {})).status).toBe(422)
  const items = `${eco}/perimeter/items`
  for (const [source, place] of [
    ['La biglietteria', 'inside'],
    ['I trasporti', 'border'],
    ['Le università', 'outside'],
  ])
    await secretary.does('POST', items, { source, place, about: 'services' })
  const read = async () => (await secretary.read(`${eco}/perimeter`)).items
  const [first, , last] = await read()
  await secretary.does('PUT', `${items}/${first.id}`, { ...first, source: 'La **biglietteria** unica' })
  expect(await secretary.refused('PUT', `${items}/${first.id}`, { ...first, source: 'Altro' })).toBe('draft-changed')
  await secretary.does('POST', `${items}/${last.id}/removals`, { revision: last.revision })
  expect(await read()).toMatchObject([{ id: first.id, text: 'La biglietteria unica', place: 'inside', revision: 2 }, { place: 'border' }])
  expect(await anybody.read(`${eco}/perimeter`)).toMatchObject({ which: 'version', version: null, items: [] })

  const need = await secretary.makes(`${eco}/needs`, { statement: 'Orari di tutti i luoghi', voiceKind: 'administration' })
  await secretary.does('POST', `${eco}/vision/objectives`, { source: 'Un solo biglietto', needs: [need] })
  await secretary.does('POST', `${eco}/vision/interventions`, { source: 'Una gara', needs: [need] })
  const [objective, intervention] = (await secretary.read(`${eco}/vision`)).items
  await secretary.does('PUT', `${eco}/vision/items/${intervention.id}`, {
    source: 'Una gara per i tornelli',
    revision: intervention.revision,
  })
  expect(objective).toMatchObject({ kind: 'objective', needs: [need] })
  const documents = [(await secretary.read(`${eco}/perimeter`)).documentId, (await secretary.read(`${eco}/vision`)).documentId]
  for (const id of documents) await secretary.makes(`/documents/${id}/versions`, { note: 'Prima versione' })
  return documents
}

/** Final, adopted by the decision of the group, published: and whoever passes by reads them. */
async function adopted({ anybody, eco }: Whole, { secretary }: Group, texts: readonly string[], decisionId: string): Promise<void> {
  for (const id of texts) {
    const version = `/documents/${id}/versions/1`
    expect((await anybody.ask('GET', version)).status).toBe(404)
    await secretary.does('POST', `${version}/final`, {})
    await secretary.does('POST', `${version}/adoption`, { decisionId })
    await secretary.does('POST', `${version}/publication`, {})
    expect(await anybody.read(version)).toMatchObject({ state: 'published', decisionId, publishedOn: '2020-08-04' })
  }
  expect(await anybody.read(`${eco}/perimeter`)).toMatchObject({
    which: 'version',
    version: 1,
    items: [{ place: 'inside' }, { place: 'border' }],
  })
  expect((await anybody.read(`${eco}/vision`)).items.map(({ text }: { text: string }) => text)).toEqual([
    'Un solo biglietto',
    'Una gara per i tornelli',
  ])
}
