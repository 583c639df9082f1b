import type { Token } from 'markdown-it'
import { markdown } from '../text/parser.ts'
import type { Run } from './runs.ts'

/** The runs of a Markdown text; null when it holds what runs cannot. */
export function readRuns(source: string): Run[] | null {
  return runsOf(markdown.parseInline(source, {})[0])
}

export type Align = 'left' | 'center' | 'right' | null

export interface TableText {
  readonly aligns: readonly Align[]
  readonly rows: readonly (readonly (readonly Run[])[])[]
}

/** A table and nothing else; null for anything else. */
export function readTable(source: string): TableText | null {
  const tokens = markdown.parse(source, {})
  if (tokens[0]?.type !== 'table_open' || tokens.at(-1)?.type !== 'table_close') return null
  if (tokens.filter(({ type }) => type === 'table_open').length !== 1) return null
  const aligns: Align[] = []
  const rows: Run[][][] = []
  for (const token of tokens) {
    if (token.type === 'tr_open') rows.push([])
    if (token.type === 'th_open') aligns.push((/text-align:(left|center|right)/.exec(String(token.attrGet('style')))?.[1] as Align) ?? null)
    if (token.type !== 'inline') continue
    const runs = runsOf(token)
    if (!runs) return null
    rows.at(-1)?.push(runs)
  }
  return { aligns, rows }
}

const opening = { strong_open: 'strong', em_open: 'emphasis', s_open: 'struck' } as const
const closing = { strong_close: 'strong', em_close: 'emphasis', s_close: 'struck' } as const

function runsOf(token: Token | undefined): Run[] | null {
  const runs: Run[] = []
  const depth = { strong: 0, emphasis: 0, struck: 0 }
  let link: string | undefined
  for (const child of token?.children ?? []) {
    const { type, content } = child
    const marks = () => ({
      ...(depth.strong > 0 ? { strong: true } : {}),
      ...(depth.emphasis > 0 ? { emphasis: true } : {}),
      ...(depth.struck > 0 ? { struck: true } : {}),
      ...(link === undefined ? {} : { link }),
    })
    if (type === 'text' || type === 'text_special') runs.push({ text: content, ...marks() })
    else if (type === 'code_inline') runs.push({ text: content, code: true, ...marks() })
    else if (type === 'softbreak') runs.push({ text: ' ', ...marks() })
    else if (type === 'hardbreak') runs.push({ text: '\n', break: true, ...marks() })
    else if (type in opening) depth[opening[type as keyof typeof opening]] += 1
    else if (type in closing) depth[closing[type as keyof typeof closing]] -= 1
    else if (type === 'link_open') link = String(child.attrGet('href') ?? '')
    else if (type === 'link_close') link = undefined
    else return null
  }
  return runs.filter(({ text }) => text !== '')
}
