import { type RstDocument, RstToHtmlCompiler } from 'rst-compiler'
import { Problem } from '../../kernel/problem.ts'
import type { SourceLine } from './source-line.ts'

export const planUnreadable = {
  slug: 'plan-unreadable',
  status: 422,
  it: 'Il file {file} del piano non si lascia leggere, dalla riga {line}. Controlla che sia reStructuredText valido e riprova.',
  en: 'The plan’s file {file} cannot be read, from line {line}. Check that it is valid reStructuredText and try again.',
} as const

export const planTooIntricate = {
  slug: 'plan-too-intricate',
  status: 422,
  it: 'Il file {file} del piano è troppo intricato per essere letto in sicurezza (riga {line}). Dividi il file o semplificane il testo e riprova.',
  en: 'The plan’s file {file} is too intricate to be read safely (line {line}). Split the file or make its text simpler and try again.',
} as const

/**
 * The parser's time grows with the square of the inline marks in a block, and of the titles in a file; its stack with
 * the nesting. The limits stand an order of magnitude above the real plan's figures.
 */
const limits = { lineLength: 10_000, blockLength: 100_000, indent: 160, marksInBlock: 400, marks: 100_000, titles: 400, cells: 20_000 }

const parser = new RstToHtmlCompiler()

export function parse(lines: readonly SourceLine[]): RstDocument {
  const place = { file: lines[0]?.file ?? '', line: lines[0]?.line ?? 1 }
  mustBePlain(lines)
  try {
    const text = lines.map((line) => line.text).join('\n')
    return parser.parse(text, { disableErrors: true, disableWarnings: true, inputIndentSize: 2, parseFirstFieldListAsDocumentMeta: false, enableCharacterLevelInlineMarkup: true }).root
  } catch {
    throw new Problem(planUnreadable, place)
  } finally {
    parser.clearNotifications()
  }
}

function mustBePlain(lines: readonly SourceLine[]): void {
  let marksInBlock = 0
  let blockLength = 0
  let marks = 0
  let titles = 0
  let cells = 0
  for (const { text, file, line } of lines) {
    const grid = /^\s*[|+]/.test(text)
    const here = text.match(grid ? /[*`_[<]/g : /[*`_[<|]/g)?.length ?? 0
    blockLength = text === '' ? 0 : blockLength + text.length
    marksInBlock = text === '' ? 0 : marksInBlock + here
    marks += here
    if (/^\s*([^\p{L}\p{N}\s])\1{2,}$/u.test(text) || /^\s*\.\. (?:_|\[|\|)/.test(text)) titles++
    if (grid) cells += text.match(/[|+]/g)?.length ?? 0
    const over =
      text.length > limits.lineLength ||
      blockLength > limits.blockLength ||
      text.length - text.trimStart().length > limits.indent ||
      marksInBlock > limits.marksInBlock ||
      marks > limits.marks ||
      titles > limits.titles ||
      cells > limits.cells
    if (over) throw new Problem(planTooIntricate, { file, line })
  }
}
