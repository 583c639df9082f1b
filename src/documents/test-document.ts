import { addEcosystem } from '../ecosystems/index.ts'
import { invitePerson } from '../identity/index.ts'
import { day } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import { somebody, type TestHouse } from '../testing.ts'
import { createDocument } from './actions/documents.ts'
import { importBlocks } from './actions/write.ts'
import type { ParsedBlock } from './rules/blocks.ts'
import type { Document, DocumentKind } from './rules/documents.ts'

/** An ecosystem, one of its bodies by its number alone, and a document that the body works on. */
export interface TestDocument {
  readonly house: TestHouse
  readonly slug: string
  readonly document: Document
  readonly lead: ReturnType<typeof somebody>
  readonly chair: ReturnType<typeof somebody>
  readonly member: ReturnType<typeof somebody>
  readonly observer: ReturnType<typeof somebody>
}

export async function openDocument(
  house: TestHouse,
  kind: DocumentKind = 'perimeter',
  text: readonly ParsedBlock[] = perimeter,
): Promise<TestDocument> {
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
  const bodyId = newId<'body'>()
  const document = await createDocument(house.desk(), slug, { kind, titleIt: 'Il testo', titleEn: 'The text', bodies: [bodyId] })
  const lead = somebody('lead', { kind: 'ecosystem', id: document.ecosystemId })
  const inBody = async (role: 'chair' | 'member' | 'observer') => {
    const known = { name: `Persona ${role}`, email: `${role}@example.org`, lang: 'it' } as const
    return { ...somebody(role, { kind: 'body', id: bodyId }), id: await invitePerson(house.db, known, house.desk().now) }
  }
  if (text.length > 0) await importBlocks(house.desk(lead), document.id, text)
  return { house, slug, document, lead, chair: await inBody('chair'), member: await inBody('member'), observer: await inBody('observer') }
}

const item = (place: 'inside' | 'border' | 'outside', source: string): ParsedBlock => ({
  kind: 'perimeter-item',
  level: 0,
  source,
  data: { place, about: 'services' },
})

export const perimeter: readonly ParsedBlock[] = [
  { kind: 'heading', level: 1, source: 'Che cosa comprende' },
  { kind: 'paragraph', level: 0, source: 'Il perimetro dice **che cosa** è dentro.' },
  item('inside', 'La prenotazione dei musei statali'),
  { kind: 'heading', level: 1, source: 'Che cosa non comprende' },
  item('outside', 'Il rilascio delle guide turistiche'),
  item('border', 'I trasporti verso i luoghi della cultura'),
]
