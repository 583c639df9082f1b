import { expect, test } from 'vitest'
import { paths } from '../charter/paths.ts'
import { adoptVersion, createDocument, freezeDraft, importBlocks, publishVersion } from '../documents/index.ts'
import { annulDecision } from '../groups/actions/decisions.ts'
import { decide, decisionById } from '../groups/index.ts'
import { deskOf, holdMeeting, openGroup } from '../groups/test-group.ts'
import { day } from '../kernel/day.ts'
import { recordNeed } from '../listening/index.ts'
import { tickets } from '../listening/test-needs.ts'
import { coversOf } from '../portfolio/index.ts'
import { somebody } from '../testing.ts'
import { documentsEvidence } from './documents-evidence.ts'

const textFor = (needId: string) => [
  { kind: 'perimeter-item' as const, level: 0, source: 'I musei statali', data: { place: 'inside' as const, about: 'subjects' as const } },
  { kind: 'objective' as const, level: 0, source: 'Un biglietto solo', data: { refs: [{ kind: 'need', id: needId }] } },
]
const adoption = { kind: 'adoption', title: 'Adozione', text: 'Si adotta.', inFavour: null, against: null, abstained: null } as const

test('an adoption whose decision is annulled proves nothing from that day, is not shown, and may be made again', async () => {
  const group = await openGroup()
  const { house, slug, ecosystemId, members } = group
  const meeting = await holdMeeting(group)
  const lead = house.desk(somebody('lead', { kind: 'ecosystem', id: ecosystemId }))
  const need = await recordNeed(house.desk(somebody('secretary', { kind: 'ecosystem', id: ecosystemId })), slug, tickets)
  const answeredOn = async (on: string) =>
    ((await coversOf(house.db, [need.id], { lang: 'it', today: day(on) })).get(need.id) ?? []).map(({ kind }) => kind)
  const write = async (kind: 'perimeter' | 'vision') => {
    const { id } = await createDocument(house.desk(), slug, { kind, titleIt: 'Il testo', titleEn: null, bodies: [] })
    await importBlocks(lead, id, textFor(need.id))
    return freezeDraft(lead, id)
  }
  const [version, vision] = [await write('perimeter'), await write('vision')]
  const secretary = await deskOf(house, members.secretary)
  const first = await decide(secretary, meeting.id, adoption)
  for (const { id } of [version, vision]) {
    await adoptVersion(lead, id, first.id, decisionById)
    await publishVersion(lead, id, decisionById)
  }
  const met = async (on: string) =>
    (await documentsEvidence(house.db, [ecosystemId], day(on))).get(ecosystemId)?.['perimeter-published']?.met
  const page = () => house.read(paths.document(version.documentId))
  expect(await answeredOn('2020-07-28')).toEqual(['objective', 'objective'])
  expect([await met('2020-07-28'), (await page()).includes('adozione annullata')]).toEqual([true, false])

  house.at('2020-07-30T10:00:00+02:00')
  await annulDecision(await deskOf(house, members.chair), first.id, { reason: 'Scritta per errore' })
  expect([await met('2020-07-28'), await met('2020-07-30')]).toEqual([true, false])
  expect([await answeredOn('2020-07-28'), await answeredOn('2020-07-30')]).toEqual([['objective', 'objective'], []])
  expect(await page()).toContain('adozione annullata il 30 luglio 2020')
  expect(await house.read(paths.version(version.documentId, 1))).toContain('L’adozione non vale più')
  expect(await house.read(paths.documents(slug))).not.toContain('pubblicato')

  const again = await decide(await deskOf(house, members.secretary), meeting.id, adoption)
  await adoptVersion(lead, version.id, again.id, decisionById)
  expect(await page()).not.toContain('adozione annullata')
  await expect(adoptVersion(lead, version.id, again.id, decisionById)).rejects.toThrow('version-adopted-already')
})
