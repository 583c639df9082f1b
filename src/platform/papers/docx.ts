import {
  AlignmentType,
  Bookmark,
  Document,
  ExternalHyperlink,
  type FileChild,
  Footer,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { keepable } from '../../kernel/text.ts'
import { linkOf, notesOf, type Paper, type Part, type Words } from './paper.ts'
import { fitted } from './sizes.ts'

const headings = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4]
const depths = [0, 1, 2, 3, 4, 5]
const indent = (level: number) => ({ paragraph: { indent: { left: 567 * (level + 1), hanging: 340 } } })

/** A DOCX with real styles: titles, lists, tables with a heading row, footnotes, the language, names for links to reach. */
export async function docxOf(paper: Paper): Promise<Buffer> {
  const written = new Written(paper)
  const body = written.body()
  const language = { value: paper.lang === 'it' ? 'it-IT' : 'en-GB' }
  const heading = (size: number) => ({
    run: { font: 'Titillium Web', size, bold: true, color: '17324D' },
    paragraph: { spacing: { before: 360, after: 120 } },
  })
  const document = new Document({
    title: keepable(paper.title),
    creator: keepable(paper.author),
    lastModifiedBy: keepable(paper.author),
    description: paper.address,
    styles: {
      default: {
        document: { run: { font: 'Lora', size: 22, language }, paragraph: { spacing: { after: 160, line: 300 } } },
        title: heading(44),
        heading1: heading(34),
        heading2: heading(28),
        heading3: heading(24),
        heading4: heading(22),
        hyperlink: { run: { color: '004D99', underline: {} } },
      },
      paragraphStyles: [
        { id: 'TableHeading', name: 'Table Heading', basedOn: 'Normal', run: { bold: true } },
        { id: 'DocumentFacts', name: 'Document Facts', basedOn: 'Normal' },
      ],
      characterStyles: [{ id: 'Code', name: 'Code', run: { font: 'Courier New' } }],
    },
    numbering: {
      config: [
        {
          reference: 'points',
          levels: depths.map((level) => ({
            level,
            format: LevelFormat.BULLET,
            text: '•',
            alignment: AlignmentType.LEFT,
            style: indent(level),
          })),
        },
        {
          reference: 'numbers',
          levels: depths.map((level) => ({
            level,
            format: LevelFormat.DECIMAL,
            text: `%${level + 1}.`,
            alignment: AlignmentType.LEFT,
            style: indent(level),
          })),
        },
      ],
    },
    footnotes: written.footnotes(),
    sections: [{ footers: { default: foot(paper) }, children: body }],
  })
  return Packer.toBuffer(document)
}

function foot(paper: Paper): Footer {
  const children = [keepable(paper.title), ' · ', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES]
  return new Footer({ children: [new Paragraph({ children: [new TextRun({ children, size: 17 })] })] })
}

class Written {
  private readonly paper: Paper
  private readonly notes: ReturnType<typeof notesOf>
  private readonly called: string[] = []
  private lists = 0

  constructor(paper: Paper) {
    this.paper = paper
    this.notes = notesOf(paper.parts)
  }

