import {
  RstEmphasis,
  RstFootnoteRef,
  RstHyperlinkRef,
  RstInlineLiteral,
  RstInterpretedText,
  type RstNode,
  RstStrongEmphasis,
  RstText,
} from 'rst-compiler'
import { oneLine } from './clean.ts'
import type { Inline } from './source.ts'

export function inlineOf(nodes: readonly RstNode[]): Inline[] {
  const runs: Inline[] = []
  for (const [position, node] of nodes.entries()) {
    const run =
      insideWord(node, nodes[position + 1]) ??
      (node instanceof RstText ? oneRun(node) : ({ kind: 'text', text: node.textContent } as const))
    const text = run.text.replace(/\s+/g, ' ')
    const last = runs.at(-1)
    if (text === '') continue
    if (run.kind === 'text' && last?.kind === 'text') runs[runs.length - 1] = { kind: 'text', text: last.text + text }
    else runs.push({ ...run, text })
  }
  return trimmed(runs)
}

/** The parser takes 'AP_IT' for a reference to 'AP' followed by 'IT': inside a word an underscore is a letter. */
function insideWord(node: RstNode, next: RstNode | undefined): Inline | null {
  if (!(node instanceof RstHyperlinkRef) || node.isEmbeded || !/^[\p{L}\p{N}_]/u.test(next?.textContent ?? '')) return null
  return { kind: 'text', text: `${node.label}${node.isAnonymous ? '__' : '_'}` }
}

function oneRun(node: RstText): Inline {
  const text = node.textContent
  if (node instanceof RstEmphasis) return { kind: 'emphasis', text }
  if (node instanceof RstStrongEmphasis) return { kind: 'strong', text }
  if (node instanceof RstInlineLiteral) return { kind: 'code', text }
  if (node instanceof RstFootnoteRef) return { kind: 'footnote', text }
  if (node instanceof RstHyperlinkRef) return link(node)
  return node instanceof RstInterpretedText ? reference(node.role, text) : { kind: 'text', text }
}

/** An address may wrap over several lines, which the parser does not see; a reference to a name keeps its words only. */
function link(node: RstHyperlinkRef): Inline {
  const [, label = node.label, target = node.target] = /^(.*?)\s*<([^<>]+)>$/s.exec(node.label) ?? []
  const url = safeUrl(target)
  return url === null ? { kind: 'text', text: label || target } : { kind: 'link', text: label || url, url }
}

/** What a reference means depends on who reads: here only its words and its target are told. */
function reference(role: string, written: string): Inline {
  const [, label = written, target = written] = /^([^<>]*?)\s*<([^<>]+)>$/s.exec(written) ?? []
  return role === 'ref' || role === 'doc'
    ? { kind: 'reference', role, text: label, target: oneLine(target) }
    : { kind: 'text', text: label }
}

/** Only addresses that a browser opens without running anything; one without its scheme is of the web. */
function safeUrl(target: string): string | null {
  const written = target.replace(/\s+/g, '')
  const url = /^www\./i.test(written) ? `https://${written}` : written
  return /^(?:https?:\/\/|mailto:)[^\p{Cc}"<>\\]+$/iu.test(url) && URL.canParse(url) ? url : null
}

function trimmed(runs: readonly Inline[]): Inline[] {
  return runs
    .map((run, i) => {
      const start = i === 0 ? run.text.trimStart() : run.text
      return { ...run, text: i === runs.length - 1 ? start.trimEnd() : start }
    })
    .filter((run) => run.text !== '')
}
