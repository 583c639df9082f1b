import { expect, test } from 'vitest'
import type { Actor } from './charter/policy.ts'
import { prepareConsultation } from './consultations/index.ts'
import { createDocument, freezeDraft, importBlocks } from './documents/index.ts'
import { setBodyTerm } from './groups/actions/bodies.ts'
import { constituteBody, decide } from './groups/index.ts'
import { actorOf, admitTo, constitution, deskOf, holdMeeting, openGroup } from './groups/test-group.ts'
import { grantsInEcosystem } from './identity/index.ts'
import { day } from './kernel/day.ts'
import { callHearing } from './listening/actions/hearings.ts'
import { addStakeholder } from './listening/actions/stakeholders.ts'
import { recordNeed } from './listening/index.ts'
import { call, weighed } from './listening/test-hearings.ts'
import { tickets } from './listening/test-needs.ts'
import { somebody } from './testing.ts'

const hearing = { ...call, opensOn: day('2020-07-29'), closesOn: day('2020-07-31') }

async function guided() {
  const group = await openGroup()
  const { house, slug, ecosystemId, members } = group
  const meeting = await holdMeeting(group)
  const taken = { title: 'Tavoli', text: 'Un tavolo sui dati.', kind: 'tables', inFavour: null, against: null, abstained: null } as const
  const { id: decisionId } = await decide(await deskOf(house, members.secretary), meeting.id, taken)
  const born = { kind: 'technical-table', name: 'Tavolo dati', actNumber: null, actDay: null, decisionId } as const
  const table = await constituteBody(house.desk(), slug, { ...constitution, ...born })
  const atTable = await admitTo(house, table, { name: 'Tina Tavolo', role: 'secretary', from: null })
  const lead = house.desk(somebody('lead', { kind: 'ecosystem', id: ecosystemId }))
  const document = await createDocument(lead, slug, { kind: 'strategy', titleIt: 'Strategia', titleEn: null, bodies: [] })
  await importBlocks(lead, document.id, [{ kind: 'paragraph', level: 0, source: 'Un solo biglietto.' }])
  const { id: versionId } = await freezeDraft(lead, document.id)
  const acts = (actor: Actor) => {
    const desk = house.desk(actor)
    return [
      () => addStakeholder(desk, slug, { ...weighed, name: 'Mara Musei', email: 'mara@example.org' }),
      () => callHearing(desk, slug, hearing),
      () => recordNeed(desk, slug, tickets),
      () => prepareConsultation(desk, { versionId }),
    ]
  }
  return { ...group, table, secretary: await actorOf(house, members.secretary), atTable: await actorOf(house, atTable), acts }
}

test('the secretary of the group that guides an ecosystem listens, records needs and prepares consultations in it', async () => {
  const { acts, secretary, ecosystemId, house, members } = await guided()
  for (const act of acts(secretary)) expect(await act()).toHaveProperty('id')
  const held = await grantsInEcosystem(house.db, ecosystemId, day('2020-07-28'))
  expect(held.map(({ role }) => role).toSorted()).toEqual(['chair', 'member', 'member', 'observer', 'secretary'])
  expect(held.find(({ role }) => role === 'secretary')?.personId).toBe(members.secretary.personId)
})

test('whoever keeps the secretariat of a technical table does none of it', async () => {
  const { acts, atTable } = await guided()
  for (const act of acts(atTable)) await expect(act()).rejects.toThrow('not-allowed')
})

test('with the last day of the group ends what its secretary could do', async () => {
  const { house, body, members, acts } = await guided()
  await setBodyTerm(house.desk(), body.id, { to: day('2020-07-29') })
  house.at('2020-07-30T09:00:00+02:00')
  for (const act of acts(await actorOf(house, members.secretary))) await expect(act()).rejects.toThrow('not-allowed')
})
