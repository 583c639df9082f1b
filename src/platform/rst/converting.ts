import type { RstNode } from 'rst-compiler'
import type { RstFiles } from './lines.ts'
import type { Block, Position, Refused, Report } from './source.ts'
import type { SourceLine } from './source-line.ts'

/** What turning a file's nodes into blocks needs at hand. */
export interface Converting {
  readonly file: string
  readonly lines: readonly SourceLine[]
  readonly files: RstFiles
  readonly report: Report
  /** Turns the nodes inside another into blocks. */
  readonly nested: (nodes: readonly RstNode[], at: Converting) => Block[]
}

export function positionOf(node: RstNode, at: Converting): Position {
  return linePosition(node.source.startLineIdx, at)
}

export function linePosition(index: number, at: Converting): Position {
  const source = at.lines[index]
  if (source === undefined) return { line: index + 1 }
  return source.file === at.file ? { line: source.line } : { line: source.line, file: source.file }
}

/** The file a node was written in, which may be one that the chapter includes. */
export function fileOf(node: RstNode, at: Converting): string {
  return at.lines[node.source.startLineIdx]?.file ?? at.file
}

export function refuse(node: RstNode, directive: string, reason: Refused['reason'], at: Converting): [] {
  const { line, file = at.file } = positionOf(node, at)
  at.report.refused.push({ file, line, directive: directive.slice(0, 80), reason })
  return []
}
