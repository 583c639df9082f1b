import { operator, type PersonId } from '../src/charter/policy.ts'
import { addEcosystem, startPhase } from '../src/ecosystems/index.ts'
import { recordAttendance } from '../src/groups/actions/attendance.ts'
import { constituteBody } from '../src/groups/actions/bodies.ts'
import { convene } from '../src/groups/actions/meetings.ts'
import { admitMember } from '../src/groups/actions/members.ts'
import type { Body } from '../src/groups/rules/bodies.ts'
import { membersOf } from '../src/groups/store/members.ts'
import { grantRole } from '../src/identity/actions/grants.ts'
import { day, dayOf } from '../src/kernel/day.ts'
import { demoClock } from '../src/platform/demo-clock.ts'
import { somebody } from '../src/testing.ts'
import type { Site } from './site.ts'

/** An ecosystem where nothing was written yet, led by Elena Bassani, with Paolo Righetti for secretary. */
export async function openEcosystem(site: Site): Promise<{ slug: string; body: Body }> {
  const desk = { db: site.db, actor: operator, now: new Date('2020-07-22T08:00:00+02:00'), today: day('2020-07-22') }
  const { slug, id } = await addEcosystem(desk, {
    nameIt: 'Archivi e biblioteche',
    nameEn: 'Archives and libraries',
    summaryIt: null,
    summaryEn: null,
    priority: false,
    prioritySource: null,
    parentId: null,
    since: day('2020-01-01'),
  })
  await startPhase(desk, slug, { phase: 'design', on: null })
  const body = await constituteBody(desk, slug, {
    kind: 'working-group',
    name: 'Gruppo di lavoro Archivi e biblioteche',
    mandate: 'Guida l’ecosistema.',
    actNumber: 'D.D. 7/2020',
    actDay: day('2020-01-07'),
    from: null,
    to: null,
    decisionId: null,
    quorumKind: 'majority',
    quorumCount: null,
    quorumOf: null,
  })
  const here = { organisationId: null, substituteFor: null, from: null, to: null }
  for (const [name, role] of [
    ['Elena Bassani', 'chair'],
    ['Paolo Righetti', 'secretary'],
  ] as const) {
    const { personId } = await admitMember(desk, body.id, {
      name,
      email: `${name.toLowerCase().replace(' ', '.')}@example.org`,
      role,
      ...here,
    })
    const term = { from: day('2020-07-22'), to: null }
    const of = role === 'chair' ? 'lead' : role
    await grantRole(desk, { personId: personId as PersonId, role: of, scope: { kind: 'ecosystem', id }, ...term })
  }
  return { slug, body }
}

/** A meeting of today, held this morning, where everybody was. */
export async function holdMeeting(site: Site, bodyId: string): Promise<string> {
  const now = await demoClock(site.db)()
  const today = dayOf(now)
  const desk = { db: site.db, actor: somebody('secretary', { kind: 'body', id: bodyId }), now, today }
  const early = { ...desk, now: new Date(`${today}T00:01:00+02:00`) }
  const { id } = await convene(early, bodyId, {
    on: today,
    starts: '00:30',
    ends: '01:30',
    place: 'Roma',
    link: null,
    agenda: 'La strategia, dopo la consultazione',
    links: null,
  })
  const members = await membersOf(site.db, [bodyId])
  await recordAttendance(desk, id, Object.fromEntries(members.map((member) => [member.id, 'present'] as const)))
  return id
}
