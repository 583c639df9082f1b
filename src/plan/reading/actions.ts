import { readAreas } from './areas.ts'
import { readDeadlines } from './deadlines.ts'
import { isClause, mayBeTwo, splitActors } from './names.ts'
import { plainBlocks, plainInline } from './plain.ts'
import { actionCode } from './references.ts'
import type { ActionResult, Block, Inline, PlanAction, Position, Reason, Report, Unplaced } from './source.ts'
import { readTiming } from './timing.ts'

export type Field = 'timing' | 'actors' | 'description' | 'results' | 'areas'

/** An action as it stands in the source: its fields still in blocks. */
export interface ActionDraft {
  readonly code: string
  readonly title: string
  readonly anchor: string
  readonly file: string
  readonly line: number
  readonly fields: Map<Field, { readonly line: number; readonly blocks: Block[] }>
}

const heading = /^LA\s?(\d{1,3})\s*[-–—:]\s*(.+)$/
const labels: readonly (readonly [RegExp, Field])[] = [
  [/^tempi$/i, 'timing'],
  [/^attori$/i, 'actors'],
  [/^descrizione$/i, 'description'],
  [/^risultati$/i, 'results'],
  [/^are[ae] di intervento$/i, 'areas'],
]

function fieldOf(text: string): Field | null {
  const label = text.trim().replace(/\s*:$/, '')
  return labels.find(([pattern]) => pattern.test(label))?.[1] ?? null
}

/**
 * Takes the actions out of a section's blocks. A field is a definition, or, where the source forgot to indent, a
 * paragraph that begins with the field's name in bold; what follows belongs to it until the next. The last field,
 * the areas, is one paragraph: what follows it is the chapter's text again.
 */
export function takeActions(blocks: readonly Block[], at: { readonly file: string }): { blocks: Block[]; actions: ActionDraft[] } {
  const kept: Block[] = []
  const actions: ActionDraft[] = []
  let draft: ActionDraft | null = null
  let field: Field | null = null
  for (const block of blocks.flatMap(separateDefinitions)) {
    const title = block.kind === 'heading' ? heading.exec(plainInline(block.text)) : null
    if (title && block.kind === 'heading') {
      const code = actionCode(title[1] ?? '')
      draft = {
        code,
        title: title[2] ?? '',
        anchor: block.anchor ?? code.toLowerCase(),
        file: block.file ?? at.file,
        line: block.line,
        fields: new Map(),
      }
      field = null
      actions.push(draft)
      kept.push({ kind: 'action', code, line: block.line })
      continue
    }
    const begun = draft && beginning(block)
    if (draft && begun) {
      field = begun.field
      const known = draft.fields.get(field)
      if (known) known.blocks.push(...begun.blocks)
      else draft.fields.set(field, { line: begun.line, blocks: [...begun.blocks] })
      continue
    }
    const current = draft && field ? draft.fields.get(field) : undefined
    const over = block.kind === 'heading' || (field === 'areas' && (current?.blocks.length ?? 0) > 0)
    if (current && !over) current.blocks.push(block)
    else {
      kept.push(block)
      if (over) draft = null
    }
  }
  return { blocks: kept, actions }
}

/** Each field of a definition list by itself, so that what stands between two fields keeps its place. */
function separateDefinitions(block: Block): Block[] {
  if (block.kind !== 'definitions' || !block.items.some((item) => fieldOf(plainInline(item.term)))) return [block]
  return block.items.map((item) => ({ ...block, items: [item], line: item.line }))
}

function beginning(block: Block): { field: Field; line: number; blocks: Block[] } | null {
  if (block.kind === 'definitions') {
    const [item] = block.items
    const field = item ? fieldOf(plainInline(item.term)) : null
    return item && field ? { field, line: item.line, blocks: [...item.blocks] } : null
  }
  if (block.kind !== 'paragraph' || block.text[0]?.kind !== 'strong') return null
  const field = fieldOf(block.text[0].text)
  if (field === null) return null
  const [first, ...others] = block.text.slice(1)
  const text: Inline[] = first ? [{ ...first, text: first.text.replace(/^\s*:?\s*/, '') }, ...others] : []
  return { field, line: block.line, blocks: text.length === 0 ? [] : [{ ...block, text }] }
}

/** Reads the fields of an action; `names` tells how its actors are separated. */
export function readAction(draft: ActionDraft, chapter: string | null, report: Report, names = splitActors): PlanAction {
  const { code, title, file, line } = draft
  const blocks = (field: Field) => draft.fields.get(field)?.blocks ?? []
  const lineOf = (field: Field) => draft.fields.get(field)?.line ?? line
  const words = (field: Field) => plainBlocks(blocks(field))
  const unplaced = (field: Unplaced['field'], text: string, reason: Reason, where = line) =>
    report.unplaced.push({ file, line: where, action: code, field, text, reason })
  for (const [, field] of labels) if (words(field) === '') unplaced(field, title, 'missing')

  const timing = readTiming(words('timing'))
  if (typeof timing === 'string' && words('timing') !== '') unplaced('timing', words('timing'), timing, lineOf('timing'))
  const actors = names(words('actors')).filter((name) => {
    const clause = isClause(name)
    if (clause) unplaced('actors', name, 'not-a-name', lineOf('actors'))
    else if (mayBeTwo(name)) unplaced('actors', name, 'perhaps-two-names', lineOf('actors'))
    return !clause
  })
  const areas = readAreas(words('areas'))
  if (areas === null && words('areas') !== '') unplaced('areas', words('areas'), 'unknown-form', lineOf('areas'))
  return {
    code,
    number: Number(code.slice(2)),
    title,
    file,
    line,
    readMore: chapter === null ? null : { chapter, anchor: draft.anchor },
    timingText: words('timing'),
    timing: typeof timing === 'string' ? null : timing,
    actorsText: words('actors'),
    actors: actors.map((name) => ({ name })),
    description: blocks('description'),
    results: resultsOf(blocks('results'), (text, reason, where) => unplaced('results', text, reason, where)),
    areasText: words('areas'),
    areas: areas ?? [],
    scope: [],
  }
}

/** One result per paragraph or item; a list announced by a colon belongs to the sentence before it. */
function resultsOf(blocks: readonly Block[], unplaced: (text: string, reason: Reason, line: number) => void): ActionResult[] {
  const pieces: { text: string; line: number }[] = []
  for (const block of blocks) {
    const before = pieces.at(-1)
    if (block.kind === 'list' && before?.text.endsWith(':')) before.text += `\n${plainBlocks([block])}`
    else if (block.kind === 'list')
      pieces.push(...block.items.map((item) => ({ text: plainBlocks(item), line: firstLine(item) ?? block.line })))
    else pieces.push({ text: plainBlocks([block]), line: block.line })
  }
  return pieces.flatMap(({ text: piece, line }) =>
    readDeadlines(piece).map(({ text, due, dates, unplaced: reasons }) => {
      for (const { text: written, reason } of reasons) unplaced(written, reason, line)
      return { line, text, due, dates }
    }),
  )
}

function firstLine(blocks: readonly Position[]): number | undefined {
  return blocks[0]?.line
}
