import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { operator } from '../charter/policy.ts'
import { day } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import { citizen, openHouse } from '../testing.ts'
import { createDocument } from './actions/documents.ts'
import { adoptVersion, declareFinal, freezeDraft, publishVersion } from './actions/versions.ts'
import { importBlocks, restoreVersion } from './actions/write.ts'
import { documentFacts } from './facts.ts'
import type { ParsedBlock } from './rules/blocks.ts'
import type { AdoptingDecision } from './rules/versions.ts'
import { draftOf } from './store/draft.ts'
import { blocksOf, getVersion, versionsOf } from './store/versions.ts'
import { openDocument, perimeter } from './test-document.ts'
import { diffVersions } from './text/diff.ts'

const decision = (ecosystemId: string, more: Partial<AdoptingDecision> = {}): AdoptingDecision => ({
  id: newId(),
  number: 3,
  ecosystemId,
  bodyKind: 'working-group',
  kind: 'adoption',
  takenOn: day('2020-07-22'),
  holds: true,
  ...more,
})
const told = (found: AdoptingDecision | null) => async () => found

describe('a version', () => {
  test('is the draft as it stood, and stays so whatever happens to the draft', async () => {
    const { house, document, chair } = await openDocument(await openHouse())
    const version = await freezeDraft(house.desk(chair), document.id, { note: 'Prima stesura' })
    const text = await blocksOf(house.db, version.id)
    await importBlocks(house.desk(chair), document.id, perimeter.slice(0, 2))
    expect(await blocksOf(house.db, version.id)).toEqual(text)
    expect(text.map(({ source }) => source)).toEqual(perimeter.map(({ source }) => source))
    expect(await getVersion(house.db, version.id)).toEqual(version)
  })

  test('cannot be written over, not even with the application’s own access to the database', async () => {
    const { house, document, chair } = await openDocument(await openHouse())
    const { id } = await freezeDraft(house.desk(chair), document.id)
    for (const statement of [
      sql`update version_block set text = 'altro' where version_id = ${id}`,
      sql`delete from version_block where version_id = ${id}`,
      sql`update document_version set hash = 'x' where id = ${id}`,
      sql`delete from document_version where id = ${id}`,
      sql`update document_block_revision set source = 'altro'`,
    ])
      await expect(statement.execute(house.db)).rejects.toThrow('permission denied')
  })

  test('is not made of an empty draft, nor of one that did not change, nor of one that changed while it was read', async () => {
    const { house, document, chair } = await openDocument(await openHouse(), 'perimeter', [])
    await expect(freezeDraft(house.desk(chair), document.id)).rejects.toThrow('draft-empty')
    await importBlocks(house.desk(chair), document.id, perimeter)
    await expect(freezeDraft(house.desk(chair), document.id, { hash: '0'.repeat(64) })).rejects.toThrow('draft-moved')
    await freezeDraft(house.desk(chair), document.id)
    await expect(freezeDraft(house.desk(chair), document.id)).rejects.toThrow('draft-unchanged')
  })

  test('is frozen by whoever leads or works on it, and by nobody else', async () => {
    const { house, document, member, observer } = await openDocument(await openHouse())
    for (const actor of [member, observer, citizen()])
      await expect(freezeDraft(house.desk(actor), document.id)).rejects.toThrow('not-allowed')
  })
})

describe('blocks keep their ids', () => {
  test('through an import, a version and a restoring', async () => {
    const { house, document, chair } = await openDocument(await openHouse())
    const first = await freezeDraft(house.desk(chair), document.id)
    const [title, opening, , rest, outside, border] = perimeter as [
      ParsedBlock,
      ParsedBlock,
      ParsedBlock,
      ParsedBlock,
      ParsedBlock,
      ParsedBlock,
    ]
    const shuffled = [border, title, { ...opening, source: 'Il perimetro dice bene **che cosa** è dentro.' }, rest, outside]

    await importBlocks(house.desk(chair), document.id, shuffled)
    const second = await freezeDraft(house.desk(chair), document.id)
    const kinds = diffVersions(await blocksOf(house.db, first.id), await blocksOf(house.db, second.id)).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'added')).toEqual([])
    expect([...kinds].sort()).toEqual(['changed', 'moved', 'removed', 'same', 'same', 'same'])

    await restoreVersion(house.desk(chair), first.id)
    const restored = await draftOf(house.db, document.id)
    expect(restored.map(({ id }) => id)).toEqual((await blocksOf(house.db, first.id)).map(({ id }) => id))
    expect(restored.find(({ source }) => source.includes('musei'))?.revision).toBe(3)
  })
})

