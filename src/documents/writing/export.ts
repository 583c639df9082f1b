import type { Paper, PaperFormat } from '../../platform/papers.ts'
import { paperFormats } from '../../platform/papers.ts'
import { akomaNtosoOf, type Legal } from './akoma-ntoso.ts'

/** What a version can be taken away as: a paper's formats, and that of legal documents. */
export const exportFormats = ['pdf', 'docx', 'odt', 'html', 'epub', 'markdown', 'akoma-ntoso'] as const
export type ExportFormat = (typeof exportFormats)[number]

export const isExportFormat = (name: string): name is ExportFormat => (exportFormats as readonly string[]).includes(name)

const akomaNtoso = { type: 'application/akn+xml; charset=utf-8', extension: 'xml' } as const

export const formatOf = (format: ExportFormat): Pick<PaperFormat, 'type' | 'extension'> =>
  format === 'akoma-ntoso' ? akomaNtoso : paperFormats[format]

export async function writePaper(format: ExportFormat, paper: Paper, legal: Legal): Promise<Buffer> {
  return format === 'akoma-ntoso' ? Buffer.from(akomaNtosoOf(paper, legal)) : paperFormats[format].write(paper)
}
