import {
  RstBlockquote,
  RstBlockquoteAttribution,
  RstBulletList,
  RstCitationDef,
  RstCitationDefGroup,
  RstDefinitionList,
  RstDefinitionListItem,
  RstDirective,
  RstDoctestBlock,
  RstEnumeratedList,
  RstFieldList,
  RstFootnoteDef,
  RstFootnoteDefGroup,
  RstLineBlock,
  RstLiteralBlock,
  type RstNode,
  RstOptionList,
  RstParagraph,
  RstSubstitutionDef,
  RstTable,
} from 'rst-compiler'
import { type Converting, positionOf, refuse } from './converting.ts'
import { directiveBlocks } from './directives.ts'
import { inlineOf } from './inline.ts'
import { parse } from './parse.ts'
import type { Block, Definition } from './source.ts'
import { tableOf } from './tables.ts'

/** Turns the parser's nodes into blocks that a page can show. */
export function blocksOf(nodes: readonly RstNode[], at: Converting): Block[] {
  return nodes.flatMap((node) => blocksOfNode(node, at))
}

function blocksOfNode(node: RstNode, at: Converting): Block[] {
  const place = positionOf(node, at)
  const nested = () => blocksOf(node.children, at)
  if (node instanceof RstParagraph) return paragraph(node, at)
  if (node instanceof RstBulletList || node instanceof RstEnumeratedList) {
    const items = node.children.map((item) => blocksOf(item.children, at))
    return [{ kind: 'list', ordered: node instanceof RstEnumeratedList, items, ...place }]
  }
  if (node instanceof RstDefinitionList) return definitions(node, at)
  if (node instanceof RstDirective) return directiveBlocks(node, at)
  if (node instanceof RstTable) return [tableOf(node, [], at)]
  if (node instanceof RstLiteralBlock || node instanceof RstDoctestBlock) return [{ kind: 'literal', text: node.textContent, ...place }]
  if (node instanceof RstBlockquote) return [{ kind: 'quote', blocks: nested(), ...place }]
  if (node instanceof RstLineBlock || node instanceof RstBlockquoteAttribution) {
    const lines = node instanceof RstLineBlock ? node.children : [node]
    return lines.map((line) => ({ kind: 'paragraph', text: inlineOf(line.children), ...positionOf(line, at) }))
  }
  if (node instanceof RstFootnoteDefGroup || node instanceof RstCitationDefGroup) return nested()
  if (node instanceof RstFootnoteDef || node instanceof RstCitationDef)
    return [{ kind: 'footnote', label: labelOf(node, at), blocks: nested(), ...place }]
  if (node instanceof RstFieldList || node instanceof RstOptionList) return node.children.flatMap((item) => blocksOf(item.children, at))
  if (node instanceof RstSubstitutionDef) refuseSubstitution(node, at)
  return []
}

function paragraph(node: RstParagraph, at: Converting): Block[] {
  const text = inlineOf(node.children)
  const last = text.at(-1)
  // The two colons that announce a literal block are not part of the sentence.
  if (last?.kind === 'text' && last.text.endsWith('::')) text[text.length - 1] = { ...last, text: last.text.replace(/ ?::$/, ':') }
  return text.length === 0 ? [] : [{ kind: 'paragraph', text, ...positionOf(node, at) }]
}

const bullet = /^\s*[-*+•]\s/

/**
 * A list that follows a definition without indentation is taken by the parser for more definitions ('- one' the term,
 * its second line the text). Those lines are read again by themselves.
 */
function definitions(node: RstDefinitionList, at: Converting): Block[] {
  const blocks: Block[] = []
  let items: Definition[] = []
  const close = () => {
    if (items[0])
      blocks.push({ kind: 'definitions', items, line: items[0].line, ...(items[0].file === undefined ? {} : { file: items[0].file }) })
    items = []
  }
  const all = node.children.filter((child) => child instanceof RstDefinitionListItem)
  for (let i = 0; i < all.length; i++) {
    const item = all[i]
    if (!item) continue
    if (!bullet.test(at.lines[item.source.startLineIdx]?.text ?? '')) {
      items.push({ term: inlineOf(item.term), blocks: blocksOf(item.definition, at), ...positionOf(item, at) })
      continue
    }
    close()
    let end = i
    while (bullet.test(at.lines[all[end + 1]?.source.startLineIdx ?? -1]?.text ?? '')) end++
    blocks.push(...readAgain(item.source.startLineIdx, all[end]?.source.endLineIdx ?? item.source.endLineIdx, at))
    i = end
  }
  close()
  return blocks
}

function readAgain(start: number, end: number, at: Converting): Block[] {
  const indent = at.lines[start]?.text.search(/\S/) ?? 0
  const lines = at.lines.slice(start, end).map((line) => ({ ...line, text: line.text.slice(indent) }))
  const nodes = parse(lines).children
  // A second reading that finds definitions again would go on for ever.
  return nodes.some((node) => node instanceof RstDefinitionList) ? [] : blocksOf(nodes, { ...at, lines })
}

function labelOf(node: RstNode, at: Converting): string {
  return /^\s*\.\. \[([^\]]*)\]/.exec(at.lines[node.source.startLineIdx]?.text ?? '')?.[1] ?? ''
}

/** A substitution is not applied; one that would bring in raw markup or a picture is told. */
function refuseSubstitution(node: RstSubstitutionDef, at: Converting): void {
  const directive = /^\s*\.\. \|[^|]*\|\s*([a-z-]+)::/.exec(at.lines[node.source.startLineIdx]?.text ?? '')?.[1]
  if (directive === 'raw' || directive === 'image') refuse(node, directive, 'forbidden', at)
}
