import { expect } from 'vitest'
import { addEcosystem } from './ecosystems/index.ts'
import { day } from './kernel/day.ts'
import { addOrganisation } from './organisations/index.ts'
import { seedPlanFacts } from './plan/actions/seed.ts'
import { openPrograms } from './testing-programs.ts'

const published = { today: day('2019-03-12'), now: new Date('2019-03-12T08:00:00Z') }
export const slug = 'beni-culturali-e-turismo'

/** The plan, an ecosystem in its Design phase, and the people of the story, each with a token. */
export async function opened() {
  const programs = await openPrograms()
  const { house, person } = programs
  await seedPlanFacts({ ...house.desk(), ...published })
  const plain = { nameEn: null, summaryIt: null, summaryEn: null, parentId: null, since: day('2019-01-01') }
  const culture = { ...plain, nameIt: 'Beni culturali e turismo', priority: true, prioritySource: 'LA52' }
  const { id } = await addEcosystem(house.desk(), culture)
  const { id: organisationId } = await addOrganisation(house.desk(), { name: 'Museo Aperto S.r.l.', kind: 'company' })
  const people = {
    lead: await person('Lidia Capofila', ['lead', { kind: 'ecosystem', id }]),
    officer: await person('Olga Ufficiale', ['officer', { kind: 'platform' }]),
    ada: await person('Ada Cittadina'),
    bruno: await person('Bruno Cittadino'),
    dora: await person('Dora Delegata', ['delegate', { kind: 'organisation', id: organisationId }]),
  }
  await people.lead.does('POST', `/ecosystems/${slug}/phases/design/starts`, { on: '2020-07-22' })
  return { ...programs, ...people, organisationId, eco: `/ecosystems/${slug}` }
}

export type Whole = Awaited<ReturnType<typeof opened>>

const text = [
  { kind: 'heading', level: 1, source: 'Visione e perimetro' },
  { kind: 'paragraph', source: 'I musei condividono i dati sulle visite.' },
  { kind: 'heading', level: 1, source: 'Strategia' },
  { kind: 'paragraph', source: 'Un solo biglietto per tutti i luoghi della cultura.' },
  { kind: 'paragraph', source: 'Le prenotazioni passano da un servizio comune.' },
]

/** Whoever leads writes the text, and freezes it. */
export async function written({ lead, eco }: Whole): Promise<string> {
  const document = await lead.makes(`${eco}/documents`, { kind: 'strategy', titleIt: 'Strategia dei beni culturali' })
  await lead.does('PUT', `/documents/${document}/draft`, { blocks: text })
  await lead.makes(`/documents/${document}/versions`, { note: 'Per la consultazione' })
  return document
}

/** Step by step, as the checklist says: 59 days are refused, 60 are taken, and it is opened. */
export async function prepared({ lead, anybody }: Whole, document: string): Promise<string> {
  const [version] = (await lead.read(`/documents/${document}/versions`)).items
  const id = await lead.makes('/consultations', { versionId: version.id })
  const root = `/consultations/${id}`
  const missing = async () => (await lead.read(`${root}/checklist`)).items.map((one: { missing: string }) => one.missing)
  expect(await missing()).toEqual(expect.arrayContaining(['aims-missing', 'contact-missing', 'days-missing']))
  expect(await lead.refused('POST', `${root}/openings`)).toBe('consultation-not-ready')
  await lead.does('PUT', `${root}/aims`, { titleIt: 'Strategia', aimsIt: 'Ascoltare chi usa i servizi.' })
  const taking = { participants: 'everyone', channels: ['platform'], languages: ['it'], supports: true, comments: true }
  await lead.does('PUT', `${root}/participation`, taking)
  await lead.does('PUT', `${root}/contacts`, { contactOffice: 'Direzione', contactMail: 'a@example.org' })
  await lead.does('POST', `${root}/questions`, { kind: 'open', textIt: 'Che cosa manca?' })
  await lead.does('POST', `${root}/questions`, { kind: 'open', textIt: 'Di troppo' })
  const [kept, extra] = (await lead.read(`${root}/questions`)).items
  await lead.does('PUT', `${root}/questions/${kept.id}`, { kind: 'single', textIt: 'È utile?', optionsIt: 'Sì\nNo' })
  await lead.does('POST', `${root}/questions/${extra.id}/removals`, {})
  const days = (closesOn: string) => ['PUT', `${root}/calendar`, { opensOn: '2020-08-01', closesOn }] as const
  expect(await lead.refused(...days('2020-09-29'))).toBe('consultation-too-short')
  await lead.does(...days('2020-09-30'))
  expect(await missing()).toEqual([])
  expect((await anybody.ask('GET', root)).status).toBe(404)
  await lead.does('POST', `${root}/openings`)
  expect(await lead.refused('POST', `${root}/extensions`, { closesOn: '2020-09-29', reason: 'Fretta' })).toBe('consultation-only-lengthens')
  expect(await anybody.read(root)).toMatchObject({ state: 'coming', days: 60, minimumDays: 60 })
  return id
}
