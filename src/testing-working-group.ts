import { expect } from 'vitest'
import { addEcosystem } from './ecosystems/index.ts'
import { day } from './kernel/day.ts'
import { seedPlanFacts } from './plan/actions/seed.ts'
import { openPrograms, type Program } from './testing-programs.ts'

const published = { today: day('2019-03-12'), now: new Date('2019-03-12T08:00:00Z') }

/** The plan, an officer, and an ecosystem that somebody leads. */
export async function opened() {
  const programs = await openPrograms()
  const { house, person } = programs
  await seedPlanFacts({ ...house.desk(), ...published })
  const plain = {
    nameEn: null,
    summaryIt: null,
    summaryEn: null,
    prioritySource: 'LA51 2019-2021',
    parentId: null,
    since: day('2019-01-01'),
  }
  const { id, slug } = await addEcosystem(house.desk(), { ...plain, nameIt: 'Beni culturali e turismo', priority: true })
  const officer = await person('Olga Ufficiale', ['officer', { kind: 'platform' }])
  const lead = await person('Lidia Capofila', ['lead', { kind: 'ecosystem', id }])
  return { ...programs, id, slug, officer, lead, eco: `/ecosystems/${slug}` }
}

export type Whole = Awaited<ReturnType<typeof opened>>

export interface Group {
  readonly id: string
  readonly chair: Program
  readonly secretary: Program
  readonly member: Program
  /** The seats, by name. */
  readonly seats: Readonly<Record<string, string>>
}

/** An act brings the group to life; chair, secretary and a member take their seats, and then their programs may act. */
export async function constituted({ lead, eco, person, officer }: Whole): Promise<Group> {
  await lead.does('POST', `${eco}/phases/envisioning/starts`, { on: '2020-07-01' })
  const organisationId = await officer.makes('/organisations', { name: 'Ministero dei Beni Culturali', kind: 'central' })
  await officer.does('POST', `${eco}/leads`, { organisationId, fromDay: '2020-07-01' })
  const id = await lead.makes(`${eco}/bodies`, {
    kind: 'working-group',
    name: 'Gruppo di lavoro Beni culturali',
    mandate: 'Guida l’ecosistema.',
    actNumber: 'D.D. 214/2020',
    actDay: '2020-07-20',
    actFile: { name: 'atto.pdf', content: Buffer.from('%PDF-1.7\n%%EOF').toString('base64') },
    quorumKind: 'majority',
  })
  const [chair, secretary, member] = [await person('Carla Presidente'), await person('Sandro Segretario'), await person('Ada Componente')]
  const seats: Record<string, string> = {}
  for (const [who, role] of [
    [chair, 'chair'],
    [secretary, 'secretary'],
    [member, 'member'],
  ] as const)
    seats[who.name] = await lead.makes(`/bodies/${id}/members`, { name: who.name, email: who.email, organisationId, role })
  expect(await lead.refused('POST', `/bodies/${id}/members`, { name: 'Un Altro', email: 'un.altro@example.org', role: 'chair' })).toBe(
    'chair-taken',
  )
  await member.does('PUT', `/bodies/${id}/members/${seats[member.name]}/name`, { shows: true })
  return { id, chair, secretary, member, seats }
}

/** The secretary convenes, and sends it again changed; the member answers, and subscribes to a calendar. */
export async function convened({ house, anybody }: Whole, { id, secretary, member }: Group): Promise<string> {
  const convocation = { on: '2020-07-28', starts: '15:00', ends: '17:00', place: 'Roma', agenda: 'Perimetro\nTavoli tecnici' }
  const meeting = await secretary.makes(`/bodies/${id}/meetings`, convocation)
  const { revision } = await secretary.read(`/meetings/${meeting}`)
  await secretary.does('PUT', `/meetings/${meeting}`, { ...convocation, place: 'Roma, via del Collegio Romano 27', revision })
  await member.does('PUT', `/meetings/${meeting}/answer`, { answer: 'yes' })
  const { items } = await secretary.read(`/meetings/${meeting}/invitations`)
  expect(items.filter(({ answer }: { answer: string | null }) => answer === 'yes')).toHaveLength(1)
  const { url } = await member.does('POST', '/personal-calendar')
  expect(await house.read(new URL(url).pathname)).toContain('BEGIN:VEVENT')
  await member.does('DELETE', '/personal-calendar')
  expect((await house.ask(new URL(url).pathname)).status).toBe(404)
  expect((await anybody.ask('GET', `/meetings/${meeting}/invitations`)).status).toBe(401)
  return meeting
}

