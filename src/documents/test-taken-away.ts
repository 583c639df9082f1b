import { day } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import { openHouse } from '../testing.ts'
import { freezeDraft } from './actions/versions.ts'
import type { ParsedBlock } from './rules/blocks.ts'
import { adopt, publish } from './store/versions.ts'
import { openDocument, type TestDocument } from './test-document.ts'

/** A text with a block of almost every kind, as it is taken away. */
export const text: readonly ParsedBlock[] = [
  { kind: 'paragraph', level: 0, source: 'Una **premessa** con nota[^1].' },
  { kind: 'heading', level: 1, source: 'Vision' },
  { kind: 'list-item', level: 1, source: 'primo', data: { ordered: true } },
  { kind: 'list-item', level: 2, source: 'dentro' },
  { kind: 'heading', level: 2, source: 'Ruoli' },
  { kind: 'table', level: 0, source: '| Chi | Che cosa |\n| --- | --- |\n| AGID | indirizza |' },
  { kind: 'perimeter-item', level: 0, source: 'I musei statali', data: { place: 'inside', about: 'services' } },
  { kind: 'footnote', level: 0, source: 'La nota.', data: { label: '1' } },
]
export const open = async (blocks = text) => openDocument(await openHouse(), 'other', blocks)
export const published = async (whole: TestDocument) => {
  const version = await freezeDraft(whole.house.desk(whole.chair), whole.document.id)
  await adopt(whole.house.db, version.id, day('2020-07-22'), newId())
  await publish(whole.house.db, version.id, day('2020-07-22'))
  return version
}
export const api = (id: string, format: string) => `/api/v1/documents/${id}/versions/1/export?format=${format}`
