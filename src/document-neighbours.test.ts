import { expect, test } from 'vitest'
import { paths } from './charter/paths.ts'
import { opened } from './consultations/test-consultation.ts'
import { createDocument, draftOf, importBlocks } from './documents/index.ts'
import { newId } from './kernel/id.ts'
import { recordNeed } from './listening/index.ts'
import { tickets } from './listening/test-needs.ts'
import { openPortfolio } from './portfolio/test-portfolio.ts'
import { somebody } from './testing.ts'

test('a version in consultation is read by everybody, and its days are told wherever the document is', async () => {
  const { house, documentId, consultation } = await opened()
  const document = paths.document(documentId)
  house.at('2020-07-30T10:00:00+02:00')
  expect(await house.read(document)).not.toContain('in consultazione dal')

  house.at('2020-08-10T10:00:00+02:00')
  const page = await house.read(document)
  expect(page).toContain('in consultazione dal 1 agosto 2020 al 30 settembre 2020')
  expect(page).toContain(paths.consultationText(consultation.id))
  const version = await house.read(paths.version(documentId, 1))
  expect(version).toContain('in consultazione dal')
  expect(version).toContain(paths.consultation(consultation.id))
  expect(await house.read(`/en${document}`)).toContain('in consultation from')

  house.at('2020-10-02T10:00:00+02:00')
  expect(await house.read(document)).toContain('consultata dal')
  expect(await house.read(paths.version(documentId, 1))).not.toContain('in consultazione dal')
})

test('what a block speaks of is found by searching in the section’s form, and told with its state; what is gone is flagged', async () => {
  const { house, slug, ecosystemId, desk, lead, add } = await openPortfolio()
  const project = await add({ kind: 'priority-service', titleIt: 'Biglietto unico dei musei' })
  const need = await recordNeed(house.desk(somebody('secretary', { kind: 'ecosystem', id: ecosystemId })), slug, tickets)
  const document = await createDocument(house.desk(), slug, { kind: 'other', titleIt: 'Nota', titleEn: null, bodies: [] })
  const gone = newId()
  await importBlocks(desk(), document.id, [
    {
      kind: 'paragraph',
      level: 0,
      source: 'Testo',
      data: {
        refs: [
          { kind: 'need', id: need.id },
          { kind: 'project', id: gone },
        ],
      },
    },
  ])
  const [block] = await draftOf(house.db, document.id)
  const address = paths.draftSection(document.id, 'inizio')
  const page = await house.read(address, lead)
  expect(page).toContain('senza risposta')
  expect(page).toContain('La voce non c’è più')
  const form = { base: `${block?.id}:1`, count: '1', 'id-0': block?.id ?? '', 'kind-0': 'paragraph', 'source-0': 'Testo' }
  const found = await (await house.ask(address, { as: lead, form: { ...form, 'search-0': 'biglietto', do: 'search-0' } })).text()
  expect(found).toContain(`value="service:${project.id}"`)
  expect((await house.ask(address, { as: lead, form: { ...form, 'refs-0': `service:${project.id}`, do: 'save' } })).status).toBe(303)
  const draft = await house.read(paths.draft(document.id), lead)
  expect(draft).toContain(paths.project(project.id))
  expect(draft).toContain('Biglietto unico dei musei')
})
