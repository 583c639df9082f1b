import { type RstDocument, RstToHtmlCompiler } from 'rst-compiler'
import { Problem } from '../../kernel/problem.ts'
import type { SourceLine } from './source-line.ts'

export const rstUnreadable = {
  slug: 'rst-unreadable',
  status: 422,
  it: 'Il file {file} non si lascia leggere, dalla riga {line}. Controlla che sia reStructuredText valido e riprova.',
  en: 'The file {file} cannot be read, from line {line}. Check that it is valid reStructuredText and try again.',
} as const

export const rstTooIntricate = {
  slug: 'rst-too-intricate',
  status: 422,
  it: 'Il file {file} è troppo intricato per essere letto in sicurezza (riga {line}). Dividi il file o semplificane il testo e riprova.',
  en: 'The file {file} is too intricate to be read safely (line {line}). Split the file or make its text simpler and try again.',
} as const

/**
 * The parser's time grows with the square of the inline marks in a block, and of the titles in a file; its stack with
 * the nesting. The limits stand an order of magnitude above the real plan's figures.
 */
const limits = { lineLength: 10_000, blockLength: 100_000, indent: 160, marksInBlock: 400, titles: 200, cells: 20_000 }
const wholeLimits = { lines: 100_000, marks: 60_000, titles: 2_000 }

const parser = new RstToHtmlCompiler()

export function parse(lines: readonly SourceLine[]): RstDocument {
  const place = { file: lines[0]?.file ?? '', line: lines[0]?.line ?? 1 }
  mustBePlain(lines)
  try {
    const text = lines.map((line) => line.text).join('\n')
    return parser.parse(text, {
      disableErrors: true,
      disableWarnings: true,
      inputIndentSize: 2,
      parseFirstFieldListAsDocumentMeta: false,
      enableCharacterLevelInlineMarkup: true,
    }).root
  } catch {
    throw new Problem(rstUnreadable, place)
  } finally {
    parser.clearNotifications()
  }
}

function mustBePlain(lines: readonly SourceLine[]): void {
  let marksInBlock = 0
  let blockLength = 0
  let titles = 0
  let cells = 0
  for (const { text, file, line } of lines) {
    const grid = /^\s*[|+]/.test(text)
    blockLength = text === '' ? 0 : blockLength + text.length
    marksInBlock = text === '' ? 0 : marksInBlock + marksIn(text)
    if (isTitle(text)) titles++
    if (grid) cells += text.match(/[|+]/g)?.length ?? 0
    const over =
      text.length > limits.lineLength ||
      blockLength > limits.blockLength ||
      text.length - text.trimStart().length > limits.indent ||
      marksInBlock > limits.marksInBlock ||
      titles > limits.titles ||
      cells > limits.cells
    if (over) throw new Problem(rstTooIntricate, { file, line })
  }
}

/** Time is spent on the whole plan, however it is cut into files. */
export function mustBeBounded(lines: readonly SourceLine[]): void {
  let marks = 0
  let titles = 0
  for (const [index, { text, file, line }] of lines.entries()) {
    marks += marksIn(text)
    if (isTitle(text)) titles++
    if (index >= wholeLimits.lines || marks > wholeLimits.marks || titles > wholeLimits.titles)
      throw new Problem(rstTooIntricate, { file, line })
  }
}

/** An underline, or anything else that gives a name to be looked up. */
function isTitle(text: string): boolean {
  return /^\s*([^\p{L}\p{N}\s])\1{2,}$/u.test(text) || /^\s*\.\. (?:_|\[|\|)/.test(text)
}

/** The characters that may begin inline markup; the bars of a grid do not. */
function marksIn(text: string): number {
  return text.match(/^\s*[|+]/.test(text) ? /[*`_[<]/g : /[*`_[<|]/g)?.length ?? 0
}