  body(): FileChild[] {
    const { title, facts, parts } = this.paper
    const lines = facts.map(
      ({ label, value }) =>
        new Paragraph({
          style: 'DocumentFacts',
          children: [new TextRun({ text: `${keepable(label)}: `, bold: true }), new TextRun(keepable(value))],
        }),
    )
    let before: Part | null = null
    const body = parts.flatMap((part) => {
      // Each numbered list counts from one, and goes on around a note.
      if (part.kind === 'item' && before?.kind !== 'item') this.lists += 1
      if (part.kind !== 'note') before = part
      return this.part(part)
    })
    return [new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(keepable(title))] }), ...lines, ...body, ...this.uncalled()]
  }

  footnotes(): Record<string, { children: Paragraph[] }> {
    return Object.fromEntries(
      this.called.map((label, at) => [
        at + 1,
        { children: [new Paragraph({ children: this.words(this.notes.get(label)?.runs ?? [], true) })] },
      ]),
    )
  }

  private part(part: Part): FileChild[] {
    switch (part.kind) {
      case 'heading':
        return [
          new Paragraph({
            heading: headings[part.level - 1] ?? HeadingLevel.HEADING_4,
            children: this.named(part.id, this.words(part.runs)),
          }),
        ]
      case 'paragraph':
        return [new Paragraph({ children: this.named(part.id, this.words(part.runs)) })]
      case 'item': {
        const numbering = { reference: part.ordered ? 'numbers' : 'points', level: Math.min(5, part.depth - 1), instance: this.lists }
        return [new Paragraph({ numbering, children: this.named(part.id, this.words(part.runs)) })]
      }
      case 'table':
        return this.table(part)
      case 'picture':
        return this.picture(part)
      case 'note':
        return []
    }
  }

  private table({ id, head, rows, caption }: Part & { readonly kind: 'table' }): FileChild[] {
    const width = Math.max(1, head.length, ...rows.map((row) => row.length))
    const row = (cells: readonly Words[], tableHeader: boolean) =>
      new TableRow({
        ...(tableHeader ? { tableHeader } : {}),
        children: Array.from({ length: width }, (_, at) => {
          const words = this.words(cells[at] ?? [])
          const children = at === 0 && tableHeader ? this.named(id, words) : words
          return new TableCell({ children: [new Paragraph({ children, ...(tableHeader ? { style: 'TableHeading' } : {}) })] })
        }),
      })
    const titled = caption
      ? [new Paragraph({ keepNext: true, children: this.words(caption.map((run) => ({ ...run, strong: true }))) })]
      : []
    const grid = new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
    })
    // Two tables that touch would be taken for one.
    return [...titled, grid, new Paragraph({ children: [] })]
  }

  private picture({ id, bytes, type, alt, caption }: Part & { readonly kind: 'picture' }): FileChild[] {
    const { width, height } = fitted(bytes)
    const altText = { name: 'Figura', title: '', description: keepable(alt) }
    const transformation = { width, height }
    const image =
      type === 'svg'
        ? new ImageRun({ type: 'svg', data: bytes, transformation, altText, fallback: { type: 'png', data: pixel } })
        : new ImageRun({ type: type === 'png' ? 'png' : 'jpg', data: bytes, transformation, altText })
    const words = caption.length > 0 ? [new Paragraph({ children: this.words(caption) })] : []
    return [new Paragraph({ children: this.named(id, [image]) }), ...words]
  }

  private uncalled(): FileChild[] {
    return [...this.notes.values()]
      .filter(({ label }) => !this.called.includes(label))
      .map(
        ({ id, label, runs }) =>
          new Paragraph({ children: this.named(id, [new TextRun(`[${keepable(label)}] `), ...this.words(runs, true)]) }),
      )
  }

  private named(id: string | undefined, children: ParagraphChild[]): ParagraphChild[] {
    return id === undefined ? children : [new Bookmark({ id: bookmarkOf(id), children })]
  }

  private words(runs: Words, inNote = false): ParagraphChild[] {
    return runs.flatMap((run): ParagraphChild[] => {
      if (run.break) return [new TextRun({ break: 1 })]
      if (run.footnote !== undefined && !inNote && this.notes.has(run.footnote)) {
        if (!this.called.includes(run.footnote)) this.called.push(run.footnote)
        return [new FootnoteReferenceRun(this.called.indexOf(run.footnote) + 1)]
      }
      const link = run.link === undefined ? null : linkOf(this.paper, run.link)
      const text = new TextRun({
        text: keepable(run.text),
        ...(run.strong ? { bold: true } : {}),
        ...(run.emphasis ? { italics: true } : {}),
        ...(run.struck ? { strike: true } : {}),
        ...(run.code ? { style: 'Code' } : link === null ? {} : { style: 'Hyperlink' }),
      })
      return [link === null ? text : new ExternalHyperlink({ link, children: [text] })]
    })
  }
}

/** A name that word processors accept: letters, digits and underscores, forty at most. */
const bookmarkOf = (id: string) => id.replace(/[^A-Za-z0-9]/g, (sign) => (sign === '-' ? '' : '_')).slice(0, 40)

/** What stands for a drawing where drawings cannot be shown: its table follows it. */
const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
