import MarkdownIt, { type Token } from 'markdown-it'
import { Gathering, type Reading } from './gathering.ts'
import type { Run } from './runs.ts'

const parser = new MarkdownIt({ html: false, linkify: false, maxNesting: 60 })
const definition = /^\[\^([^\]\s]{1,20})\]:\s*/

interface At {
  readonly tokens: readonly Token[]
  readonly into: Gathering
}

/** Markdown as blocks. Raw HTML stays the text it is. */
export function readMarkdown(text: string): Reading {
  const into = new Gathering()
  const tokens = parser.parse(withoutFront(text), {})
  let at = 0
  while (at < tokens.length) at = block({ tokens, into }, at, 0)
  return into.done()
}

/** What a file says of itself between two lines of dashes; the lines keep their numbers. */
function withoutFront(text: string): string {
  const [front = ''] = /^---\r?\n(?:[^\n]{0,1000}\n){1,50}?---\r?\n/.exec(text) ?? []
  return front.replace(/[^\n]/g, '') + text.slice(front.length)
}

/** Reads the block that begins at a token and says where the next one begins. */
function block(reading: At, at: number, depth: number): number {
  const { tokens, into } = reading
  const token = tokens[at]
  if (!token) return at + 1
  const line = token.map ? token.map[0] + 1 : undefined
  const next = tokens[at + 1]
  switch (token.type) {
    case 'heading_open':
      into.heading(Number(token.tag.slice(1)), runsOf(next, into, line), line)
      return at + 3
    case 'paragraph_open':
      paragraph(runsOf(next, into, line), into, line)
      return at + 3
    case 'bullet_list_open':
    case 'ordered_list_open':
      return list(reading, at, depth + 1)
    case 'table_open':
      return table(reading, at, line)
    case 'blockquote_open':
      into.tell('quote', next?.content || tokens[at + 2]?.content || '', line)
      return at + 1
    case 'fence':
    case 'code_block':
      into.tell('literal', token.content, line)
      into.paragraph(literal(token.content), line)
      return at + 1
    case 'hr':
      into.tell('divider', '', line)
      return at + 1
    default:
      return at + 1
  }
}

/** Lines that must stay as they are: a line of code each. */
export function literal(text: string): Run[] {
  return text
    .replace(/\n+$/, '')
    .split('\n')
    .flatMap((line, at) => [...(at > 0 ? [{ text: '\n', break: true }] : []), { text: line, code: true }])
}

function paragraph(runs: readonly Run[], into: Gathering, line?: number): void {
  const [first] = runs
  const label = first?.footnote === undefined ? definition.exec(first?.text ?? '')?.[1] : undefined
  if (label !== undefined && first) into.footnote(label, [{ ...first, text: first.text.replace(definition, '') }, ...runs.slice(1)], line)
  else into.paragraph(runs, line)
}

function list({ tokens, into }: At, from: number, depth: number): number {
  const ordered = tokens[from]?.type === 'ordered_list_open'
  const level = tokens[from]?.level ?? 0
  let at = from + 1
  let first = true
  while (at < tokens.length) {
    const token = tokens[at]
    if (!token || (token.level === level && token.nesting === -1)) return at + 1
    const line = token.map ? token.map[0] + 1 : undefined
    if (token.type === 'list_item_open') first = true
    if (token.type === 'paragraph_open' && first) {
      into.item(depth, ordered, runsOf(tokens[at + 1], into, line), line)
      first = false
      at += 3
    } else if (token.type.startsWith('list_item')) at += 1
    else {
      if (token.type === 'paragraph_open') into.tell('list-paragraphs', tokens[at + 1]?.content ?? '', line)
      at = block({ tokens, into }, at, depth)
    }
  }
  return at
}

function table({ tokens, into }: At, from: number, line?: number): number {
  const rows: Run[][][] = []
  let at = from + 1
  for (; at < tokens.length && tokens[at]?.type !== 'table_close'; at += 1) {
    if (tokens[at]?.type === 'tr_open') rows.push([])
    if (tokens[at]?.type === 'inline') rows.at(-1)?.push(runsOf(tokens[at], into, line))
  }
  into.table(rows, 1, line)
  return at + 1
}

function runsOf(token: Token | undefined, into: Gathering, line?: number): Run[] {
  const runs: Run[] = []
  const marks: { strong?: boolean; emphasis?: boolean; struck?: boolean; link?: string } = {}
  for (const child of token?.children ?? []) {
    if (child.type === 'text' || child.type === 'text_special') runs.push(...withCalls(child.content).map((run) => ({ ...run, ...marks })))
    else if (child.type === 'code_inline') runs.push({ text: child.content, code: true, ...marks })
    else if (child.type === 'softbreak') runs.push({ text: ' ', ...marks })
    else if (child.type === 'hardbreak') runs.push({ text: '\n', break: true })
    else if (child.type === 'strong_open') marks.strong = true
    else if (child.type === 'strong_close') delete marks.strong
    else if (child.type === 'em_open') marks.emphasis = true
    else if (child.type === 'em_close') delete marks.emphasis
    else if (child.type === 's_open') marks.struck = true
    else if (child.type === 's_close') delete marks.struck
    else if (child.type === 'link_open') marks.link = String(child.attrGet('href') ?? '')
    else if (child.type === 'link_close') delete marks.link
    else if (child.type === 'image') {
      into.tell('picture', child.content || String(child.attrGet('src') ?? ''), line)
      if (child.content) runs.push({ text: child.content, emphasis: true })
    }
  }
  return runs
}

/** The calls of footnotes within a text. */
export function withCalls(text: string): Run[] {
  return text
    .split(/(\[\^[^\]\s]{1,20}\](?!:))/)
    .filter((part) => part !== '')
    .map((part) => (/^\[\^[^\]\s]{1,20}\]$/.test(part) ? { text: part, footnote: part.slice(2, -1) } : { text: part }))
}
