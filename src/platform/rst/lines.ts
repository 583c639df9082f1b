import { posix } from 'node:path'
import { Problem } from '../../kernel/problem.ts'
import { cleanSource } from './clean.ts'
import { alignGrids } from './grids.ts'
import type { Refused, Report } from './source.ts'
import type { SourceLine } from './source-line.ts'

/** A folder's text files, by path relative to it. */
export type RstFiles = ReadonlyMap<string, string>

export const rstTooLong = {
  slug: 'rst-too-long',
  status: 422,
  it: 'Il file {file} del piano, con quelli che include, supera le 100.000 righe. Dividilo e riprova.',
  en: 'The file {file}, with those it includes, is over 100,000 lines long. Split it and try again.',
} as const

const deepestInclusion = 8
const mostLines = 100_000
const including = /^(\s*)\.\. +include::[ ]*(.*)$/
const option = /^\s*:[^:\s][^:]*:/

/** A file's lines, with the files it includes put in place, as long as they stand in the same folder. */
export function linesOf(files: RstFiles, file: string, report: Report): SourceLine[] {
  const lines = inclusive(files, file, report, [])
  if (lines.length > mostLines) throw new Problem(rstTooLong, { file })
  return alignGrids(joinArguments(lines)).map((line, position, all) => padUnderline(line, all[position - 1], all[position - 2]))
}

function inclusive(files: RstFiles, file: string, report: Report, above: readonly string[]): SourceLine[] {
  const lines: SourceLine[] = []
  const raw = cleanSource(files.get(file) ?? '').split('\n')
  for (const [index, text] of raw.entries()) {
    const found = including.exec(text)
    if (!found) {
      lines.push({ text: text.trimEnd(), file, line: index + 1 })
      continue
    }
    const [, indent = '', argument = ''] = found
    const target = insideFolder(file, argument.trim())
    const optioned = option.test(raw[index + 1] ?? '')
    const reason = whyRefused(files, target, [...above, file]) ?? (optioned ? 'options' : null)
    if (reason !== null) report.refused.push({ file, line: index + 1, directive: 'include', reason })
    // A refused inclusion leaves an empty comment: its options, if any, then belong to the comment.
    lines.push({ text: `${indent}..`, file, line: index + 1 })
    if (reason !== null || typeof target !== 'string') continue
    const blank = { text: '', file, line: index + 1 }
    const taken = inclusive(files, target, report, [...above, file])
    lines.push(blank, ...taken.map((line) => (line.text === '' ? line : { ...line, text: indent + line.text })), blank)
    if (lines.length > mostLines) throw new Problem(rstTooLong, { file })
  }
  return lines
}

type Outside = { readonly reason: 'remote' | 'outside' | 'missing' }

/** The path a directive names, resolved against its file; or why it may not be followed. */
export function insideFolder(file: string, argument: string): string | Outside {
  if (argument === '') return { reason: 'missing' }
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(argument)) return { reason: 'remote' }
  if (argument.startsWith('/') || argument.includes('\\') || argument.includes('<')) return { reason: 'outside' }
  const path = posix.normalize(posix.join(posix.dirname(file), argument))
  return path === '..' || path.startsWith('../') ? { reason: 'outside' } : path
}

function whyRefused(files: RstFiles, target: string | Outside, above: readonly string[]): Refused['reason'] | null {
  if (typeof target !== 'string') return target.reason
  if (!files.has(target)) return 'missing'
  if (above.includes(target)) return 'circular'
  return above.length >= deepestInclusion ? 'too-deep' : null
}

const opening = /^(\s*)\.\. +(?:table|figure|image|rubric|admonition|list-table|csv-table)::/

/**
 * A directive's argument may wrap over several lines, before its options. The parser takes the options that follow
 * for text, so the lines are joined; each keeps its place.
 */
function joinArguments(lines: readonly SourceLine[]): SourceLine[] {
  const joined: SourceLine[] = []
  let indent: string | undefined
  for (const line of lines) {
    const last = joined.at(-1)
    const wraps =
      indent !== undefined && line.text.startsWith(`${indent} `) && !option.test(line.text) && !/^\s*(?:\.\. |[+=-])/.test(line.text)
    if (wraps && last) joined[joined.length - 1] = { ...last, text: `${last.text} ${line.text.trim()}` }
    else {
      indent = opening.exec(line.text)?.[1]
      joined.push(line)
    }
  }
  return joined
}

/** A title of one or two letters has an underline as short, which the parser does not see. */
function padUnderline(line: SourceLine, title: SourceLine | undefined, before: SourceLine | undefined): SourceLine {
  const short = /^([=\-~^"+:*#])\1?$/.test(line.text) && title !== undefined && /^\p{L}{1,2}$/u.test(title.text)
  return short && title.text.length === line.text.length && (before?.text ?? '') === ''
    ? { ...line, text: line.text.charAt(0).repeat(4) }
    : line
}
