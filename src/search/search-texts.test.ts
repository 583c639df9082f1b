import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { opened } from '../consultations/test-consultation.ts'
import { declareFinal, freezeDraft, importBlocks } from '../documents/index.ts'
import { adopt, publish } from '../documents/store/versions.ts'
import { openDocument } from '../documents/test-document.ts'
import { day } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import { openHouse, type TestHouse } from '../testing.ts'
import { search } from './store.ts'

const found = async (house: TestHouse, words: string) =>
  (await search(house.db, { words, kind: null, lang: 'it', cursor: null, limit: 10 })).items

test('a text is found by what its section says once it is published, at the place where it says it', async () => {
  const { house, document, lead } = await openDocument(await openHouse(), 'other', [])
  const desk = house.desk(lead)
  await importBlocks(desk, document.id, [
    { kind: 'heading', level: 1, source: 'Premessa' },
    { kind: 'paragraph', level: 0, source: 'Ogni planetario ha una scheda.' },
    { kind: 'heading', level: 1, source: 'Osservatori' },
    { kind: 'paragraph', level: 0, source: 'I telescopi solari aprono la sera.' },
  ])
  const { id } = await freezeDraft(desk, document.id)
  expect(await found(house, 'telescopi')).toEqual([])
  await declareFinal(desk, id)
  await adopt(house.db, id, day('2020-07-22'), newId())
  await publish(house.db, id, day('2020-07-22'))
  const [item] = await found(house, 'telescopi')
  expect(item).toMatchObject({ kind: 'document', id: document.id, place: [document.id, '1', expect.stringMatching(/-/)] })
  expect(await house.read('/cerca?q=telescopi')).toContain(`/documenti/${document.id}/versioni/1?blocco=`)
  expect(await found(house, 'planetario')).toMatchObject([{ place: [document.id, '1', ''] }])
  const { rows } = await sql`
    (select kind, key, part, place, body_it from search_source except select kind, key, part, place, body_it from search_entry)
    union all (select kind, key, part, place, body_it from search_entry except select kind, key, part, place, body_it from search_source)`.execute(
    house.db,
  )
  expect(rows).toEqual([])
})

test('a consultation is found from when its opening is decided', async () => {
  const { house, consultation } = await opened()
  const items = await found(house, consultation.titleIt)
  expect(items.filter(({ kind }) => kind === 'consultation')).toMatchObject([{ id: consultation.id }])
})
