import { day } from '../../kernel/day.ts'
import { type Part, zip } from '../../platform/files/samples.ts'
import type { Paper } from '../../platform/papers.ts'
import type { Reading } from './index.ts'

export const shape = ({ blocks }: Reading) =>
  blocks.map(({ kind, level, source, data }) => [
    kind,
    level,
    source,
    ...(data?.ordered ? ['ordered'] : []),
    ...(data?.label ? [data.label] : []),
  ])
export const lost = ({ told }: Reading) => told.map(({ loss }) => loss)

export const paperOf = (parts: Paper['parts']): Paper => ({
  lang: 'it',
  title: 'Strategia dell’ecosistema',
  author: 'AGID',
  date: day('2026-03-02'),
  facts: [{ label: 'Versione', value: '3: «prova»' }],
  address: 'https://simbiosi.example/documenti/1',
  parts,
})

export const part = (name: string, text: string): Part => [name, Buffer.from(text)]
export const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
export const aWord = (body: string) =>
  zip(
    part(
      '[Content_Types].xml',
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    part(
      '_rels/.rels',
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    part('word/document.xml', `<?xml version="1.0"?>${body}`),
  )
export const anOdt = (body: string, ...more: readonly Part[]) =>
  zip(part('mimetype', 'application/vnd.oasis.opendocument.text'), part('content.xml', `<?xml version="1.0"?>${body}`), ...more)
export const odtBody = (text: string) =>
  `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:xlink="x"><office:body><office:text>${text}</office:text></office:body></office:document-content>`
