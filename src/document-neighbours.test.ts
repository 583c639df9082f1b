import { expect, test } from 'vitest'
import { paths } from './charter/paths.ts'
import { opened } from './consultations/test-consultation.ts'

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
