import type { Actor, GrantedRole } from '../charter/policy.ts'
import { addEcosystem, getEcosystem } from '../ecosystems/index.ts'
import { grantsInScope } from '../identity/index.ts'
import { type Day, day } from '../kernel/day.ts'
import { addOrganisation } from '../organisations/index.ts'
import type { Desk } from '../platform/http.ts'
import { openHouse, type TestHouse } from '../testing.ts'
import { recordAttendance } from './actions/attendance.ts'
import { constituteBody } from './actions/bodies.ts'
import { convene } from './actions/meetings.ts'
import { admitMember } from './actions/members.ts'
import type { Attendance } from './rules/attendance.ts'
import type { Body } from './rules/bodies.ts'
import type { Meeting } from './rules/meetings.ts'
import type { Member, MemberRole } from './rules/members.ts'

/** A working group as tests find it on 22 July 2020: constituted in December 2019, with five people in it. */
export interface TestGroup {
  readonly house: TestHouse
  readonly slug: string
  readonly ecosystemId: string
  readonly organisationId: string
  readonly body: Body
  readonly members: Record<'chair' | 'secretary' | 'ada' | 'bruno' | 'observer', Member>
}

export const constitution = {
  kind: 'working-group',
  name: 'Gruppo di lavoro Beni culturali',
  mandate: 'Guida l’ecosistema.',
  actNumber: 'D.D. 214/2019',
  actDay: day('2019-12-09'),
  from: null,
  to: null,
  decisionId: null,
  quorumKind: 'majority',
  quorumCount: null,
  quorumOf: null,
} as const

export async function openGroup(more: Partial<Parameters<typeof constituteBody>[2]> = {}): Promise<TestGroup> {
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
  const { id: ecosystemId } = await getEcosystem(house.db, slug, day('2020-07-22'))
  const { id: organisationId } = await addOrganisation(house.desk(), { name: 'Ministero dei Beni Culturali', kind: 'central' })
  const body = await constituteBody(house.desk(), slug, { ...constitution, ...more })
  const admit = (name: string, role: MemberRole) => admitTo(house, body, { name, role, organisationId })
  const members = {
    chair: await admit('Carla Presidente', 'chair'),
    secretary: await admit('Sandro Segretario', 'secretary'),
    ada: await admit('Ada Componente', 'member'),
    bruno: await admit('Bruno Componente', 'member'),
    observer: await admit('Olga Osservatrice', 'observer'),
  }
  return { house, slug, ecosystemId, organisationId, body, members }
}

interface Admitted {
  readonly name: string
  readonly role: MemberRole
  readonly email?: string
  readonly organisationId?: string | null
  readonly substituteFor?: string | null
  readonly from?: Day | null
  readonly to?: Day | null
}

export function admitTo(house: TestHouse, body: Body, { name, role, ...more }: Admitted): Promise<Member> {
  const email = `${name.toLowerCase().replaceAll(/\W+/g, '.')}@example.org`
  const input = { name, email, role, organisationId: null, substituteFor: null, from: body.from, to: null, ...more }
  return admitMember(house.desk(), body.id, input)
}

/** The member as whoever enters on this day: with the roles in force, and no others. */
export async function actorOf(house: TestHouse, member: Member): Promise<Actor> {
  const { today } = house.desk()
  const held = await grantsInScope(house.db, { kind: 'body', id: member.bodyId }, today)
  const grants = held
    .filter(({ personId }) => personId === member.personId)
    .map(({ role, scope }) => ({ role: role as GrantedRole, scope }))
  return { id: member.personId, grants, onlyRooms: null }
}

export async function deskOf(house: TestHouse, member: Member): Promise<Desk> {
  return house.desk(await actorOf(house, member))
}

export const convocation = {
  on: day('2020-07-28'),
  starts: '15:00',
  ends: '17:00',
  place: 'Roma, via del Collegio Romano 27',
  link: null,
  agenda: 'Perimetro\nTavoli tecnici',
  links: null,
}

export async function conveneIn({ house, body, members }: TestGroup, more: Partial<typeof convocation> = {}): Promise<Meeting> {
  return convene(await deskOf(house, members.secretary), body.id, { ...convocation, ...more })
}

/** A meeting held: its day is today, and everybody but the observer was there unless told otherwise. */
export async function holdMeeting(group: TestGroup, there: Record<string, Attendance> = {}): Promise<Meeting> {
  const { house, members } = group
  const meeting = await conveneIn(group)
  house.at('2020-07-28T18:00:00+02:00')
  const all = [members.chair, members.secretary, members.ada, members.bruno].map(({ id }): [string, Attendance] => [id, 'present'])
  await recordAttendance(await deskOf(house, members.secretary), meeting.id, { ...Object.fromEntries(all), ...there })
  return meeting
}
