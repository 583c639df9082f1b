import { keepable } from '../../kernel/text.ts'
import { longest, mustBeFew, type ParsedBlock } from '../rules/blocks.ts'
import { plain } from '../text/markdown.ts'
import { markdownOf, type Run, tidyRuns, wordsOf } from './runs.ts'

/** What a document holds and blocks do not: left out, or made simpler. */
export const losses = [
  'picture',
  'picture-unknown',
  'drawing',
  'raw',
  'directive',
  'link',
  'comment',
  'field',
  'divider',
  'quote',
  'note',
  'literal',
  'definition',
  'reference',
  'deep-heading',
  'deep-list',
  'list-paragraphs',
  'merged-cells',
  'cell-lines',
  'nested-table',
  'split-table',
  'table-caption',
  'split-paragraph',
  'signs',
  'revision',
] as const
export type Loss = (typeof losses)[number]

/** Where something was lost: its words, the heading above it, and the line where the source has lines. */
export interface Told {
  readonly loss: Loss
  readonly near: string
  readonly section: string | null
  readonly line?: number
}

export interface Picture {
  readonly bytes: Buffer
  readonly name: string
  /** What it shows, for who cannot see it; empty when the document does not say. */
  readonly alt: string
}

/** A block read from a document. A figure names its picture, which becomes a file when it is taken in. */
export type ReadBlock = ParsedBlock & { readonly picture?: number; readonly caption?: string }

export interface Reading {
  /** The document's own title, when it has one; it is no block. */
  readonly title: string | null
  readonly blocks: readonly ReadBlock[]
  readonly pictures: readonly Picture[]
  readonly told: readonly Told[]
}

const mostTold = 500
const mostPictures = 100

/** Collects blocks while a document is read, and what of it could not become one. */
export class Gathering {
  readonly blocks: ReadBlock[] = []
  readonly pictures: Picture[] = []
  readonly told: Told[] = []
  title: string | null = null
  private section: string | null = null

  tell(loss: Loss, near: string, line?: number): void {
    if (this.told.length >= mostTold) return
    this.told.push({ loss, near: oneLine(near).slice(0, 120), section: this.section, ...(line === undefined ? {} : { line }) })
  }

  heading(level: number, runs: readonly Run[], line?: number): void {
    const words = oneLine(wordsOf(runs))
    if (words === '') return
    this.section = words.slice(0, 120)
    this.add({
      kind: 'heading',
      level,
      source: this.sound(
        runs.filter((run) => !run.break),
        line,
      ),
    })
  }

  paragraph(runs: readonly Run[], line?: number): void {
    for (const part of this.parts(runs, line)) this.add({ kind: 'paragraph', level: 0, source: part })
  }

  item(depth: number, ordered: boolean, runs: readonly Run[], line?: number): void {
    if (depth > 6) this.tell('deep-list', wordsOf(runs), line)
    for (const part of this.parts(runs, line))
      this.add({ kind: 'list-item', level: Math.min(6, depth), source: part, ...(ordered ? { data: { ordered } } : {}) })
  }

  footnote(label: string, runs: readonly Run[], line?: number): void {
    for (const part of this.parts(runs, line).slice(0, 1))
      this.add({ kind: 'footnote', level: 0, source: part, data: { label: label.slice(0, 20) } })
  }

  figure(picture: Picture, caption: readonly Run[]): void {
    if (this.pictures.length >= mostPictures) {
      this.tell('picture', picture.alt || picture.name)
      return
    }
    const at = this.pictures.push(picture) - 1
    this.add({ kind: 'figure', level: 0, source: this.sound(caption), picture: at, data: {} })
  }

  /** Rows of cells, the first ones heading the others. A table too long for one block goes on in another. */
  table(rows: readonly (readonly (readonly Run[])[])[], heads: number, line?: number): void {
    const width = Math.max(0, ...rows.map((row) => row.length))
    if (width === 0) return
    const lines = rows.map((row) =>
      rowOf(
        row.map((cell) => this.cell(cell, line)),
        width,
      ),
    )
    const head = heads > 0 && lines[0] !== undefined ? lines[0] : rowOf([], width)
    const body = lines.slice(heads > 0 ? 1 : 0)
    const start = `${head}\n|${' --- |'.repeat(width)}`
    let source = start
    let parts = 0
    const close = () => {
      if (parts++ > 0) this.tell('split-table', wordsOf(rows[0]?.[0] ?? []), line)
      this.add({ kind: 'table', level: 0, source })
    }
    for (const row of body) {
      if (source.length + row.length >= longest && source !== start) {
        close()
        source = start
      }
      source += `\n${row}`
    }
    close()
  }

  /** A first heading above all others is the document's title, and the others go up by one; four levels stay. */
  done(): Reading {
    const [first] = this.blocks
    const headings = this.blocks.filter(({ kind }) => kind === 'heading')
    const alone = this.title === null && first?.kind === 'heading' && headings.every((one) => one === first || one.level > first.level)
    const highest = Math.min(...headings.filter((one) => !(alone && one === first)).map(({ level }) => level))
    const blocks = (alone ? this.blocks.slice(1) : this.blocks).map((block) => {
      if (block.kind !== 'heading') return block
      const level = block.level - highest + 1
      if (level > 4) {
        const words = plain(block.source)
        this.section = words
        this.tell('deep-heading', words)
      }
      return { ...block, level: Math.min(4, level) }
    })
    return { title: this.title ?? (alone && first ? plain(first.source) : null), blocks, pictures: this.pictures, told: this.told }
  }

  private add(block: ReadBlock): void {
    if (block.source === '' && block.kind !== 'figure') return
    mustBeFew(this.blocks.length + 1)
    this.blocks.push(block)
  }

  private cell(runs: readonly Run[], line?: number): string {
    const flat = runs.map((run) => (run.break ? { text: ' ' } : run))
    return this.sound(flat, line).replace(/\|/g, '\\|').replace(/\n/g, ' ')
  }

  private sound(runs: readonly Run[], line?: number): string {
    const kept = runs.map((run) => ({ ...run, text: keepable(run.text) }))
    if (kept.some(({ text }, at) => text !== runs[at]?.text)) this.tell('signs', wordsOf(runs), line)
    return markdownOf(kept)
  }

  /** A paragraph longer than a block may be is cut where a sentence ends. */
  private parts(runs: readonly Run[], line?: number): string[] {
    const whole = this.sound(runs, line)
    if (whole.length <= longest) return whole === '' ? [] : [whole]
    this.tell('split-paragraph', wordsOf(runs), line)
    return cut(wordsOf(tidyRuns(runs))).map((text) => this.sound([{ text }]))
  }
}

const rowOf = (cells: readonly string[], width: number) => `|${Array.from({ length: width }, (_, at) => ` ${cells[at] ?? ''} |`).join('')}`

export const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Escaping at most doubles a text, and more with entities. */
const safeLength = 4000

function cut(text: string): string[] {
  const parts: string[] = []
  let rest = text
  while (rest.length > safeLength) {
    const window = rest.slice(0, safeLength)
    const end = Math.max(window.lastIndexOf('. '), window.lastIndexOf('; '), 0) || window.lastIndexOf(' ')
    const at = end > 0 ? end + 1 : safeLength
    parts.push(rest.slice(0, at).trim())
    rest = rest.slice(at).trim()
  }
  return rest === '' ? parts : [...parts, rest]
}
