import { keepable } from '../../kernel/text.ts'
import { type List, linkOf, notesOf, type Paper, type Part, type Words, withLists } from './paper.ts'
import { template } from './pdf-template.ts'
import { fitted } from './sizes.ts'
import { compilePdf } from './typst.ts'

/**
 * A PDF for everybody (PDF/UA-1): tagged, with its language, title, bookmarks and descriptions of pictures. The text goes
 * in as data beside a fixed template, so that nothing in it is ever read as an instruction.
 */
export async function pdfOf(paper: Paper): Promise<Buffer> {
  const undrawn = new Set<string>()
  // A sign that no font draws would leave a hole, which the standard forbids: its number is written in its place.
  for (let attempt = 0; attempt < 12; attempt += 1) {
    const { data, pictures } = dataOf(paper, undrawn)
    const files = pictures.map((bytes, at) => [`picture-${at}`, bytes] as const)
    const made = await compilePdf(template, [['paper.json', Buffer.from(JSON.stringify(data))], ...files])
    if (typeof made !== 'string') return made
    const before = undrawn.size
    for (const sign of undrawnIn(made)) undrawn.add(sign)
    if (undrawn.size === before) throw new Error(`the paper does not compile: ${made.slice(0, 2000)}`)
  }
  throw new Error('the paper holds too many signs that no font draws')
}

/** The signs named by the compiler's refusal, written as Rust writes strings. */
function undrawnIn(message: string): string[] {
  return [...message.matchAll(/the text `\\?"((?:[^"\\]|\\.)*?)\\?"` could not be displayed/gs)].flatMap(([, written = '']) => {
    const text = written
      .replace(/\\+u\{([0-9a-f]+)\}/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
      .replace(/\\+([nrt0])/g, ' ')
      .replace(/\\+(["'\\])/g, '$1')
    return [...text]
  })
}

function dataOf(paper: Paper, undrawn: ReadonlySet<string>) {
  const pictures: Buffer[] = []
  const notes = notesOf(paper.parts)
  const text = (written: string, longest = 60) =>
    [...breakable(keepable(written).normalize('NFC'), longest)].map((sign) => (undrawn.has(sign) ? `[U+${numberOf(sign)}]` : sign)).join('')
  const runs = (words: Words, { inNote = false, longest = 60 } = {}): object[] =>
    words.flatMap((run): object[] => {
      if (run.break) return [{ break: true }]
      if (run.footnote !== undefined) {
        const note = inNote ? undefined : notes.get(run.footnote)
        return note ? [{ footnote: run.footnote, note: runs(note.runs, { inNote: true }) }] : [{ text: text(run.text, longest) }]
      }
      const link = run.link === undefined ? null : linkOf(paper, run.link)
      const { strong = false, emphasis = false, struck = false, code = false } = run
      return [{ text: text(run.text, longest), strong, emphasis, struck, code, link }]
    })
  const list = ({ ordered, items }: List): object => ({
    kind: 'list',
    ordered,
    items: items.map(({ item, inner }) => ({ id: item.id ?? null, runs: runs(item.runs), inner: inner.map(list) })),
  })
  const part = (one: ReturnType<typeof withLists>[number]): object[] => {
    const id = one.kind === 'list' ? null : (one.id ?? null)
    switch (one.kind) {
      case 'heading':
        return [{ kind: one.kind, id, level: one.level, runs: runs(one.runs) }]
      case 'paragraph':
        return [{ kind: one.kind, id, runs: runs(one.runs) }]
      case 'list':
        return [list(one)]
      case 'table':
        return [tableData(one, id, (words) => runs(words, { longest: 24 }))]
      case 'picture': {
        const at = pictures.push(one.bytes) - 1
        return [
          {
            kind: one.kind,
            id,
            path: `/picture-${at}`,
            format: one.type === 'jpeg' ? 'jpg' : one.type,
            width: fitted(one.bytes).width,
            alt: text(one.alt),
            caption: runs(one.caption),
          },
        ]
      }
      case 'note':
        return []
    }
  }
  const [year, month, day] = paper.date.split('-').map(Number)
  const facts = paper.facts.map(({ label, value }) => ({ label: text(label), value: text(value) }))
  const { lang } = paper
  const data = {
    lang,
    title: text(paper.title),
    author: text(paper.author),
    date: [year, month, day],
    facts,
    parts: withLists(paper.parts).flatMap(part),
  }
  return { data, pictures }
}

function tableData(table: Part & { readonly kind: 'table' }, id: string | null, runs: (words: Words) => object[]): object {
  const width = Math.max(1, table.head.length, ...table.rows.map((row) => row.length))
  const filled = (row: readonly Words[]) => Array.from({ length: width }, (_, at) => runs(row[at] ?? []))
  // Columns as wide as their words ask, none starved: by the square root of what they hold.
  const weights = Array.from({ length: width }, (_, at) =>
    Math.max(
      2,
      Math.sqrt(
        [table.head, ...table.rows].reduce(
          (most, row) =>
            Math.max(
              most,
              (row[at] ?? []).reduce((sum, { text }) => sum + text.length, 0),
            ),
          1,
        ),
      ),
    ),
  )
  return {
    kind: 'table',
    id,
    weights,
    head: filled(table.head),
    rows: table.rows.map(filled),
    caption: table.caption ? runs(table.caption) : [],
  }
}

/** A word longer than a line may be cut, by a space without width; otherwise it would leave the page. */
const breakable = (text: string, longest: number) =>
  text.replace(new RegExp(`\\S{${longest + 1},}`, 'gu'), (word) =>
    [...word].map((sign, at) => (at > 0 && at % (longest / 2) === 0 ? `\u200B${sign}` : sign)).join(''),
  )

const numberOf = (sign: string) => (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