/** Who came, what was decided, and minutes that are corrected by who was there. Gives the decision that adopts the texts. */
export async function met(_: Whole, { id, secretary, member, seats }: Group, meeting: string): Promise<string> {
  await secretary.does('PUT', `/meetings/${meeting}/attendance`, Object.fromEntries(Object.values(seats).map((seat) => [seat, 'present'])))
  const decide = (kind: string, title: string) => secretary.makes(`/meetings/${meeting}/decisions`, { kind, title, text: `${title}.` })
  const tables = await decide('tables', 'Un tavolo sui dati')
  await secretary.makes(`/bodies/${id}/tasks`, {
    ownerId: seats[member.name],
    meetingId: meeting,
    text: 'Scrivere i dati',
    dueDay: '2020-08-30',
  })
  const adoption = await decide('adoption', 'Adozione di perimetro e visione')
  await secretary.does('PUT', `/meetings/${meeting}/minutes`, { text: 'Il gruppo si insedia alle undici.', base: 0 })
  await secretary.does('POST', `/meetings/${meeting}/minutes/sendings`, { until: '2020-08-02' })
  const correction = { kind: 'correction', text: 'Alle quindici, non alle undici.' }
  const remark = await member.makes(`/meetings/${meeting}/minutes/remarks`, correction)
  await secretary.does('PUT', `/meetings/${meeting}/minutes/remarks/${remark}/outcome`, { outcome: 'accepted' })
  await secretary.does('PUT', `/meetings/${meeting}/minutes`, { text: 'Il gruppo si insedia alle quindici.', base: 1 })
  await secretary.does('POST', `/meetings/${meeting}/minutes/sendings`, { until: '2020-08-02' })
  expect(await member.read('/tasks')).toMatchObject({ items: [{ text: 'Scrivere i dati' }] })
  expect((await secretary.read(`/decisions/${tables}`)).number).toBe(1)
  return adoption
}

/** Once everybody had their days, whoever presides approves; then it is frozen, and a table is born of the decision. */
export async function approved({ anybody, lead, eco }: Whole, { id, chair, secretary }: Group, meeting: string): Promise<void> {
  expect((await anybody.ask('GET', `/meetings/${meeting}/minutes`)).status).toBe(401)
  await chair.does('POST', `/meetings/${meeting}/minutes/approvals`, { version: 2 })
  expect(await anybody.read(`/meetings/${meeting}/minutes`)).toMatchObject({
    state: 'approved',
    text: 'Il gruppo si insedia alle quindici.',
  })
  expect(await secretary.refused('PUT', `/meetings/${meeting}/minutes`, { text: 'Altro.', base: 2 })).toBe('minutes-frozen')
  await secretary.does('POST', `/meetings/${meeting}/minutes/corrections`, { text: 'Era il 28.', reason: 'Mancava il giorno.' })
  const [decision] = (await anybody.read(`/bodies/${id}/decisions`)).items.filter(({ kind }: { kind: string }) => kind === 'tables')
  const table = { kind: 'technical-table', name: 'Tavolo sui dati', mandate: 'I dati.', quorumKind: 'majority', decisionId: decision.id }
  await lead.makes(`${eco}/bodies`, table)
  expect((await anybody.read(`${eco}/bodies`)).items).toMatchObject([{ kind: 'working-group' }, { kind: 'technical-table' }])
}
