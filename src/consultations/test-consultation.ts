import { type Actor, operator } from '../charter/policy.ts'
import { type Block, blocksOf, createDocument, freezeDraft, importBlocks, type Version } from '../documents/index.ts'
import { addEcosystem } from '../ecosystems/index.ts'
import { invitePerson } from '../identity/index.ts'
import { addDays, type Day, day } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import { addOrganisation } from '../organisations/index.ts'
import type { Desk } from '../platform/http.ts'
import { citizen, openHouse, somebody, type TestHouse } from '../testing.ts'
import { ContributeForm, contribute } from './actions/contribute.ts'
import { describeAims, openConsultation, prepareConsultation, setCalendar, setContacts, setParticipation } from './actions/set-up.ts'
import type { Channel, Consultation } from './rules/consultation.ts'
import type { Contribution } from './rules/contributions.ts'
import { getConsultation } from './store/consultations.ts'

/** A strategy document frozen on 22 July 2020, its consultation, and the people around it. */
export interface TestConsultation {
  readonly house: TestHouse
  readonly slug: string
  readonly ecosystemId: string
  readonly documentId: string
  readonly version: Version
  readonly blocks: readonly Block[]
  readonly consultation: Consultation
  readonly lead: Actor
  readonly officer: Actor
}

export const opensOn = day('2020-08-01')
export const closesOn = day('2020-09-30')

const text = [
  { kind: 'heading', level: 1, source: 'Visione e perimetro' },
  { kind: 'paragraph', level: 0, source: 'I musei condividono i dati sulle visite.' },
  { kind: 'heading', level: 1, source: 'Strategia' },
  { kind: 'paragraph', level: 0, source: 'Un solo biglietto per tutti i luoghi della cultura.' },
  { kind: 'paragraph', level: 0, source: 'Le prenotazioni passano da un servizio comune.' },
] as const

/** The shortest text of a strategy that may be consulted upon. */
export const strategyOf = (source: string) =>
  [
    { kind: 'heading', level: 1, source: 'Visione, perimetro e strategia' },
    { kind: 'paragraph', level: 0, source },
  ] as const

export async function prepared(kind: 'strategy' | 'other' = 'strategy'): Promise<TestConsultation> {
  const house = await openHouse()
  const { slug } = await addEcosystem(house.desk(), {
    nameIt: 'Beni culturali e turismo',
    nameEn: 'Culture and tourism',
    summaryIt: null,
    summaryEn: null,
    priority: false,
    prioritySource: null,
    parentId: null,
    since: day('2019-01-01'),
  })
  const document = await createDocument(house.desk(), slug, {
    kind,
    titleIt: 'Strategia dei beni culturali',
    titleEn: 'Strategy',
    bodies: [],
  })
  const { id: documentId, ecosystemId } = document
  const lead = somebody('lead', { kind: 'ecosystem', id: ecosystemId })
  await importBlocks(house.desk(lead), documentId, text)
  const version = await freezeDraft(house.desk(lead), documentId)
  const consultation = await prepareConsultation(house.desk(lead), { versionId: version.id })
  const blocks = await blocksOf(house.db, version.id)
  return { house, slug, ecosystemId, documentId, version, blocks, consultation, lead, officer: somebody('officer') }
}

interface Setting {
  readonly titleIt?: string
  readonly opens?: Day
  readonly closes?: Day
  readonly participants?: Consultation['participants']
  readonly channels?: readonly Channel[]
}

/** What each step of setting up asks, filled in: whatever says nothing else is open to everybody, on the site alone. */
export async function fillEveryStep(
  desk: Desk,
  id: string,
  setting: Setting & { readonly opens: Day; readonly closes: Day },
): Promise<void> {
  const { titleIt = 'Proposta', opens, closes, participants = 'everyone', channels = ['platform'] } = setting
  const revision = null
  await describeAims(desk, id, { revision, titleIt, titleEn: null, aimsIt: 'Raccogliere osservazioni.', aimsEn: null })
  await setParticipation(desk, id, {
    revision,
    participants,
    channels: [...channels],
    languages: ['it'],
    supports: true,
    comments: true,
  })
  await setContacts(desk, id, {
    revision,
    contactOffice: 'Direzione generale',
    contactMail: 'consultazione@example.org',
    contactCertifiedMail: 'protocollo@pec.example.org',
    contactAddress: 'Via del Collegio Romano 27, Roma',
  })
  await setCalendar(desk, id, { revision, opensOn: opens, closesOn: closes })
}

/** Every step but the opening. */
export async function ready(setting: Setting = {}): Promise<TestConsultation> {
  const whole = await prepared()
  const { house, consultation, lead } = whole
  await fillEveryStep(house.desk(lead), consultation.id, {
    titleIt: consultation.titleIt,
    channels: ['platform', 'certified-mail', 'paper', 'file'],
    opens: opensOn,
    closes: closesOn,
    ...setting,
  })
  return { ...whole, consultation: await getConsultation(house.db, consultation.id) }
}

/** Opened, and on a day on which it takes contributions. */
export async function opened(setting: Setting = {}): Promise<TestConsultation> {
  const whole = await ready(setting)
  await openConsultation(whole.house.desk(whole.lead), whole.consultation.id)
  whole.house.at(`${addDays(setting.opens ?? opensOn, 9)}T10:00:00+02:00`)
  return { ...whole, consultation: await getConsultation(whole.house.db, whole.consultation.id) }
}

/** Somebody with a name and an address in the vault. */
export async function person(house: TestHouse, name = 'Ada Cittadina'): Promise<Actor> {
  const email = `${name.toLowerCase().replaceAll(/\W+/g, '.')}@example.org`
  return { ...citizen(), id: await invitePerson(house.db, { name, email, lang: 'it' }, house.desk().now) }
}

/** Somebody whose role in the ecosystem is written down, so that what they ask for is done while they are away. */
export async function keeper({ house, ecosystemId }: TestConsultation, name = 'Lia Referente'): Promise<Actor> {
  const { id } = await person(house, name)
  const grant = { id: newId<'role-grant'>(), personId: String(id), role: 'lead', scopeKind: 'ecosystem', scopeId: ecosystemId }
  await house.db
    .insertInto('roleGrant')
    .values({ ...grant, fromDay: day('2020-07-01'), grantedBy: operator.id as string, grantedAt: house.desk().now })
    .execute()
  return { ...somebody('lead', { kind: 'ecosystem', id: ecosystemId }), id }
}

/** Somebody who speaks for an organisation. */
export async function delegate(house: TestHouse, name = 'Museo Aperto S.r.l.'): Promise<{ actor: Actor; organisationId: string }> {
  const { id: organisationId } = await addOrganisation(house.desk(), { name, kind: 'company' })
  const { id } = await person(house, 'Dora Delegata')
  return { actor: { ...somebody('delegate', { kind: 'organisation', id: organisationId }), id }, organisationId }
}

export async function contributed(
  { house, consultation }: TestConsultation,
  actor: Actor,
  input: Record<string, unknown> = {},
): Promise<Contribution> {
  const form = ContributeForm.parse({ text: 'Il biglietto unico va esteso ai parchi.', key: newId(), ...input })
  const { contribution } = await contribute(house.desk(actor), consultation.id, form, { lang: 'it' })
  return contribution
}