describe('adoption', () => {
  test('is by a decision of this ecosystem’s working group, then the version is published and its state says so', async () => {
    const { house, document, chair, lead } = await openDocument(await openHouse())
    const { id } = await freezeDraft(house.desk(chair), document.id)
    const { ecosystemId } = document
    const desk = house.desk(chair)
    const adopting = (more: Partial<AdoptingDecision> | null) => adoptVersion(desk, id, newId(), told(more && decision(ecosystemId, more)))
    await expect(publishVersion(house.desk(lead), id, told(null))).rejects.toThrow('version-not-adopted')
    await expect(adopting(null)).rejects.toThrow('adoption-decision-missing')
    await expect(adopting({ ecosystemId: newId() })).rejects.toThrow('adoption-by-another-group')
    await expect(adopting({ bodyKind: 'technical-table' })).rejects.toThrow('adoption-by-another-group')
    await expect(adopting({ kind: 'general' })).rejects.toThrow('decision-not-of-adoption')
    await expect(adopting({ holds: false })).rejects.toThrow('adoption-decision-not-held')
    await expect(adopting({ takenOn: day('2020-07-21') })).rejects.toThrow('adoption-before-freezing')
    await declareFinal(desk, id)
    await adopting({})
    await expect(adopting({})).rejects.toThrow('version-adopted-already')
    house.at('2020-08-01T09:00:00+02:00')
    await publishVersion(house.desk(lead), id, told(null))
    await expect(publishVersion(house.desk(lead), id, told(null))).rejects.toThrow('version-published-already')

    const on = async (text: string) =>
      (await documentFacts(house.db, [ecosystemId], day(text), async () => new Map())).get(ecosystemId)?.[0]?.state ?? null
    expect([await on('2020-07-21'), await on('2020-07-22'), await on('2020-08-01')]).toEqual([null, 'adopted', 'published'])
  })

  test('declared once is not undone in the database', async () => {
    const { house, document, chair } = await openDocument(await openHouse())
    const { id } = await freezeDraft(house.desk(chair), document.id)
    await adoptVersion(house.desk(chair), id, newId(), told(decision(document.ecosystemId)))
    await expect(sql`update document_version set adopted_on = null, decision_id = null where id = ${id}`.execute(house.db)).rejects.toThrow(
      'declared',
    )
  })
})

test('a cycle has one perimeter, and other documents as many as it needs', async () => {
  const { house, slug } = await openDocument(await openHouse())
  const input = { titleIt: 'Altro', titleEn: null, bodies: [] }
  await expect(createDocument(house.desk(operator), slug, { ...input, kind: 'perimeter' })).rejects.toThrow('document-kind-taken')
  await createDocument(house.desk(operator), slug, { ...input, kind: 'other' })
  await createDocument(house.desk(operator), slug, { ...input, kind: 'other' })
  await expect(createDocument(house.desk(operator), slug, { ...input, kind: 'vision', bodies: [newId()] }, async () => [])).rejects.toThrow(
    'foreign-body',
  )
})

test('the whole text is read in one statement, and two thousand blocks are frozen in a moment', async () => {
  const { house, document, lead } = await openDocument(
    await openHouse(),
    'other',
    Array.from({ length: 2000 }, (_, at) => ({ kind: 'paragraph', level: 0, source: `Paragrafo ${at}` })),
  )
  const began = performance.now()
  const { id } = await freezeDraft(house.desk(lead), document.id)
  expect(performance.now() - began).toBeLessThan(3000)
  expect(await house.countQueries(() => blocksOf(house.db, id))).toBe(1)
  expect(await blocksOf(house.db, id)).toHaveLength(2000)
  expect(await versionsOf(house.db, document.id)).toMatchObject([{ number: 1, blocks: 2000 }])
})
