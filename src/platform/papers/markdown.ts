import { type List, linkOf, notesOf, type Paper, type Words, withLists } from './paper.ts'

/** Markdown (CommonMark with the tables and notes of GitHub's). Each address stands before its block, as a comment. */
export function markdownOf(paper: Paper): string {
  const notes = notesOf(paper.parts)
  const words = (runs: Words, inTable = false) => runs.map((run) => piece(paper, run, inTable)).join('')
  const block = (runs: Words) => words(runs).split('\n').map(opened).join('\n')
  const list = ({ ordered, items }: List, indent = ''): string =>
    items
      .map(({ item, inner }, at) => {
        const mark = ordered ? `${at + 1}. ` : '- '
        const inside = ' '.repeat(mark.length)
        const text = block(item.runs).replace(/\n/g, `\n${indent}${inside}`)
        return [`${indent}${mark}${text}`, ...inner.map((one) => list(one, indent + inside))].join('\n')
      })
      .join('\n')
  const written = (part: ReturnType<typeof withLists>[number]): string => {
    switch (part.kind) {
      case 'heading':
        return `${'#'.repeat(Math.min(6, part.level + 1))} ${words(part.runs.filter((run) => !run.break)).replace(/#+$/, (signs) => `\\${signs}`)}`
      case 'paragraph':
        return block(part.runs)
      case 'list':
        return list(part)
      case 'table': {
        const width = Math.max(1, part.head.length, ...part.rows.map((row) => row.length))
        const line = (row: readonly Words[]) => `| ${Array.from({ length: width }, (_, at) => words(row[at] ?? [], true)).join(' | ')} |`
        const caption = part.caption ? `${block(part.caption)}\n\n` : ''
        return `${caption}${[line(part.head), `|${' --- |'.repeat(width)}`, ...part.rows.map(line)].join('\n')}`
      }
      case 'picture':
        return `![${escaped(part.alt)}](<${paper.address}${part.id === undefined ? '' : `#${part.id}`}>)${part.caption.length > 0 ? `\n\n${block(part.caption)}` : ''}`
      case 'note':
        return ''
    }
  }
  const parts = withLists(paper.parts).map(written)
  const foot = [...notes.values()].map(({ label, runs }) => `[^${label}]: ${words(runs).replace(/\n/g, ' ')}`)
  const facts = paper.facts.map(({ label, value }) => `${JSON.stringify(label)}: ${JSON.stringify(value)}`)
  const front = facts.length > 0 ? `---\n${facts.join('\n')}\n---\n\n` : ''
  return `${front}${[`# ${escaped(paper.title)}`, ...parts, ...foot].filter((part) => part !== '').join('\n\n')}\n`
}

/** What a line's beginning would make of it: a title, a list, a quote, a rule, code. */
function opened(line: string): string {
  return line
    .replace(/^[\t ]+/, '')
    .replace(/^(#{1,6}(?:\s|$)|[-+>]|={2,}|:?-{2,})/, '\\$1')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')
    .replace(/^\[(\^[^\]]*\]:)/, '\\[$1')
}

function piece(paper: Paper, run: Words[number], inTable: boolean): string {
  if (run.break) return inTable ? ' ' : '\\\n'
  if (run.footnote !== undefined) return `[^${run.footnote}]`
  const [, lead = '', text = '', trail = ''] = /^(\s*)(.*?)(\s*)$/s.exec(run.text.replace(/\s*\n\s*/g, ' ')) ?? []
  if (text === '') return run.text.replace(/\s+/g, ' ')
  const link = run.link === undefined ? null : linkOf(paper, run.link)
  const inner = run.code ? code(text) : escaped(text)
  const linked = link === null ? inner : `[${inner}](<${link.replace(/[<>\\]/g, encodeURIComponent)}>)`
  const marks = `${run.struck ? '~~' : ''}${run.strong ? '**' : ''}${run.emphasis ? '*' : ''}`
  const whole = `${lead}${marks}${linked}${[...marks].reverse().join('')}${trail}`
  return inTable ? whole.replace(/\|/g, '\\|') : whole
}

function code(words: string): string {
  const longest = Math.max(0, ...(words.match(/`+/g) ?? []).map(({ length }) => length))
  const fence = '`'.repeat(longest + 1)
  return words.startsWith('`') || words.endsWith('`') ? `${fence} ${words} ${fence}` : `${fence}${words}${fence}`
}

/** Signs that Markdown, or a page made of it, would take for its own. */
function escaped(text: string): string {
  return text
    .replace(/\n/g, ' ')
    .replace(/\\/g, '\\\\')
    .replace(/[`*[\]~|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replace(/</g, '&lt;')
}
