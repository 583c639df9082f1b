/** Papers, that is texts that leave the site as files: said once, written in the formats that people use. */
import { docxOf } from './papers/docx.ts'
import { epubOf } from './papers/epub.ts'
import { htmlOf } from './papers/html.ts'
import { markdownOf } from './papers/markdown.ts'
import { odtOf } from './papers/odt.ts'
import type { Paper } from './papers/paper.ts'
import { pdfOf } from './papers/pdf.ts'

export { linkOf, notesOf, type Paper, type Part, type Run, textOf, type Words, withLists } from './papers/paper.ts'
export { pdfUnavailable } from './papers/typst.ts'
export { esc } from './papers/xml.ts'
export { docxOf, epubOf, htmlOf, markdownOf, odtOf, pdfOf }

export const paperFormats = {
  html: { type: 'text/html; charset=utf-8', extension: 'html', write: async (paper: Paper) => Buffer.from(htmlOf(paper)) },
  pdf: { type: 'application/pdf', extension: 'pdf', write: pdfOf },
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', extension: 'docx', write: docxOf },
  odt: { type: 'application/vnd.oasis.opendocument.text', extension: 'odt', write: odtOf },
  epub: { type: 'application/epub+zip', extension: 'epub', write: epubOf },
  markdown: { type: 'text/markdown; charset=utf-8', extension: 'md', write: async (paper: Paper) => Buffer.from(markdownOf(paper)) },
} as const satisfies Record<string, PaperFormat>

export interface PaperFormat {
  readonly type: string
  readonly extension: string
  readonly write: (paper: Paper) => Promise<Buffer>
}

export type PaperFormatName = keyof typeof paperFormats
